# Buffers that classes of a program give (PEP 688): who asks for them how, and when they are let go.
import collections.abc
import inspect


class B:
    def __init__(self, d=b"hello"): self.d = bytearray(d); self.held = None
    def __buffer__(self, flags):
        print("buffer", int(flags)); self.held = memoryview(self.d); return self.held
    def __release_buffer__(self, view):
        print("release", view.nbytes, view is self.held); view.release()
b = B()
def t(s):
    try:
        value = eval(s)
    except BaseException as e:
        print(s, "->", type(e).__name__, e, repr(e.__context__))
    else:
        print(s, "->", "a view" if type(value) is memoryview else value)
for s in ['bytes(b)','bytearray(b)','memoryview(b).tolist()','b"".join([b, b"x"])','b"abc" + b','isinstance(b, collections.abc.Buffer)','int.from_bytes(b,"big")','b"hello world".startswith(b)','b"hello" == b',
  'b.__buffer__(inspect.BufferFlags.SIMPLE).release()','inspect.BufferFlags.FULL_RO','memoryview(memoryview(b))']:
    t(s)
mv = memoryview(b); print(mv.obj is b, mv.obj is b.d, mv.readonly, mv[0]); mv.release(); del mv
with memoryview(b) as m: m[0] = 65
print(b.d)
class C(bytearray):
    def __buffer__(self, flags):
        print("sub"); return super().__buffer__(flags)
    def __release_buffer__(self, view):
        print("subrel"); super().__release_buffer__(view)
c = C(b"abc")
t('bytes(memoryview(c))'); t('bytes(c)'); t('memoryview(c)[0]')
class W:
    def __buffer__(self, flags): return 42
class X:
    def __buffer__(self, flags): raise KeyError(flags)
class Y:
    __buffer__ = None
class Z:
    def __release_buffer__(self, v): pass
class V:
    def __buffer__(self, flags): return memoryview(b"xyz")
w, x, y, z, v = W(), X(), Y(), Z(), V()
for n in 'wxyzv':
    t(f'memoryview({n})'); t(f'bytes({n})')
t('bytearray(v)'); t('memoryview(v).obj is v'); t('type(memoryview(v).obj)')
import io, struct, array, hashlib, zlib
t('io.BytesIO(v).read()'); t('struct.unpack("3s", v)'); t('array.array("B", v)'); t('zlib.crc32(v)'); t('hashlib.md5(v).hexdigest()'); t('struct.pack_into("B", b, 0, 66)'); t('b.d'); t('io.BytesIO(b"12345").readinto(b)'); t('b.d')
t('struct.pack_into("B", v, 0, 66)'); t('memoryview(b"x").__release_buffer__(3)'); t('bytearray(b"x").__buffer__(0)'); t('hasattr(bytes, "__release_buffer__")'); 
m=bytearray(b"q").__buffer__(0); t('m.obj'); t('bytearray().__buffer__(-1)'); t('bytes().__buffer__("a")')
def hold(): m = memoryview(b); raise ValueError
t('hold()')
class R:
    def __buffer__(self, flags): return memoryview(b"xyz")
    def __release_buffer__(self, v): raise ZeroDivisionError
t('bytes(R())')
