"""What CPython's own tests found to differ: conversions, formats, copies of generic aliases, docs of properties, keywords of subclasses."""
import warnings, pickle, copy, types, typing
warnings.simplefilter('always'); warnings.showwarning = lambda m, c, f, l, *a: print('W', c.__name__, m)
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class T:
    def __trunc__(s): return 5
class I(int): pass
class T2:
    def __trunc__(s): return I(6)
class T3:
    def __trunc__(s): return 'x'
class T4:
    def __trunc__(s): return TI()
class TI:
    def __index__(s): return 9
for c in (T, T2, T3, T4): t(lambda: int(c()))
t(lambda: type({1: 2}.keys() & frozenset({1}))); t(lambda: type({1: 2}.keys() & {1})); t(lambda: type(frozenset({1}) & {1: 2}.keys())); t(lambda: type({1}& {1: 2}.keys()))
for f in ('% %', '%5%', '%-%', '%(a)%', '%#%', '%.3%', '%l%', '%%', '%5%%s'):
    t(lambda: repr(f % ())); t(lambda: repr(f % (1,))); t(lambda: f.encode() % ()); t(lambda: f % {'a': 1})
class L(list):
    def __iter__(s): yield 1
t(lambda: tuple(L([2]))); t(lambda: list(L([2]))); t(lambda: [*L([2])]); t(lambda: (*L([2]),)); t(lambda: set(L([2]))); 
def f(*a): return a
t(lambda: f(*L([2]))); t(lambda: ''.join(L(['a'])) if False else 0); t(lambda: sum(L([5]))); t(lambda: sorted(L([7])))
class TT(tuple): pass
t(lambda: TT([1], newarg=3))
class TT2(tuple):
    def __init__(s, *a, newarg=None): pass
t(lambda: TT2([1], newarg=3))
class TT3(tuple):
    def __new__(c, a, newarg=None): return super().__new__(c, a)
t(lambda: TT3([1], newarg=3))
a = next(iter(tuple[int])); print(a, a.__reduce__()[0], pickle.loads(pickle.dumps(a)), copy.copy(a) == a, copy.deepcopy(a))
it = iter(tuple[int]); print(type(it).__name__, it.__reduce__()); next(it); print(it.__reduce__())
t(lambda: print(0, sep='', end='', foo=5)); t(lambda: print(0, sep='', end='', file=None, flush=0, foo=5)); t(lambda: print(sap=''))
class G(typing.Generic[typing.TypeVar('T')]):
    pass
for p in (0, 1, 2): t(lambda: type(pickle.loads(pickle.dumps(G(), p))).__name__)
print(typing.Generic.__flags__ & 512)
ns = {'__builtins__': {'None': None}}; exec('def f4(): pass', ns); print(ns['f4'].__builtins__)
ns = {}; exec("def f5(): pass", {'__builtins__': {'q': 1}}, ns); print(ns['f5'].__builtins__)
g = types.FunctionType((lambda: 0).__code__, {'__builtins__': {'z': 1}}); print(g.__builtins__)
def gen(): yield
def ff(): pass
def setcode(a, b): a.__code__ = b.__code__
t(lambda: setcode(ff, gen)); 
async def co(): pass
t(lambda: setcode(ff, co)); t(lambda: setcode(gen, co)); t(lambda: setcode(ff, ff))
class PS(property):
    __slots__ = ('__doc__',)
def dd(self): "doc"
t(lambda: PS(dd).__doc__)
class PS2(property):
    __slots__ = ('q',)
t(lambda: PS2(dd).__doc__); t(lambda: PS2(lambda s: 0).__doc__)
class PS3(property): pass
t(lambda: PS3(dd).__doc__); t(lambda: PS3(dd, doc='x').__doc__)
class PS4(property):
    """what's up"""
    __slots__ = ()
t(lambda: PS4(dd).__doc__); t(lambda: PS4(lambda s: 0).__doc__)
b = bytearray(b'q')
class BL:
    def __iter__(s): return iter(range(3))
    def __len__(s): raise RuntimeError('hello')
t(lambda: b.extend(BL())); t(lambda: [].extend(BL())); t(lambda: list(BL())); t(lambda: [*BL()]); t(lambda: bytes(BL())); t(lambda: tuple(BL()))
