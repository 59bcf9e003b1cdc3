# Order, sizes and operations of sets.
import sys

s = set()
sizes = []
for i in range(0, 400, 7):
    s.add(i)
    sizes.append(sys.getsizeof(s))
print(sizes)
print(s)
s = {5, 1, 100, 33, 17, 8, 24, 3}
print(s, sys.getsizeof(s))
s.discard(33)
s.add(41)
print(s)
print(s.pop(), s.pop(), s)
t = set(range(0, 50, 3))
u = set(range(0, 50, 5))
print(t & u, u & t, t | u, t - u, u - t, t ^ u)
print(t.union([1, 2], (3,)), t.intersection(range(10), [0, 3]), t.difference([0], [3]), t.symmetric_difference([0, 1]))
t &= u
t |= {1}
t -= {0}
t ^= {15, 99}
print(t)
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1, 2} > {1}, {1} >= {2}, {1, 2} == {2, 1}, {1} != {1}, {1}.isdisjoint({2}), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
print(frozenset([3, 1, 2]), hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset("abc")) == hash(frozenset("cba")), hash(frozenset(range(100))))
print({frozenset([1]): "x"}[frozenset([1])], {1} in {frozenset([1])}, frozenset([1]) == {1})
print(set("hello"), set([3, 3, 3]), set({"a": 1}), set(range(5)), set(), frozenset())
print(type(frozenset([1]) | {2}), type({1} | frozenset([2])))
for f in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: set(5), lambda: {1}.add([]), lambda: hash({1}), lambda: {1} < [1],
          lambda: set(1, 2), lambda: {1}.union(5), lambda: {1}.remove({2}), lambda: frozenset(x=1), lambda: {1}.update(5), lambda: {1}.issubset(7)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    v = {1, 2, 3}
    for x in v:
        v.add(x + 10)
except RuntimeError as e:
    print(e)
v = set(range(10))
for i in range(1000):
    v.add(i % 10 + 100)
    v.discard(i % 10 + 100)
print(v, sys.getsizeof(v))
print(sys.getsizeof(set(range(1000))), sys.getsizeof(frozenset(range(1000))), sys.getsizeof(set(list(range(1000)))), sys.getsizeof({1, 2} | {3}))
w = {1, 2}
w.add(w.__class__)
print(len(w))


class S(set):
    pass


print(S([1]), S([1]) | S([2]), type(S() & S()), S([1]).copy())
it = iter({1, 2, 3})
print(it.__length_hint__(), next(it), it.__length_hint__())
