from contextlib import contextmanager


class Tag:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(f"<{self.name}>")
        return self

    def __exit__(self, kind, value, traceback):
        print(f"</{self.name}>", kind and kind.__name__)
        return kind is KeyError


@contextmanager
def section(title):
    print("begin", title)
    try:
        yield title.upper()
    finally:
        print("end", title)


with Tag("a") as a, Tag("b"):
    print("inside", a.name)
with Tag("c"):
    raise KeyError("swallowed")
with section("one") as name:
    print(name)
try:
    with section("two"):
        1 / 0
except ZeroDivisionError as error:
    print(error)
