class Node:
    def __init__(self, value):
        self.value = value
        self.before = None
        self.after = None


class Ends:
    def __init__(self):
        self.first = None
        self.last = None

    def append(self, value):
        node = Node(value)
        if self.last is None:
            self.first = node
        else:
            self.last.after = node
            node.before = self.last
        self.last = node

    def remove(self, node):
        if node.before:
            node.before.after = node.after
        if node.after:
            node.after.before = node.before


line = Ends()
for value in "abcdef":
    line.append(value)
line.remove(line.first.after.after)
print(line.last.before.value)
