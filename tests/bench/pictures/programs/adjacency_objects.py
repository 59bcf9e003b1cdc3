class Vertex:
    def __init__(self, name):
        self.name = name
        self.neighbours = []

    def connect(self, other):
        self.neighbours.append(other)
        other.neighbours.append(self)


a, b, c, d, e = (Vertex(name) for name in "abcde")
a.connect(b)
b.connect(c)
c.connect(d)
d.connect(e)
e.connect(a)
a.connect(c)
print([n.name for n in a.neighbours])
