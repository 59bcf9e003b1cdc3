# Coroutines, generators in odd states, frames that are looked at, deep nesting and its end, cycles with finalizers, and recursion that fails.
import gc, sys, weakref, contextlib


class Loud:
    def __init__(self, name, **more):
        self.name = name
        self.__dict__.update(more)

    def __del__(self):
        name = [self.name]
        print("del", name[0])


class Later:
    def __init__(self, value):
        self.value = [value]

    def __await__(self):
        got = yield self.value
        return [got]


class Context:
    async def __aenter__(self):
        got = await Later("enter")
        return got

    async def __aexit__(self, kind, value, traceback):
        got = await Later("exit")
        return kind is KeyError


class Steps:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        return await Later(self.n)


async def work(n):
    loud = Loud("work %d" % n)
    async with Context() as c:
        async for s in Steps(2):
            c.append(s)
        if n > 1:
            raise KeyError([n])
    got = [x async for x in Steps(1)]
    if n:
        return [await work(n - 1), c, got]
    return c


def run(coroutine, limit=100):
    sent = None
    try:
        for i in range(limit):
            asked = coroutine.send(sent)
            sent = [i, asked]
    except StopIteration as e:
        return e.value
    try:
        coroutine.close()
    except RuntimeError as e:
        return e.args
    return "closed"


print(run(work(0)), run(work(1)), run(work(2)))
print(run(work(2), 3))
c = work(1)
print(c.send(None), c.cr_frame.f_locals["n"])
try:
    c.throw(ValueError([1]))
except ValueError as e:
    print(e.args)
c = work(1)
c.close()
c = work(0)
c.send(None)
del c


def g(n):
    loud = Loud("g%d" % n)
    try:
        got = yield [n]
        print("got", got)
        yield from (g(n - 1) if n else [])
    except ZeroDivisionError as e:
        yield [e.args]
    finally:
        print("end", n)


a = g(2)
print(next(a), a.send([1]), a.gi_yieldfrom is not None, a.gi_frame.f_lineno > 0)
f = a.gi_frame
print(a.throw(ZeroDivisionError([3])), f.f_locals["n"])
a.close()
print(f.f_code.co_name)
del a, f
a = g(1)
frame = a.gi_frame
next(a)
del a
print(frame.f_lineno > 0)
del frame
a = g(0)
a.close()
a = [g(0), g(0)]
next(a[0])
a.append(a)
del a
print(gc.collect() > 0)


def self_reference():
    me = yield
    kept = Loud("kept")
    yield [me]


s = self_reference()
next(s)
s.send(s)
del s
print(gc.collect() > 0)


def deep(n, kept):
    here = sys._getframe()
    if n:
        return deep(n - 1, [here])
    seen = 0
    while here:
        here = here.f_back
        seen += 1
    return [seen, kept[0].f_lineno > 0]


print(deep(5, [sys._getframe()]))


def fails(n, loud):
    if n == 0:
        return [1][2]
    with contextlib.suppress(KeyError):
        return fails(n - 1, Loud("level %d" % n))


try:
    fails(3, Loud("top"))
except IndexError as e:
    t = e.__traceback__
    frames = []
    while t:
        frames.append(t.tb_frame)
        t = t.tb_next
    print(len(frames), [f.f_locals.get("n") for f in frames])
    frames[-1].clear()
    del frames, t


def endless(n):
    loud = [n]
    return endless(n + 1)


sys.setrecursionlimit(60)
try:
    endless(0)
except RecursionError as e:
    print(str(e)[:32], e.__traceback__ is not None)


class Self:
    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return [self] == [other]


for action in (lambda: repr(Self()), lambda: Self() == Self()):
    try:
        action()
    except RecursionError as e:
        print("RecursionError")
sys.setrecursionlimit(1000)
nested = None
for i in range(3000):
    nested = [nested]
nested = None
chain = None
for i in range(200):
    chain = Loud.__new__(Loud)
    chain.name = i
    chain = None if i < 190 else chain
del chain
for kind in (list, tuple, dict, set):
    l = [Loud("in %s" % kind.__name__)]
    x = kind([(l[0], l[0])]) if kind is not set else {l[0]}
    l.clear()
    del x


class Ring:
    def __init__(self, other=None):
        self.other = other

    def __del__(self):
        mine = self.__dict__.pop("other", None)
        print("ring", mine is not None)


r = Ring(Ring(Ring()))
r.other.other.other = r
r.self = [r, {r: r}]
del r
print(gc.collect() > 0, gc.garbage)


class Back:
    saved = None

    def __del__(self):
        Back.saved = self
        self.me = None


b = Back()
b.me = b
del b
print(gc.collect() >= 0, Back.saved is not None)
Back.saved = None
calls = []
target = type("T", (), {"m": lambda self: 1})()
wm = weakref.WeakMethod(target.m, lambda r: calls.append(r))
ws = weakref.WeakSet([target])
wk = weakref.WeakKeyDictionary({target: [1]})
target.loop = target
del target
print(gc.collect() > 0, len(calls), len(ws), len(wk))
gc.callbacks.append(lambda phase, info: print(phase, info["generation"]))
gc.collect(1)
gc.callbacks.clear()
for i in range(30):
    x = [Loud.__new__(Loud) for _ in range(0)]
    y = {}
    y["y"] = y
gc.set_threshold(20)
made = []
for i in range(60):
    z = [i]
    z.append(z)
    made.append((z,))
    made = made[-3:]
gc.set_threshold(2000)
print(len(made), sys.exc_info())
try:
    raise ValueError("outer")
except ValueError:
    h = g(1)
    next(h)
    try:
        h.throw(TypeError("inner"))
    except TypeError as e:
        print(repr(e.__context__))
        print(sys.exception() is e)
    print(repr(sys.exception()))
del h
import types

print(types.SimpleNamespace(a=Loud("ns")).a.name, (lambda: (yield))().__next__())
exec("def f(): return [Loud('exec')]\nx = f()\ndel x", {"Loud": Loud})


def closure():
    cell = Loud("cell")

    def inner():
        nonlocal cell
        cell = [cell]
        return cell

    return inner


i = closure()
print(len(i()), i.__closure__[0].cell_contents[0].name)
i.__closure__[0].cell_contents = None
del i
def leave():
    try:
        return [Loud("returned")]
    finally:
        l = Loud("finally")
        del l


print(len(leave()))
try:
    sys.exit([1])
finally:
    print("leaving")
