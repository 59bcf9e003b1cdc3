class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        if not isinstance(k, (int, float)):
            return NotImplemented
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __neg__(self):
        return self * -1

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v * 2, 3 * w, -v, abs(v), v == Vector(3, 4), v != w, bool(Vector(0, 0)))
v += w
print(v, list(v), sorted([v, w]), {w: 1}[Vector(1, 2)])
try:
    v * "x"
except TypeError as error:
    print(error)
