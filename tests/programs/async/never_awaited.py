"""Coroutines that die without having run are told of on stderr; async generators are closed or left to the hooks."""
import sys


async def work():
    print("never printed")


async def stream():
    try:
        yield 1
        yield 2
    finally:
        print("stream closed")


async def waits_in_finally():
    try:
        yield 1
    finally:
        await nothing()
        print("not reached by the plain close")


class nothing:
    def __await__(self):
        yield "nothing"


def outer():
    work()
    print("outer goes on")

outer()
dropped = work()
dropped = None
stream().asend(None)
stream().athrow(ValueError)
stream().aclose()
started = stream()
try:
    started.asend(None).send(None)
except StopIteration as stop:
    print("first value", stop.value)
started = None
print("-- finally that waits")
sys.unraisablehook = lambda what: print("unraisable:", type(what.object).__name__, repr(what.exc_value), what.err_msg)
started = waits_in_finally()
try:
    started.asend(None).send(None)
except StopIteration as stop:
    print("first value", stop.value)
started = None

print("-- hooks")
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=lambda g: print("first", g.__name__), finalizer=lambda g: print("finalizer", g.__name__))
started = stream()
try:
    started.asend(None).send(None)
except StopIteration as stop:
    print("value", stop.value)
started = None
sys.set_asyncgen_hooks(None, None)
for wrong in ({"firstiter": 1}, {"finalizer": "x"}):
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)
sys.set_coroutine_origin_tracking_depth(2)


def maker():
    return work()

with_origin = maker()
print([entry[1:] for entry in with_origin.cr_origin])
del with_origin
sys.set_coroutine_origin_tracking_depth(0)
left = work()
left_stream = stream()
try:
    left_stream.asend(None).send(None)
except StopIteration as stop:
    print("value", stop.value)
