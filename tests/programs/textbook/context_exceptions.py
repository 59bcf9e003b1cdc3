from contextlib import contextmanager, suppress, closing, ExitStack


class Recorder:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow

    def close(self):
        print("close", self.name)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ZeroDivisionError:
        print("!")
        raise
    finally:
        print(f"</{name}>")


with Recorder("outer", swallow=True) as outer, Recorder("inner"):
    raise ValueError("lost")

try:
    with tag("b") as bold:
        print(bold)
        1 / 0
except ZeroDivisionError as problem:
    print("outside", problem, problem.__context__)

with suppress(KeyError, IndexError):
    [][1]
with closing(Recorder("c")) as c:
    pass
with ExitStack() as stack:
    for name in "xy":
        stack.enter_context(Recorder(name))
    stack.callback(print, "called")
print("done")
