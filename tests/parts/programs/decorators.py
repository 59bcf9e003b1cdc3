# Decorators, classes, closures.
def repeat(times):
    def decorate(function):
        def run(*args):
            return [function(*args) for _ in range(times)]
        return run
    return decorate


def plain(function):
    function.seen = True
    return function


@plain
@repeat(1 + 1)
def double(n):
    return n * 2


class Base:
    kinds = []

    def __init_subclass__(cls, label=None, **rest):
        super().__init_subclass__(**rest)
        Base.kinds.append((cls.__name__, label))

    @property
    def name(self):
        return type(self).__name__ + str(len(self.kinds))


class Leaf(Base, label="le" + "af"):
    size = 3
    total = size * 2

    @staticmethod
    def make(count=total + 1):
        return [Leaf() for _ in range(count - 5)]


def counter():
    count = 0
    def up(by=1):
        nonlocal count
        count += by
        return count
    return up


up = counter()
print(double(4), double.seen, Base.kinds, Leaf().name, len(Leaf.make()), up() + up(5), up(by=up()))
