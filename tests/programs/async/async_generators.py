"""Async generators, driven by hand: what asend, athrow and aclose give, and in which state each call leaves the generator."""
import sys


class Pause:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


def drive(awaitable, answers=()):
    """Runs an awaitable to its end; prints what it lets through on the way."""
    iterator = awaitable.__await__()
    answers = list(answers)
    value = None
    while True:
        try:
            out = iterator.send(value)
        except StopIteration as stop:
            return stop.value
        print("   waits for", out)
        value = answers.pop(0) if answers else None


def attempt(label, action):
    try:
        print(label, "->", action())
    except BaseException as error:
        print(label, "->", type(error).__name__, error, "| cause", repr(error.__cause__))


async def numbers(n):
    total = 0
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                total += got
            await Pause(f"pause {i}")
    except KeyError as error:
        print("   caught", repr(error))
        yield "after KeyError"
    finally:
        print("   closing with total", total)


g = numbers(3)
print(type(g).__name__, g.__name__, g.__qualname__, g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name, g.ag_suspended)
print(hex(g.ag_code.co_flags), aiter(g) is g)
attempt("first", lambda: drive(anext(g)))
attempt("asend 10", lambda: drive(g.asend(10), ["x"]))
attempt("asend 20", lambda: drive(g.asend(20)))
attempt("end", lambda: drive(g.asend(30)))
attempt("after the end", lambda: drive(g.asend(None)))
attempt("aclose after the end", lambda: drive(g.aclose()))
attempt("athrow after the end", lambda: drive(g.athrow(ValueError("late"))))
print(g.ag_frame, g.ag_running)

print("-- sizes")
h = numbers(1)
first = h.__anext__()
print(sys.getsizeof(h), sys.getsizeof(first), type(first).__name__)
drive(first)
closing = h.aclose()
print(sys.getsizeof(closing), type(closing).__name__)
attempt("aclose", lambda: drive(closing))
attempt("awaited again", lambda: drive(closing))
attempt("awaited again", lambda: drive(first))

print("-- athrow")
h = numbers(5)
attempt("not begun, value", lambda: drive(h.asend(1)))
attempt("next", lambda: drive(h.asend(None)))
attempt("athrow KeyError", lambda: drive(h.athrow(KeyError("k"))))
attempt("athrow IndexError", lambda: drive(h.athrow(IndexError, )))
attempt("next", lambda: drive(h.asend(None)))
h = numbers(5)
attempt("athrow at the beginning", lambda: drive(h.athrow(OSError("early"))))
attempt("next", lambda: drive(anext(h)))
attempt("no exception", lambda: drive(numbers(1).athrow(3)))
attempt("no argument", lambda: drive(numbers(1).athrow()))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
drive(anext(s))
attempt("ignores GeneratorExit", lambda: drive(s.aclose()))
attempt("then", lambda: drive(anext(s)))


async def stops():
    yield 1
    raise StopAsyncIteration("by hand")


async def stops_plainly():
    yield 1
    raise StopIteration("by hand")

for make in (stops, stops_plainly):
    s = make()
    drive(anext(s))
    attempt(make.__name__, lambda: drive(anext(s)))

print("-- already running")


async def selfish():
    yield 1
    await Pause("inside")
    yield 2

r = selfish()
drive(anext(r))
step = anext(r).__await__()
print(step.send(None), r.ag_running, r.ag_await is not None)
attempt("anext", lambda: drive(anext(r)))
attempt("aclose", lambda: drive(r.aclose()))
attempt("athrow", lambda: drive(r.athrow(ValueError)))
attempt("throw into the wait", lambda: step.throw(ValueError("into")))
print(r.ag_running, r.ag_frame)

r = selfish()
step = anext(r)
attempt("close of a fresh awaitable", step.close)
attempt("then", lambda: drive(step))
attempt("next", lambda: drive(anext(r)))
r = selfish()
drive(anext(r))
step = anext(r)
print(step.send(None))
attempt("close in the middle", step.close)
attempt("next", lambda: drive(anext(r)))
attempt("default", lambda: drive(anext(r, "default")))
attempt("default of another", lambda: drive(anext(selfish(), "default")))
attempt("anext of a list", lambda: anext([]))
attempt("aiter of a list", lambda: aiter([]))
