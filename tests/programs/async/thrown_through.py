"""An exception thrown into a chain of coroutines: who stands on the stack meanwhile, and who hears of it."""
import sys
import types


def depth():
    names, frame = [], sys._getframe(1)
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


@types.coroutine
def innermost():
    try:
        yield depth()
    except ZeroDivisionError:
        yield depth()
    finally:
        print("innermost is left")
    return "value"


async def middle():
    try:
        return await innermost()
    except KeyError as error:
        print("middle heard", repr(error))
        return "from the handler"


async def outer():
    return [await middle(), await middle()]

c = outer()
print(c.send(None))
print(c.throw(ZeroDivisionError("first")))
print(c.send(None))
try:
    print(c.throw(KeyError("third")))
except StopIteration as stop:
    print(stop.value)
print(innermost.__code__.co_flags & 0x100, type(innermost()).__name__)


def relay():
    return (yield from chain())


def chain():
    try:
        yield depth()
    except ValueError as error:
        yield depth()
        raise RuntimeError("instead") from error

g = relay()
print(next(g), g.throw(ValueError("v")))
try:
    next(g)
except RuntimeError as error:
    trace, lines = error.__traceback__, []
    while trace:
        lines.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    print(repr(error), repr(error.__cause__), lines)
