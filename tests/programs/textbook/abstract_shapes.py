from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def corners(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area()} in {self.corners} corners"


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height

    @property
    def corners(self):
        return 4


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"


try:
    Shape("thing")
except TypeError as problem:
    print(problem)
shapes = [Rectangle(2, 3), Square(4)]
for shape in shapes:
    print(shape.describe())
print(sorted(shapes, key=lambda s: s.area(), reverse=True)[0].name)
print(isinstance(shapes[1], Shape), Square.__abstractmethods__, sorted(Shape.__abstractmethods__))
