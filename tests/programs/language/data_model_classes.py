"""Descriptors, slots, class creation hooks, weak references, and how attributes are looked up."""
import weakref


def attempt(label, action):
    try:
        print(label, "->", repr(action()))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


class Data:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, instance, owner): return f"get {self.name} {instance is not None} {owner.__name__}"
    def __set__(self, instance, value): print("set", self.name, value)
    def __delete__(self, instance): print("delete", self.name)

class NonData:
    def __get__(self, instance, owner=None): return "non-data"

class SetOnly:
    def __set__(self, instance, value): instance.__dict__["set_only"] = value * 2

class Owner:
    data, non_data, set_only = Data(), NonData(), SetOnly()

o = Owner()
print(o.data, Owner.data, o.non_data)
o.data = 5; del o.data
o.__dict__.update(data="hidden", non_data="shadows")
print(o.data, o.non_data)
o.set_only = 4
print(o.set_only)
attempt("delete set-only", lambda: delattr(o, "set_only"))


class Temperature:
    def __init__(self): self._c = 0
    @property
    def celsius(self):
        "degrees"
        return self._c
    @celsius.setter
    def celsius(self, value):
        if value < -273.15: raise ValueError("too cold")
        self._c = value
    @property
    def kelvin(self): return self._c + 273.15
    @celsius.deleter
    def celsius(self): self._c = None
    @classmethod
    def make(cls, c): t = cls(); t.celsius = c; return t
    @staticmethod
    def helper(x): return x

t = Temperature.make(20)
print(t.celsius, t.kelvin, Temperature.celsius.__doc__, t.helper(3), Temperature.make.__self__ is Temperature)
attempt("too cold", lambda: setattr(t, "celsius", -300))
attempt("no setter", lambda: setattr(t, "kelvin", 1))
attempt("no deleter", lambda: delattr(t, "kelvin"))
del t.celsius
print(t.celsius, type(Temperature.celsius.fget).__name__)
attempt("no getter", lambda: type("P", (), {"p": property()})().p)


class Slotted:
    __slots__ = ("x", "y", "__weakref__")
    def __init__(self, x): self.x = x

s = Slotted(1)
attempt("y unset", lambda: s.y)
attempt("z", lambda: setattr(s, "z", 1))
attempt("dict", lambda: s.__dict__)
attempt("delete unset", lambda: delattr(s, "y"))
print(Slotted.x, type(Slotted.x).__name__, Slotted.__slots__)
class SlottedChild(Slotted): __slots__ = ("z",)
class Unslotted(Slotted): pass
c = SlottedChild(2); c.z = 3
u = Unslotted(2); u.anything = 4
print(c.x, c.z, u.__dict__)
attempt("slot conflict", lambda: type("K", (), {"__slots__": ("a",), "a": 1}))
attempt("layout conflict", lambda: type("K", (Slotted, type("Q", (), {"__slots__": ("q",)})), {}))
attempt("bad slot", lambda: type("K", (), {"__slots__": ("1a",)}))
attempt("slot not str", lambda: type("K", (), {"__slots__": (1,)}))
attempt("int slots", lambda: type("K", (int,), {"__slots__": ("a",)}))
attempt("private", lambda: type("K", (), {"__slots__": ("__p",)}).__dict__["_K__p"])


class Registry:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__] = cls
class Alpha(Registry): pass
class Beta(Registry, key="b"): pass
print(sorted(Registry.registry))
attempt("unknown keyword", lambda: type("G", (Registry,), {}, wrong=1))
attempt("object keyword", lambda: type("G", (), {}, wrong=1))


class Box:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(Box[int], Box[int, str])
attempt("not subscriptable", lambda: Registry[int])
attempt("instance subscript", lambda: Box()[1])


class Entries:
    def __mro_entries__(self, bases): return (Registry, Box)
class FromEntries(Entries(), key="entries"): pass
print(FromEntries.__mro__, type(FromEntries.__orig_bases__[0]).__name__)


def meta_function(name, bases, space, **kw): return (name, bases, sorted(k for k in space if not k.startswith("__")), kw)
class NotAClass(metaclass=meta_function, extra=1): a = 1
print(NotAClass)
class M1(type): pass
class M2(type): pass
class A1(metaclass=M1): pass
class A2(metaclass=M2): pass
attempt("metaclass conflict", lambda: type("A3", (A1, A2), {}))
attempt("set_name failing", lambda: type("F", (), {"f": type("Bad", (), {"__set_name__": lambda s, o, n: 1 / 0})()}))


class Node: pass
n = Node()
r = weakref.ref(n, lambda ref: print("died", ref() is None))
p = weakref.proxy(n)
n.value = 5
print(r() is n, p.value, weakref.getweakrefcount(n), r == weakref.ref(n), hash(r) == hash(n))
del n
print(r(), end=" ")
attempt("dead proxy", lambda: p.value)
attempt("no weakrefs", lambda: weakref.ref(5))
attempt("no weakrefs", lambda: weakref.ref([]))
values = weakref.WeakValueDictionary(); keys = weakref.WeakKeyDictionary(); ws = weakref.WeakSet()
k = Node(); values["k"] = k; keys[k] = 1; ws.add(k)
print(len(values), len(keys), len(ws)); del k; print(len(values), len(keys), len(ws), dict(values))
class Finalized:
    def __del__(self): print("del", self.name)
f = Finalized(); f.name = "f"
weakref.finalize(f, print, "finalize", "called")
del f


class Before: pass
class Late(Before): pass
l = Late()
Late.method = lambda self: "added later"
print(l.method(), Late.__name__, Late.__qualname__, Late.__module__)
Late.__name__ = "Renamed"
print(Late, l.__class__)
attempt("bad name", lambda: setattr(Late, "__name__", 5))
class Other(Before): x = "other"
l.__class__ = Other
print(l.x)
attempt("class to int", lambda: setattr(l, "__class__", int))
attempt("class to slotted", lambda: setattr(l, "__class__", Slotted))
Late.__bases__ = (Other,)
print(Late.x, Late.__mro__)
attempt("bases to int", lambda: setattr(Late, "__bases__", (int,)))
attempt("set on builtin", lambda: setattr(int, "x", 1))
attempt("delete from builtin", lambda: delattr(str, "upper"))
attempt("set None attr", lambda: setattr(None, "x", 1))
attempt("object attr", lambda: setattr(object(), "x", 1))
attempt("function attr", lambda: setattr(attempt, "x", 1) or attempt.x)
attempt("type()", lambda: type("New", (Other,), dict(y=2))().x)
attempt("type bad", lambda: type("New", Other, {}))
attempt("type bad", lambda: type(5, (), {}))
attempt("type bad base", lambda: type("X", (5,), {}))
attempt("bool subclass", lambda: type("X", (bool,), {}))
attempt("NoneType", lambda: type(None)())
attempt("function type", lambda: type("X", (type(attempt),), {}))
attempt("abstract-ish", lambda: object.__new__(int))
attempt("int new", lambda: int.__new__(str))
attempt("object new", lambda: object.__new__())
attempt("vars", lambda: sorted(k for k in vars(Owner) if not k.startswith("__")))
attempt("eq", lambda: Owner.__eq__(1, 2))
attempt("unbound", lambda: Slotted.x.__get__(5))
attempt("super", lambda: super(int, "a"))
attempt("super", lambda: super(Registry, Alpha()).nothing)
attempt("reduce", lambda: object().__reduce_ex__(2)[1])
attempt("sizeof", lambda: object().__sizeof__())
attempt("dir", lambda: [n for n in dir(Box()) if "class" in n])
attempt("format", lambda: object().__format__("x"))
