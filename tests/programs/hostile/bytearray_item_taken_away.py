# index clears
b = bytearray(b'x' * 1000)
class I:
    def __index__(self):
        b.clear()
        return 65
try: b[500] = I()
except Exception as e: print(type(e).__name__, e)
print(b)
