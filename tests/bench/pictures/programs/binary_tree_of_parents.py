class Node:
    def __init__(self, key, parent=None):
        self.key = key
        self.parent = parent
        self.left = self.right = None


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        node, parent = self.root, None
        while node is not None:
            parent = node
            node = node.left if key < node.key else node.right
        new = Node(key, parent)
        if parent is None:
            self.root = new
        elif key < parent.key:
            parent.left = new
        else:
            parent.right = new


tree = Tree()
for key in (8, 3, 10, 1, 6, 14, 4):
    tree.insert(key)
print(tree.root.left.right.key)
