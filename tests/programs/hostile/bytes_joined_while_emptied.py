b = bytearray(b'x' * 1000)
class S:
    def __iter__(self):
        yield b
        b.clear()
        yield b'a'
print(len(bytearray(b',').join(S())))
sep = bytearray(b'--' * 100)
class T:
    def __iter__(self):
        sep.clear()
        return iter([b'a', b'b'])
try: print(sep.join(T()))
except Exception as e: print(type(e).__name__, e)
