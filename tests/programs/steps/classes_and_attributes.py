class Point:
    made = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.made += 1

    def __iadd__(self, other):
        self.x += other.x
        return self


class Slotted:
    __slots__ = ("left", "right")


p = Point(1, 2)
q = p
q.x = 10
p += Point(5, 5)
del q.y
p.label = "new"
s = Slotted()
s.left = s
s.right = [p]
s = None
bound = p.__iadd__
bound = None
p = q = None
print(Point.made)
