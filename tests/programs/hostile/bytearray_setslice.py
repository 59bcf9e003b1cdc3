b = bytearray(b'x' * 1000)
class I:
    def __index__(self):
        b.clear(); b.extend(b'abc')
        return 2
try:
    b[I():I()] = b'hello'
    print(b)
except Exception as e: print(type(e).__name__, e)
b = bytearray(b'x' * 1000)
class It:
    def __iter__(self):
        b.clear()
        return iter([1, 2, 3])
try:
    b[500:600] = It()
    print(len(b), b[:10])
except Exception as e: print(type(e).__name__, e)
b = bytearray(b'x' * 1000)
try:
    b[500:600:2] = It()
    print(len(b))
except Exception as e: print(type(e).__name__, e)
