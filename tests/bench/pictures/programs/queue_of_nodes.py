class Node:
    def __init__(self, item):
        self.item = item
        self.next = None


class Queue:
    def __init__(self):
        self.front = self.back = None
        self.count = 0

    def put(self, item):
        node = Node(item)
        if self.back:
            self.back.next = node
        else:
            self.front = node
        self.back = node
        self.count += 1

    def get(self):
        node = self.front
        self.front = node.next
        if self.front is None:
            self.back = None
        self.count -= 1
        return node.item


queue = Queue()
for number in (11, 22, 33, 44, 55):
    queue.put(number)
served = [queue.get(), queue.get()]
queue.put(66)
print(served)
