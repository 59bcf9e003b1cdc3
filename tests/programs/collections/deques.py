# deque: both ends, rotation, limits, blocks.
import sys
from collections import deque

d = deque("abc")
d.append("d")
d.appendleft("z")
print(d, len(d), d[0], d[-1], d[2], d.pop(), d.popleft(), d)
d.extend([1, 2])
d.extendleft([3, 4])
print(d)
d.rotate()
print(d)
d.rotate(-3)
print(d, "a" in d, "q" in d, d.count(1), d.index("b"))
d.insert(2, "in")
d.remove("a")
print(d)
d.reverse()
print(d, list(reversed(d)), d.copy() == d, d + deque([9]), d * 2)
del d[1]
d[0] = "first"
print(d, d == deque(d), d < deque(["g"]), d != d)
m = deque(maxlen=3)
for i in range(6):
    m.append(i)
print(m, m.maxlen)
m.appendleft(9)
m.extend("xyz")
print(m, m * 2, deque([1, 2, 3], 2), deque([1, 2, 3], maxlen=0))
big = deque(range(300))
print(sys.getsizeof(deque()), sys.getsizeof(big), big[150], big[299], big[63], big[64], big.index(200))
big.rotate(100)
print(big[0], big[100], sys.getsizeof(big))
for _ in range(250):
    big.popleft()
print(big, sys.getsizeof(big))
del big[3]
big.insert(5, "five")
print(big)
big.clear()
print(big, sys.getsizeof(big))
r = deque([1])
r.append(r)
print(r)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[3], lambda: deque([1]).remove(5), lambda: deque([1]).index(5), lambda: deque([1]) + [1], lambda: deque(5),
          lambda: deque(maxlen=-1), lambda: deque(1, 2, 3), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])["a"], lambda: hash(deque()), lambda: deque([1]) < [1], lambda: deque([1]).rotate("a"),
          lambda: deque([1])[0:1]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
q = deque()
for i in range(1000):
    q.append(i)
    if i % 3 == 0:
        q.popleft()
print(len(q), q[0], q[-1], sum(q))


class D(deque):
    pass


s = D([1, 2], 5)
s.x = 1
print(s, s.copy(), type(s.copy()), s.maxlen)
