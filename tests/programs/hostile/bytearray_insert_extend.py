b = bytearray(b'x' * 1000)
class I:
    def __index__(self):
        b.clear()
        return 66
b.insert(900, I()); print(b)
b = bytearray(b'x' * 1000)
b.append(I()); print(b)
b = bytearray(b'x' * 1000)
def g():
    for i in range(5):
        b.clear()
        yield i
b.extend(g()); print(b)
b = bytearray(b'abc' * 100)
try: b.remove(I())
except ValueError as e: print(e)
b = bytearray(b'abc' * 100)
try: print(b.count(I()), b.find(I()))
except ValueError as e: print(e)
b = bytearray(b'abc' * 100)
print(b.pop(I()) if 0 else len(b))
b = bytearray(b'abc' * 100)
try: print(b.pop(I()))
except IndexError as e: print(e)
b = bytearray(b'abc' * 100)
try: b *= I()
except Exception as e: print(type(e), e)
print(len(b))
b = bytearray(b'abc' * 100)
print(b.find(b'c', I()), b.index(b'', I()) if 0 else '')
b = bytearray(b'abc' * 100)
print(b.startswith(b'abc', I()), b.endswith(b'c', I()))
