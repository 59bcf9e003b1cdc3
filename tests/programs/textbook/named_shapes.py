import math
from collections import namedtuple
from enum import Enum, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1


class Size(IntEnum):
    SMALL = auto()
    LARGE = auto()


Point = namedtuple("Point", "x y", defaults=[0])


class Circle(namedtuple("Circle", ["center", "radius"])):
    __slots__ = ()

    @property
    def area(self):
        return math.pi * self.radius ** 2


p = Point(3)
q = p._replace(y=4)
x, y = q
print(p, q, math.hypot(x, y), q._asdict())
c = Circle(q, 2)
print(c, round(c.area, 3), c.center.x)
print(Color.RED, Color.CRIMSON is Color.RED, Color(2).name, list(Color), Color["GREEN"].value)
print(Size.LARGE > Size.SMALL, Size.SMALL + 1)
paint = {Color.RED: "warm", Color.GREEN: "fresh"}
print([paint[color] for color in Color])
