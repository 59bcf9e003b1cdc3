import gc

gc.collect()
gc.disable()


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("released", self.name)


a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("still there")
print("found", gc.collect())
c = Node("c")
c.other = c
c.other = None
c = None
print("end", gc.isenabled(), gc.get_threshold())
d = Node("d")
