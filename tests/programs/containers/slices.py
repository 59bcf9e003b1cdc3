# Reading, writing and deleting slices of every direction.
a = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(8, 2, -2), slice(2, 8, 3), slice(100, 200), slice(-100, 3), slice(5, 2)):
    print(s, a[s], tuple(a)[s], range(10)[s], s.indices(10), "0123456789"[s])
    b = list(a)
    del b[s]
    print("   del:", b)
b = list(a)
b[2:4] = "xyz"
print(b)
b[5:5] = [1, 2]
print(b)
b[::2] = range(len(b[::2]))
print(b)
b[::-3] = [None] * len(b[::-3])
print(b)
b[1:3] = []
print(b)
b[3:1] = ["between"]
print(b)
b[:] = (x for x in "gen")
print(b)
b[1:2] = b
print(b)
b[:] = []
print(b)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n, end=" ")
        return self.n


print(a[Index(1):Index(7):Index(2)])
print(a[Index(3)])
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1) < slice(2), hash(slice(1, 2, 3)) == hash(slice(1, 2, 3)))
print(slice(10**30, None, -1).indices(10**25), slice(None, None, 10**30).indices(5))
print(range(0, 10**30, 10**29)[2:5], len(range(0, 10**30, 10**29)))
t = (1, 2, 3)
print(t[:] is t, t[0:3] is t, t[1:1] is tuple(), t * 1 is t, t + () is t, () + t is t)
