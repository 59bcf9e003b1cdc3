"""Coroutines driven by send: custom awaitables, async with, async for, comprehensions, attributes, errors."""
import types


class Wait:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        return (yield self.tag)


def run(coroutine, answers=()):
    answers = iter(answers)
    value = None
    while True:
        try:
            out = coroutine.send(value)
        except StopIteration as stop:
            return stop.value
        print("  out:", out)
        value = next(answers, None)


def attempt(label, action):
    try:
        print(label, "->", action())
    except BaseException as error:
        print(label, "->", type(error).__name__, error)


async def add(a, b):
    x = await Wait(a)
    y = await Wait(b)
    return x + y


async def nested():
    first = await add("a", "b")
    try:
        second = await add("c", "d")
    except ValueError as error:
        second = str(error)
    return first, second

c = nested()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await, c.cr_frame.f_lineno - c.cr_code.co_firstlineno, c.cr_origin, c.cr_suspended)
print(run(c, [1, 2, 3, 4]), c.cr_frame, c.cr_suspended)
attempt("again", lambda: c.send(None))
attempt("throw at the end", lambda: c.throw(KeyError))
print(c.close())
c = nested()
print(c.send(None), type(c.cr_await).__name__, c.cr_await.__name__, c.cr_suspended)
for i in range(2):
    print(c.send(i))
try:
    c.throw(ValueError("thrown in"))
except StopIteration as stop:
    print("ends with", stop.value)

c = nested()
attempt("value to a fresh one", lambda: c.send(1))
c.close()
w = add(1, 2).__await__()
print(type(w).__name__, iter(w) is w, next(w), w.send(5))
attempt("wrapper", lambda: w.send(6))


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await Wait(self.name + " enter")
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        await Wait(self.name + " exit")
        print("  leaving", self.name, kind and kind.__name__)
        return self.swallow


async def managed():
    async with Manager("a") as a, Manager("b", True) as b:
        print("  inside", a, b)
        raise ZeroDivisionError("inside")
    return "survived"

print(run(managed()))


async def early():
    for i in range(3):
        async with Manager(f"m{i}"):
            if i == 1:
                return i
            continue

print(run(early()))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await Wait(self.n)
        self.n -= 1
        return self.n


async def letters(text):
    for letter in text:
        await Wait("about " + letter)
        yield letter


async def loops():
    async for n in Countdown(2):
        print("  n =", n)
    else:
        print("  else")
    async for letter in letters("xyz"):
        if letter == "y":
            break
        print("  letter", letter)
    squares = [n * n async for n in Countdown(3) if n != 1]
    table = {letter: n async for letter in letters("ab") async for n in Countdown(1)}
    unique = {letter async for letter in letters("aab")}
    lazy = (letter + letter async for letter in letters("pq"))
    waited = [await add(i, -i) for i in range(2)]
    return squares, table, sorted(unique), [item async for item in lazy], type(lazy).__name__, waited

print(run(loops(), iter(range(100))))


@types.coroutine
def old_style(n):
    got = yield n
    return got * 2


async def uses_old():
    return await old_style(21)

print(run(uses_old(), [4]))


class Bad:
    def __await__(self):
        return 5


class BadCoroutine:
    def __await__(self):
        return add(1, 2)


async def await_this(thing):
    return await thing

for thing in (5, "text", Bad(), old_style, None):
    attempt(f"await {type(thing).__name__}", lambda: run(await_this(thing)))


async def await_bad():
    bad = BadCoroutine()
    try:
        await bad
    finally:
        print("  finally")

attempt("await coroutine from __await__", lambda: run(await_bad()))


async def for_this(thing):
    async for _ in thing:
        pass


class NoNext:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5

for thing in ([1], NoNext(), BadNext()):
    attempt(f"async for {type(thing).__name__}", lambda: run(for_this(thing)))


async def with_this(thing):
    async with thing:
        pass


class HalfManager:
    async def __aenter__(self):
        return 1


class SyncManager:
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return False


class NotAwaitable:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        return 1

for thing in (5, HalfManager(), SyncManager(), NotAwaitable()):
    attempt(f"async with {type(thing).__name__}", lambda: run(with_this(thing)))


def takes_it():
    yield from add(1, 2)

attempt("yield from a coroutine", lambda: next(takes_it()))


async def twice(inner):
    return await inner

shared = add(1, 2)
a, b = twice(shared), twice(shared)
print(a.send(None))
attempt("awaited twice", lambda: b.send(None))
attempt("stop", lambda: run(raises_stop()))


async def raises_stop():
    raise StopIteration("x")

attempt("stop", lambda: run(raises_stop()))
attempt("iter of a coroutine", lambda: iter(shared))
a.close()
