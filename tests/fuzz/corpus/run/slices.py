class I:
    def __index__(self):
        x.clear(); return 1
x = [1, 2, 3]
try: x[I():3] = [I()]
except Exception as e: print(e)
print(x)
