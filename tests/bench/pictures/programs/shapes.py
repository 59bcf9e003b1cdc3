class Shape:
    def __init__(self, name):
        self.name = name


class Circle(Shape):
    def __init__(self, centre, radius):
        super().__init__("circle")
        self.centre = centre
        self.radius = radius


class Polygon(Shape):
    def __init__(self, *points):
        super().__init__("polygon")
        self.points = list(points)


origin = [0, 0]
drawing = [Circle(origin, 5), Polygon(origin, [4, 0], [4, 3]), Circle([9, 9], 2)]
origin[0] = 1
for shape in drawing:
    shape.name = shape.name.upper()
print(drawing[1].points)
