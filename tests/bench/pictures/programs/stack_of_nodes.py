class Node:
    def __init__(self, item, below):
        self.item = item
        self.below = below


class Stack:
    def __init__(self):
        self.top = None

    def push(self, item):
        self.top = Node(item, self.top)

    def pop(self):
        node = self.top
        self.top = node.below
        return node.item


stack = Stack()
for sign in "3 4 + 2 *".split():
    if sign.isdigit():
        stack.push(int(sign))
    elif sign == "+":
        stack.push(stack.pop() + stack.pop())
    else:
        stack.push(stack.pop() * stack.pop())
for letter in "abc":
    stack.push(letter)
print(stack.pop())
