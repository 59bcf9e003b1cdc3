import sys


class Open:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Closed:
    __slots__ = ("x", "y")
    count = 0

    def __init__(self, x, y):
        self.x, self.y = x, y


class Mixed(Closed):
    __slots__ = ("z", "__dict__")


a, b, m = Open(1, 2), Closed(1, 2), Mixed(3, 4)
a.z = 3
try:
    b.z = 3
except AttributeError as problem:
    print(problem)
m.z, m.w = 5, 6
try:
    print(m.z, m.w, m.__dict__, b.__dict__)
except AttributeError as problem:
    print(problem)
del b.x
print(hasattr(b, "x"), Closed.__slots__, sys.getsizeof(a), sys.getsizeof(b), sys.getsizeof(m))
many = [Closed(i, -i) for i in range(3)]
print([p.x + p.y for p in many], vars(a))
