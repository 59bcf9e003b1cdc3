class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


head = None
for value in range(8, 0, -1):
    head = Node(value, head)
node = head
total = 0
while node:
    total += node.value
    node = node.next
head.next = head.next.next
print(total)
