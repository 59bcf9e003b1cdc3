class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self):
        self.head = None
        self.length = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.length += 1

    def pop(self):
        node = self.head
        if node is None:
            raise IndexError("pop from an empty list")
        self.head = node.next
        self.length -= 1
        return node.value

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.length


chain = LinkedList()
for n in (1, 2, 3, 4):
    chain.push(n)
print(list(chain), len(chain))
chain.reverse()
print(*chain)
print(chain.pop(), chain.pop(), len(chain))
try:
    while True:
        chain.pop()
except IndexError as error:
    print("error:", error)
