"""Scopes, classes, inheritance, iterators, generators, as the tutorial has them, and more of each."""


def scope_test():
    def do_local():
        spam = "local spam"
    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal spam"
    def do_global():
        global spam
        spam = "global spam"
    spam = "test spam"
    do_local(); print(spam)
    do_nonlocal(); print(spam)
    do_global(); print(spam)

scope_test()
print(spam)


class MyClass:
    """A simple example class"""
    i = 12345

    def f(self):
        return "hello world"

x = MyClass()
print(MyClass.i, MyClass.__doc__, x.f(), MyClass.f(x), x.f.__self__ is x, x.f.__func__ is MyClass.f, x.f == x.f, x.f is x.f, MyClass.f.__qualname__)
x.counter = 1
while x.counter < 10: x.counter *= 2
print(x.__dict__); del x.counter
for action in (lambda: x.counter, lambda: MyClass.f(), lambda: x.f(1), lambda: MyClass(1), lambda: MyClass.g, lambda: MyClass.__init__(1, 2)):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)


class Dog:
    tricks = []
    def __init__(self, name): self.name = name
    def add_trick(self, trick): self.tricks.append(trick)

d, e = Dog("Fido"), Dog("Buddy")
d.add_trick("roll over"); e.add_trick("play dead")
print(d.tricks, Dog.__init__.__qualname__)


class Mapping:
    def __init__(self, iterable):
        self.items_list = []
        self.__update(iterable)
    def update(self, iterable):
        for item in iterable: self.items_list.append(item)
    __update = update

class MappingSubclass(Mapping):
    def update(self, keys, values):
        for item in zip(keys, values): self.items_list.append(item)

m = MappingSubclass([1, 2]); m.update("ab", "cd")
print(m.items_list, [n for n in dir(m) if "update" in n])


class Base:
    def who(self): return "Base"
class Left(Base):
    def who(self): return "Left+" + super().who()
class Right(Base):
    def who(self): return "Right+" + super().who()
class Bottom(Left, Right):
    def who(self): return "Bottom+" + super().who()

print(Bottom().who(), [c.__name__ for c in Bottom.__mro__], issubclass(Bottom, Base), isinstance(Bottom(), Right), Bottom.__bases__, Base.__subclasses__())
try:
    class Impossible(Base, Left): pass
except TypeError as error:
    print(error)


class Reverse:
    def __init__(self, data): self.data, self.index = data, len(data)
    def __iter__(self): return self
    def __next__(self):
        if self.index == 0: raise StopIteration
        self.index -= 1
        return self.data[self.index]

print(list(Reverse("spam")), "a" in Reverse("spam"), max(Reverse([1, 3, 2])))


def reverse(data):
    for index in range(len(data) - 1, -1, -1): yield data[index]

g = reverse("golf")
print("".join(g), list(g), sum(i * i for i in range(10)), sum(x * y for x, y in zip([10, 20], [7, 5])))


class Sequence:
    def __getitem__(self, i):
        if i > 3: raise IndexError("past the end")
        return i * 10

print(list(Sequence()), 20 in Sequence(), [*Sequence()], dict(enumerate(Sequence())), list(map(str, Sequence())))


def generator_with_everything():
    try:
        got = yield "started"
        while True:
            try:
                got = yield f"got {got!r}"
            except ValueError as error:
                got = f"error {error}"
    finally:
        print("cleanup")

g = generator_with_everything()
print(next(g), g.send(1), g.throw(ValueError("v")), next(g), g.gi_frame is not None, g.gi_running)
g.close()
print(g.gi_frame, next(g, "done"))
def delegating():
    result = yield from inner()
    print("result", result)
    yield from "ab"
    yield from [1]
def inner():
    x = yield 1
    return x
g = delegating()
print(next(g), g.send("sent"), list(g))
for wrong in (lambda: generator_with_everything().send(5), lambda: iter(Base()), lambda: next(Base()), lambda: len(Base()), lambda: Base()[0], lambda: Base() + 1, lambda: Base() < Base(), lambda: -Base(), lambda: Base()(), lambda: 1 in Base(), lambda: int(Base()), lambda: float(Base()), lambda: list(Base()), lambda: hash(Base()) and "ok", lambda: bool(Base()), lambda: "a" + Base(), lambda: [1] * Base(), lambda: "abc"[Base()], lambda: range(Base()), lambda: abs(Base()), lambda: round(Base()), lambda: divmod(Base(), 1), lambda: reversed(Base()), lambda: f"{Base():5}", lambda: {**Base()}, lambda: print(**Base()), lambda: max(Base()), lambda: sum(Base()), lambda: open(Base()), lambda: bytes(Base()), lambda: complex(Base()), lambda: Base() @ Base(), lambda: Base() ** 2, lambda: ~Base(), lambda: exec("b = Base(); b += 1"), lambda: exec("b = Base(); b[0] = 1"), lambda: exec("b = Base(); del b[0]"), lambda: exec("b = Base(); del b.x"), lambda: exec("with Base(): pass"), lambda: exec("for i in Base(): pass"), lambda: exec("a, b = Base()"), lambda: exec("raise Base()"), lambda: exec("raise Base")):
    try: print(wrong())
    except Exception as error: print(type(error).__name__ + ":", error)
