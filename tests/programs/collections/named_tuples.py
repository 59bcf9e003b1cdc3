# namedtuple, and the User classes.
from collections import UserDict, UserList, UserString, namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), Point._make([7, 8]), p == (1, 2), hash(p) == hash((1, 2)), len(p))
x, y = p
print(x, y, p + (3,), isinstance(p, tuple), Point.__doc__, Point.x.__doc__, Point.__name__, Point.__module__)
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20])
print(D(1), D(1, 2), D._field_defaults, namedtuple("R", "a def a _x", rename=True)._fields, namedtuple("Empty", "")())
for f in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(x=1, z=2), lambda: p._replace(q=1), lambda: namedtuple("A", "def"), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "_a"),
          lambda: namedtuple("1A", "a"), lambda: Point._make([1]), lambda: setattr(p, "x", 5), lambda: p.zz, lambda: namedtuple("A", "a", defaults=[1, 2])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class Vector(namedtuple("Base", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


print(Vector(1, 2) + Vector(3, 4), Vector.__mro__[1].__name__)
match p:
    case Point(a, b):
        print(a, b)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u["B"] = 2
print(u, "a" in u, len(u), u.get("zz", 0), u | {"c": 3}, list(u.items()), u.copy())
l = UserList([3, 1, 2])
l.append(0)
l.sort()
print(l, l[1:], l + [9], l * 2, len(l), 3 in l, l.index(3), l == [0, 1, 2, 3])
s = UserString("hello")
print(s, s.upper(), s + "!", s[1:3], len(s), s == "hello", s.replace("l", "L"), "%s" % s, s.split("l"))
