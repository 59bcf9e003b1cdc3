from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)


cheap, dear = Item(1.5, "pen"), Item(20.0, "book", ["new"])
cheap.tags.append("blue")
print(cheap, dear, cheap < dear, cheap == Item(1.5, "other"))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


p = Point(3)
print(p, hash(p) == hash(Point(3, 0)))
try:
    p.x = 1
except Exception as error:
    print(type(error).__name__, error)
