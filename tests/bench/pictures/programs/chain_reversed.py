class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def build(values):
    first = last = None
    for value in values:
        node = Node(value)
        if last is None:
            first = node
        else:
            last.next = node
        last = node
    return first


def reverse(head):
    before = None
    while head is not None:
        after = head.next
        head.next = before
        before, head = head, after
    return before


chain = build("abcde")
chain = reverse(chain)
print(chain.value)
