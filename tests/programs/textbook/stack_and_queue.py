from collections import deque

stack = []
for c in "abc":
    stack.append(c)
print(stack.pop(), stack)
queue = deque([1, 2, 3], maxlen=4)
queue.append(4)
queue.append(5)
queue.appendleft(0)
print(queue, queue.popleft(), queue.pop(), len(queue))
queue.rotate(1)
print(list(queue))


def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    opened = []
    for c in text:
        if c in pairs.values():
            opened.append(c)
        elif c in pairs:
            if not opened or opened.pop() != pairs[c]:
                return False
    return not opened


print(balanced("{[()]}"), balanced("(]"), balanced("(("))
