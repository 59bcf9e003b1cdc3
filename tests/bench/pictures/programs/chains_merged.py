class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def merge(a, b):
    if a is None:
        return b
    if b is None:
        return a
    if a.value <= b.value:
        a.next = merge(a.next, b)
        return a
    b.next = merge(a, b.next)
    return b


odd = Node(1, Node(3, Node(5)))
even = Node(2, Node(4, Node(6)))
both = merge(odd, even)
print(both.value, both.next.value)
