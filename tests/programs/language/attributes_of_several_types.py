# One line that meets instances of several classes, whose attributes lie in different places and change while it runs.
class Shape:
    __slots__ = ("name", "tag")

    def __init__(self, name):
        self.name = name

    def told(self):
        return self.name, self.area()

    def area(self):
        return 0


class Square(Shape):
    __slots__ = ("side",)

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3 * self.radius ** 2


class Plain:
    def __init__(self, side):
        self.name = "plain"
        self.side = side

    def told(self):
        return self.name, -self.side


class Reckoned:
    side = 7

    @property
    def name(self):
        return "reckoned %d" % self.side

    @name.setter
    def name(self, value):
        self.side = len(value)

    def told(self):
        return self.name, None


class Asked:
    def __getattr__(self, name):
        return "%s?" % name

    def told(self):
        return self.name, self.side


class Taken:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value + "!")

    def told(self):
        return self.name, 0


def tell(shapes):
    return [shape.told() for shape in shapes]


def rename(shapes, name):
    for shape in shapes:
        shape.name = name
    return [shape.name for shape in shapes]


two = [Square(2), Circle(3)] * 30
print(tell(two) == [("square", 4), ("circle", 27)] * 30)
many = [Square(2), Plain(5), Circle(3), Reckoned(), Plain(6), Asked()] * 20
print(tell(many)[:6], len(set(tell(many))))
print(rename([Square(1), Plain(1), Reckoned(), Circle(1), Taken()] * 10, "four")[:5])

# The places change: an instance's own attribute, one of the class, one that is gone.
first, second = Plain(1), Plain(2)
for turn in range(60):
    if turn == 20:
        first.told = lambda: "its own"
    if turn == 30:
        Plain.told = lambda self: ("of the class", self.side)
    if turn == 40:
        del first.told
    if turn == 50:
        Shape.told = property(lambda self: lambda: "by property")
    answers = [shape.told() for shape in (first, second, Square(turn))]
    if turn in (19, 20, 29, 30, 39, 40, 49, 50, 59):
        print(turn, answers)

# A slot that is empty, then not, between instances of another class.
for turn in range(40):
    for shape in (Circle(1), Square(1)):
        try:
            shape.tag
        except AttributeError as problem:
            if turn % 20 == 0:
                print(turn, problem)
        if turn % 3:
            shape.tag = turn
            assert shape.tag == turn
        shape.__dict__ if isinstance(shape, Circle) else None


# A class whose own dict is asked, between modules and classes.
import math
import string
for turn in range(3):
    print([owner.__name__ for owner in (math, Plain, string, Circle, tell)])


# A property that becomes a plain attribute and back.
class Changing:
    @property
    def value(self):
        return "property"


changing, seen = Changing(), []
for turn in range(60):
    if turn == 25:
        del Changing.value
        changing.value = "instance"
    if turn == 45:
        Changing.value = property(lambda self: "again")
    seen.append(changing.value)
print([(value, seen.count(value)) for value in dict.fromkeys(seen)])
