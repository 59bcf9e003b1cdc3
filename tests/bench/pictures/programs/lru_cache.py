class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.newer = self.older = None


class Cache:
    def __init__(self, room):
        self.room = room
        self.entries = {}
        self.newest = self.oldest = None

    def unlink(self, entry):
        if entry.newer:
            entry.newer.older = entry.older
        else:
            self.newest = entry.older
        if entry.older:
            entry.older.newer = entry.newer
        else:
            self.oldest = entry.newer
        entry.newer = entry.older = None

    def use(self, entry):
        entry.older = self.newest
        if self.newest:
            self.newest.newer = entry
        self.newest = entry
        if self.oldest is None:
            self.oldest = entry

    def put(self, key, value):
        if len(self.entries) == self.room:
            last = self.oldest
            self.unlink(last)
            del self.entries[last.key]
        entry = self.entries[key] = Entry(key, value)
        self.use(entry)

    def get(self, key):
        entry = self.entries[key]
        self.unlink(entry)
        self.use(entry)
        return entry.value


cache = Cache(4)
for key in "abcd":
    cache.put(key, ord(key))
cache.get("a")
cache.put("e", 101)
cache.get("c")
print(list(cache.entries))
