# Linked objects: binary search trees filled, searched, walked and dropped again; a list that is turned round in place.
class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


def insert(root, key):
    if root is None:
        return Node(key)
    node = root
    while True:
        if key < node.key:
            if node.left is None:
                node.left = Node(key)
                return root
            node = node.left
        else:
            if node.right is None:
                node.right = Node(key)
                return root
            node = node.right


def depth(node):
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def walk(node, visit):
    if node is not None:
        walk(node.left, visit)
        visit(node.key)
        walk(node.right, visit)


class Link:
    __slots__ = "value", "next"

    def __init__(self, value, next):
        self.value, self.next = value, next


def turned(head):
    last = None
    while head is not None:
        head.next, last, head = last, head, head.next
    return last


total = 0
for turn in range(170):
    root, key = None, turn + 1
    for _ in range(1200):
        key = key * 16807 % 2147483647
        root = insert(root, key)
    keys = []
    walk(root, keys.append)
    total += depth(root) + (keys == sorted(keys))
    head = None
    for i in range(3000):
        head = Link(i, head)
    for _ in range(3):
        head = turned(head)
    total += head.value
print(total)
