# Sizes of dicts as they grow, shrink and change their kind.
import sys

d = {}
sizes = []
for i in range(50):
    sizes.append(sys.getsizeof(d))
    d[i] = i
print(sizes)
d = {}
sizes = []
for i in range(50):
    sizes.append(sys.getsizeof(d))
    d["k%d" % i] = i
print(sizes)
for i in range(40):
    del d["k%d" % i]
print(sys.getsizeof(d), d)
d["new"] = 1
for i in range(10):
    d["m%d" % i] = 1
    print(sys.getsizeof(d), end=" ")
print()
d[1] = 2
print(sys.getsizeof(d), list(d))
print(sys.getsizeof(dict(d)), sys.getsizeof(d.copy()), sys.getsizeof({**d}), sys.getsizeof(d | {}))
print(sys.getsizeof(dict(a=1)), sys.getsizeof({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}), sys.getsizeof({1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6}))
print(sys.getsizeof(dict.fromkeys(range(10))), sys.getsizeof(dict.fromkeys("abcdefghij")), sys.getsizeof(dict(zip(range(10), range(10)))))
print(sys.getsizeof(dict.fromkeys({1, 2, 3})), sys.getsizeof(dict.fromkeys({"a": 1, "b": 2})), sys.getsizeof({i: i for i in range(20)}))
d.clear()
print(sys.getsizeof(d))
e = {1: 2}
e.update({i: i for i in range(100)})
print(sys.getsizeof(e))
f = {}
f.update(e)
print(sys.getsizeof(f), sys.getsizeof(dict([(1, 2), (3, 4)])))
while len(f) > 2:
    f.popitem()
print(sys.getsizeof(f), f)
f["x"] = 5
print(sys.getsizeof(f), f)
