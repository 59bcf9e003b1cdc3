def attempt(name, action):
    try: print(name, action())
    except RecursionError as e: print(name, "RecursionError", e)
    except Exception as e: print(name, type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
class S:
    def __str__(self): return str(self)
class F:
    def __format__(self, s): return format(self)
class E:
    def __eq__(self, o): return self == o
    __hash__ = None
class H:
    def __hash__(self): return hash(self)
class G:
    def __getattr__(self, n): return self.missing
class GA:
    def __getattribute__(self, n): return self.x
class SA:
    def __setattr__(self, n, v): self.x = v
class DA:
    def __delattr__(self, n): del self.x
class L:
    def __lt__(self, o): return self < o
class C: pass
C.__call__ = C()
class CC:
    def __call__(self): return self()
class P:
    @property
    def x(self): return self.x
    @x.setter
    def x(self, v): self.x = v
class A:
    def __add__(self, o): return self + o
    def __radd__(self, o): return o + self
    def __iadd__(self, o):
        self += o
        return self
    def __neg__(self): return -self
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __delitem__(self, i): del self[i]
    def __contains__(self, i): return i in self
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __index__(self): return [1][self]
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __reversed__(self): return reversed(self)
    def __round__(self): return round(self)
    def __abs__(self): return abs(self)
    def __bytes__(self): return bytes(self)
    def __dir__(self): return dir(self)
    def __divmod__(self, o): return divmod(self, o)
    def __pow__(self, o): return pow(self, o)
    def __length_hint__(self): return list(self)
    def __complex__(self): return complex(self)
class D:
    def __get__(self, o, t): return o.d if o else self
class HasD: d = D()
class N:
    def __new__(cls): return cls()
class I:
    def __init__(self): I()
class M(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
    def __subclasscheck__(cls, o): return issubclass(o, cls)
    def __call__(cls): return cls()
class WM(metaclass=M): pass
def attrset(): SA().y = 1
def attrdel(): del DA().y
def propset(): P().x = 1
def setitem(): A()[0] = 1
def delitem(): del A()[0]
def withs():
    with A(): pass
def iadd():
    a = A(); a += 1
for name, action in [("repr", lambda: repr(R())), ("str", lambda: str(S())), ("format", lambda: format(F())), ("fstring", lambda: f"{F()}"), ("eq", lambda: E() == E()),
  ("in list", lambda: E() in [E()]), ("hash", lambda: hash(H())), ("dict", lambda: {H(): 1}), ("getattr", lambda: G().y), ("hasattr", lambda: hasattr(G(), "y")), ("getattribute", lambda: GA().y),
  ("setattr", attrset), ("delattr", attrdel), ("lt", lambda: L() < L()), ("sort", lambda: [L(), L()].sort()), ("sorted", lambda: sorted([L(), L()])), ("min", lambda: min(L(), L())),
  ("call", lambda: C()()), ("call2", lambda: CC()()), ("property", lambda: P().x), ("property set", propset), ("add", lambda: A() + 1), ("radd", lambda: 1 + A()), ("iadd", iadd),
  ("neg", lambda: -A()), ("getitem", lambda: A()[0]), ("setitem", setitem), ("delitem", delitem), ("contains", lambda: 1 in A()), ("len", lambda: len(A())), ("bool", lambda: bool(A())), ("not", lambda: not A()),
  ("iter", lambda: iter(A())), ("for", lambda: [x for x in A()]), ("next", lambda: next(A())), ("index", lambda: [1][A()]), ("int", lambda: int(A())), ("float", lambda: float(A())), ("with", withs),
  ("reversed", lambda: reversed(A())), ("round", lambda: round(A())), ("abs", lambda: abs(A())), ("bytes", lambda: bytes(A())), ("dir", lambda: dir(A())), ("divmod", lambda: divmod(A(), 1)), ("pow", lambda: A() ** 2),
  ("complex", lambda: complex(A())), ("get", lambda: HasD().d), ("new", lambda: N()), ("init", lambda: I()), ("instancecheck", lambda: isinstance(1, WM)), ("subclasscheck", lambda: issubclass(int, WM)), ("metacall", lambda: WM())]:
    attempt(name, action)
