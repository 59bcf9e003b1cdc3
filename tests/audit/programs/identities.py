# What only this process can say: addresses, counts, sizes, the collector's counters. The same recorded and not recorded.
import gc, sys, weakref

base = id(object())


def place(o):
    return id(o) - base


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __del__(self):
        print("del", place(self), sys.getrefcount(self))

    def __eq__(self, other):
        print("eq", sys.getrefcount(self), sys.getrefcount(other), place(other))
        return self is other

    def __hash__(self):
        return 7

    def __lt__(self, other):
        print("lt", sys.getrefcount(self), sys.getrefcount(other))
        return self.value < other.value


class Slotted:
    __slots__ = ("a", "b", "__weakref__")


def call(n):
    frame = sys._getframe()
    print(n, place(frame), sys.getrefcount(frame), sys.getsizeof(frame))
    made = [n] * n
    if n:
        call(n - 1)
    return place(made)


print([place(object()) for _ in range(5)], [place([i]) for i in range(5)])
print(call(4), place(call), place(Node), place(print), place("a" + "b"), place(1000 + len("x")))
for n in range(12):
    l = list(range(n))
    d = {i: i for i in range(n)}
    s = set(l)
    print(n, place(l), place(d), place(s), sys.getsizeof(l), sys.getsizeof(d), sys.getsizeof(s), sys.getsizeof("x" * n), sys.getsizeof(10**n))
    l.append(n)
    d[n] = n
    s.add(n)
    del l[0], d[0]
    print(place(l), sys.getsizeof(l), sys.getsizeof(d), sys.getsizeof(s))
a = Node(1)
b = Node(2, a)
print(sys.getrefcount(a), sys.getrefcount(b), place(a), place(b.__dict__), sys.getrefcount(a.__dict__), sys.getsizeof(a), sys.getsizeof(a.__dict__))
d = {a: 1}
print(b in d, a in d, d.get(b), d.setdefault(b, 2), len(d))
s = {a, b}
print(len(s | {Node(3)}), [a, b].index(b), [b].count(a), sorted([b, a])[0] is a, max(a, b) is b)
bound = a.__init__
print(sys.getrefcount(bound), sys.getrefcount(Node.__init__), sys.getrefcount(Node), sys.getrefcount(None) > 1000)
print(sys.getrefcount([]), sys.getrefcount(()), sys.getrefcount(a.value + 10**6), sys.getrefcount(lambda: 0))


def generator():
    kept = Node(4)
    for i in range(3):
        print(sys.getrefcount(kept), place(sys._getframe()))
        yield place(kept)


g = generator()
print(next(g), sys.getrefcount(g), sys.getsizeof(g), place(g), place(g.gi_frame))
print(list(g), sys.getsizeof(g))
try:
    raise ValueError(Node(5))
except ValueError as e:
    print(place(e), sys.getrefcount(e), place(e.__traceback__), sys.getrefcount(e.__traceback__.tb_frame))
refs = [weakref.ref(a, lambda r, n=n: print("dead", n, place(r))) for n in range(3)]
print(weakref.getweakrefcount(a), place(refs[0]), sys.getrefcount(a))
d.clear()
s.clear()
b.next = None
del a, bound
print("after", refs[0]())
print(gc.get_threshold(), gc.isenabled(), gc.collect(), gc.get_count())
counts = []
for i in range(3000):
    loop = Slotted()
    loop.a = loop
    if i % 300 == 0:
        counts.append((gc.get_count(), place(loop)))
print(counts, gc.get_stats())
print(gc.collect(), gc.get_count(), len(gc.garbage), [s["collections"] for s in gc.get_stats()])
print(len(gc.get_objects()), len(gc.get_referrers(b)), [type(o).__name__ for o in gc.get_referents(b)])
x = Node(6)
x.next = x
del x
print(gc.collect())
print(sorted(sys.getsizeof(o) for o in (b"", b"abc", 1.5, 1j, range(3), slice(1), Slotted(), type, len, [].append, iter([]), {}.items(), frozenset("ab"))))
print([place(str(i) * 3) for i in range(4)], [place(i * 1.5) for i in range(4)], [place((i, i)) for i in range(4)])
import collections

q = collections.deque(range(100))
print(place(q), sys.getsizeof(q), place(collections.OrderedDict(a=1)), sys.getsizeof(collections.OrderedDict(a=1)), place(collections.Counter("aab")))
big = [Node(i) for i in range(20)]
del big[3:9]
big.reverse()
big = None
print(place([]), place({}), place(object()))
