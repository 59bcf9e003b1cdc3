import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


gc.collect()
a = Node("a")
b = Node("b")
a.next = b
b.next = a
del a
del b
c = Node("c")
c = None
gc.collect()
alone = [1]
alone.append(alone)
alone = None
gc.collect()
print("done")
