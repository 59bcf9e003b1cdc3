class Entry:
    def __init__(self, key, value, next):
        self.key = key
        self.value = value
        self.next = next


class Table:
    def __init__(self, size):
        self.buckets = [None] * size

    def put(self, key, value):
        at = sum(map(ord, key)) % len(self.buckets)
        entry = self.buckets[at]
        while entry:
            if entry.key == key:
                entry.value = value
                return
            entry = entry.next
        self.buckets[at] = Entry(key, value, self.buckets[at])


table = Table(5)
for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"]):
    table.put(word, number + 1)
table.put("two", 22)
print(table.buckets[0])
