# Class creation, attributes, descriptors, context managers, generators, exceptions and finalizers that run Python code.


class Meta(type):
    def __new__(meta, name, bases, space, **kwargs):
        space = dict(space, tag=[name])
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **kwargs):
        cls.options = kwargs
        super().__init__(name, bases, space)

    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        space = {"prepared": [name]}
        return space

    def __call__(cls, *args):
        made = super().__call__(*args)
        return made

    def __instancecheck__(cls, o):
        known = type(o).__name__
        return known == "int"

    def __subclasscheck__(cls, other):
        known = other.__name__
        return known == "int"

    def __getattr__(cls, name):
        made = [name]
        return made

    def __setattr__(cls, name, value):
        what = name
        super().__setattr__(what, value)

    def __iter__(cls):
        yield [cls.__name__]

    def __len__(cls):
        n = 3
        return n


class Named:
    def __set_name__(self, owner, name):
        self.name = [owner.__name__, name]

    def __get__(self, instance, owner=None):
        found = self.name + [instance is None]
        return found

    def __set__(self, instance, value):
        instance.__dict__["set"] = [value]

    def __delete__(self, instance):
        gone = self.name
        instance.__dict__["gone"] = gone


class Base:
    def __init_subclass__(cls, **kwargs):
        made = [cls.__name__]
        cls.made = made, kwargs
        super().__init_subclass__()


class One(Base, a=[1]):
    field = Named()

    def __new__(cls, *args):
        made = super().__new__(cls)
        return made

    def __init__(self, n=0):
        self.n = [n]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = [name]
        return made

    def __setattr__(self, name, value):
        kept = [value]
        super().__setattr__(name, kept)

    def __delattr__(self, name):
        what = [name]
        super().__delattr__(what[0])

    @property
    def half(self):
        made = [self.n]
        return made

    @half.setter
    def half(self, value):
        made = [value]
        self.n = made

    @classmethod
    def of(cls, n):
        made = cls(n)
        return made

    @staticmethod
    def plain(n):
        made = [n]
        return made


class Two(metaclass=Meta, option=[2]):
    pass


one = One(3)
print(One.made, One.field, one.field, one.none, one.half, One.of(4).n, One.plain(5), one.plain([6]))
one.field = 7
one.half = [8]
one.other = 9
del one.field
del one.other
print(sorted(vars(one)), one.n, getattr(one, "half"), hasattr(one, "zzz"))
setattr(one, "half", [1])
Two.extra = [5]
print(Two.tag, Two.options, Two.prepared, Two.unknown, isinstance(3, Two), issubclass(str, Two), list(Two), len(Two), type(Two()).__name__, Two.extra)
print(type("Made", (Base,), {"f": Named()}, b=[3]).made, type(one)(2).n)


class Manager:
    def __init__(self, name):
        self.name = [name]

    def __enter__(self):
        entered = [self.name]
        return entered

    def __exit__(self, kind, value, traceback):
        left = [self.name, kind]
        print("exit", left[0], kind and kind.__name__)
        return kind is KeyError


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with Manager("c"):
    {}["x"]
try:
    with Manager("d"):
        raise ValueError([1])
except ValueError as e:
    print(e.args, e.__context__)


def inner(n):
    try:
        got = yield [n]
        print("got", got)
        got = yield [got]
    except KeyError as e:
        yield [e.args]
    finally:
        print("inner ends")
    return [n, "returned"]


def outer(n):
    result = yield from inner(n)
    print(result)
    yield from [[1], [2]]
    return [3]


g = outer([0])
print(next(g), g.send([5]), g.send([6]), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = outer([1])
print(next(g), g.throw(KeyError([2])))
g.close()
g = outer([2])
next(g)
del g
print([x for x in (y for y in inner([4]))], sum(([v] for v in range(3)), []))


class Loud:
    def __init__(self, name, other=None):
        self.name, self.other = name, other

    def __del__(self):
        name = [self.name]
        print("del", name)


def locals_die():
    p, q, r = Loud("p"), Loud("q"), Loud("r")
    s = [Loud("s0"), Loud("s1")]
    return [p.name]


print(locals_die())
Loud("x", [Loud("y"), (Loud("z"),), {"k": Loud("w")}])
l = [Loud(i) for i in range(3)]
l.clear()
l = [Loud(i) for i in range(4)]
del l[1:3]
l[:] = []
d = {i: Loud(i) for i in range(3)}
d[0] = 1
d.pop(1)
d.clear()
s = {Loud("in set")}
s.clear()
t = (Loud(1), Loud(2))
del t
x = y = Loud("shared")
x = None
y = Loud("new")
y = None


class Keeps(list):
    __slots__ = ("slot", "__weakref__", "__dict__")

    def __init__(self, *items):
        super().__init__(items)
        self.slot = Loud("slot")
        self.attribute = Loud("attribute")


k = Keeps(Loud("item"))
del k
import gc, weakref

gc.collect()
a, b = Loud("a"), Loud("b")
a.other, b.other = b, a
del a, b
print(gc.collect() > 0)
target = Loud("target")
refs = [weakref.ref(target, lambda r, n=n: print("callback", n, r() is None)) for n in range(3)]
weak = weakref.WeakValueDictionary(k=target)
weakref.finalize(target, print, "finalized", [1])
proxy = weakref.proxy(target)
print(proxy.name)
del target
print(list(weak), refs[0]() is None)


class Resurrects:
    kept = []

    def __del__(self):
        self.kept.append(self)
        print("resurrected")


Resurrects()
print(len(Resurrects.kept))
Resurrects.kept.clear()


def raising(n):
    loud = Loud("in frame %d" % n)
    if n:
        raising(n - 1)
    raise KeyError([n])


try:
    raising(2)
except KeyError as e:
    kept = e
print(kept.args, kept.__traceback__.tb_next.tb_frame.f_locals["n"])
kept.__traceback__ = None
del kept
try:
    try:
        raise ValueError(Loud("one"))
    except ValueError:
        raise KeyError(Loud("two")) from TypeError([3])
except KeyError as e:
    print(type(e.__cause__), type(e.__context__))
try:
    raise ExceptionGroup("g", [ValueError(Loud("g1")), KeyError(2)])
except* ValueError as e:
    print("ve", len(e.exceptions))
except* KeyError as e:
    print("ke", e.exceptions)
import sys


def frames():
    here = sys._getframe()
    return here.f_back, here.f_locals, here


back, seen, here = frames()
print(back.f_code.co_name, here.f_code.co_name, sorted(here.f_locals), here.f_back is back)
del back, seen, here
import contextlib


@contextlib.contextmanager
def managed(n):
    loud = Loud("managed")
    yield [n]
    print("after", n)


with managed([1]) as m:
    print(m)
with contextlib.ExitStack() as stack:
    stack.enter_context(managed([2]))
    stack.callback(print, "called back", [3])
with contextlib.suppress(ZeroDivisionError):
    1 / 0
match {"a": [1, Loud("m")], "b": one}:
    case {"a": [int(n), Loud(name=name)], "b": One(n=kept), **rest}:
        print(n, name, kept, rest)
assert (lambda *a, k=[1], **kw: (a, k, kw))(1, k=2, z=[3]) == ((1,), 2, {"z": [3]})
print("end")
