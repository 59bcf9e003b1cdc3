# Which comparisons a sort makes, in which order.
class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n, end="; ")
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


def show(values):
    items = [Item(v) for v in values]
    items.sort()
    print()
    print(items)


show([3, 1, 2])
show([1, 2, 3, 4])
show([4, 3, 2, 1])
show([2, 2, 1, 1, 0, 0, 5])
show([5, 5, 5, 1, 2])


class Counting:
    count = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counting.count += 1
        return self.n < other.n


def number(values):
    Counting.count = 0
    items = [Counting(v) for v in values]
    items.sort()
    result = Counting.count
    return result, [i.n for i in items] == sorted(values)


state = 12345


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state % n


for n in (10, 63, 64, 65, 100, 200, 500, 1000):
    print(n, number([rnd(1000) for _ in range(n)]), number([rnd(10) for _ in range(n)]), number(list(range(n))), number(list(range(n, 0, -1))),
          number(list(range(n // 2)) * 2), number([i // 3 for i in range(n, 0, -1)]), number([i % 7 for i in range(n)]))

log = []
a = [3, 1, 2]
a.sort(key=lambda x: log.append(x) or -x)
print(a, log)
a.sort(key=str, reverse=True)
print(a)
print(sorted("hello world"), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([1.5, -2, True, 0]))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower))
pairs = [(1, "a"), (0, "b"), (1, "c"), (0, "d")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))


class Nasty:
    def __init__(self, a):
        self.a = a

    def __lt__(self, other):
        self.a.append(1)
        return False


b = []
b.extend([Nasty(b), Nasty(b)])
try:
    b.sort()
except ValueError as e:
    print(e, len(b))
seen = []
c = [3, 2, 1]


def key(x):
    seen.append(list(c))
    return x


c.sort(key=key)
print(c, seen)
try:
    c.sort(key=lambda x: 1 / (x - 2))
except ZeroDivisionError as e:
    print(e, c)
print(sorted([float("nan"), 1.0, 0.5]))
print(sorted([10**20, 5, -10**30, 10**20 - 1]))
print(sorted([(1, 2), (1,), ()]), sorted([[2], [1, 5], [1]]))
print(sorted(["é", "z", "a", "日本", "\U0001f600"]))
