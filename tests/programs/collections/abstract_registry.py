import abc, sys, gc, _abc
from abc import ABC, abstractmethod
import collections.abc as cabc
class A(ABC):
    @abstractmethod
    def f(self): pass
class B(A):
    def f(self): pass
i=A._abc_impl
def refs(o): return [type(x).__name__ for x in gc.get_referents(o) if x is not type(o)]
print(type(i), sys.getsizeof(i), refs(i), gc.is_tracked(i), i.__class__.__module__, type(i).__basicsize__)
print(isinstance(B(), A), refs(i))
print(isinstance(3, A), refs(i), [len(x) for x in gc.get_referents(i) if isinstance(x, set)])
A.register(int); print(isinstance(3, A), isinstance("", A), [len(x) if hasattr(x,"__len__") else x for x in _abc._get_dump(A)][:3], [sys.getsizeof(x) for x in gc.get_referents(i) if isinstance(x,set)])
for x in gc.get_referents(i):
    if isinstance(x, set):
        for y in x: print(type(y), y.__callback__.__name__, type(y.__callback__.__self__), refs(y))
print(issubclass(bool, A), issubclass(str, A))
class T(A):
    f = None
print(issubclass(T, A), T().f)
class Temp(B): pass
print(isinstance(Temp(), A), [len(x) for x in gc.get_referents(i) if isinstance(x, set)])
del Temp; gc.collect()
print([len(x) for x in gc.get_referents(i) if isinstance(x, set)])
for bad in (1, "x"):
    try: issubclass(bad, A)
    except TypeError as e: print(e)
    try: A.register(bad)
    except TypeError as e: print(e)
try: B.register(A)
except RuntimeError as e: print(e)
class Seq(cabc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return "ab"[i]
class Map(cabc.Mapping):
    def __len__(self): return 1
    def __iter__(self): return iter("k")
    def __getitem__(self, k): return {"k": 1}[k]
class Reg:
    def __len__(self): return 1
    def __getitem__(self, i): return [5][i]
cabc.Sequence.register(Reg)
for o in Seq(), Map(), Reg(), B():
    match o:
        case [x, y]: print("two", x, y)
        case [x]: print("one", x)
        case {"k": v}: print("map", v)
        case _: print("other")
print(isinstance([], cabc.Sequence), isinstance({}, cabc.Mapping), issubclass(dict, cabc.Hashable), isinstance(iter([]), cabc.Iterator), issubclass(list, cabc.MutableSequence), isinstance(5, cabc.Iterable))
class H(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is H: return any("go" in b.__dict__ for b in c.__mro__)
        return NotImplemented
class G: 
    def go(self): pass
print(issubclass(G, H), issubclass(int, H))
class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, c): return 5
try: issubclass(int, Bad)
except AssertionError as e: print(e)
try: A()
except TypeError as e: print(e)
print(A._abc_impl is not B._abc_impl, abc.get_cache_token() > 0)
