# How much room a list has after each append, pop and extend.
import sys

a = []
sizes = [sys.getsizeof(a)]
for i in range(40):
    a.append(i)
    sizes.append(sys.getsizeof(a))
print(sizes)
while a:
    a.pop()
    sizes.append(sys.getsizeof(a))
print(sizes[41:])
for n in (0, 1, 2, 3, 5, 8, 13, 100):
    print(n, sys.getsizeof([None] * n), sys.getsizeof(list(range(n))), sys.getsizeof([x for x in range(n)]), sys.getsizeof(list((None,) * n)))
b = [1, 2, 3]
b.extend([4, 5])
print(sys.getsizeof(b))
b += (6, 7, 8, 9)
print(sys.getsizeof(b))
b.extend(x for x in range(3))
print(sys.getsizeof(b), b)
b.extend({1: 2, 3: 4})
print(sys.getsizeof(b), b)
b.extend({9, 8})
print(sys.getsizeof(b), b)
b.insert(0, "first")
print(sys.getsizeof(b), b)
del b[2:9]
print(sys.getsizeof(b), b)
b.clear()
print(sys.getsizeof(b), b)
c = [1, 2]
c *= 5
print(sys.getsizeof(c), c)
c *= 0
print(sys.getsizeof(c), c)
print(sys.getsizeof([1, 2] + [3]), sys.getsizeof([1, 2, 3][1:]), sys.getsizeof([1, 2, 3].copy()))
