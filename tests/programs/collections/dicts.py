# defaultdict, OrderedDict, Counter, ChainMap.
import sys
from collections import ChainMap, Counter, OrderedDict, defaultdict

d = defaultdict(list)
d["a"].append(1)
d["b"].append(2)
d["a"].append(3)
print(d, dict(d), d.default_factory, d.get("zz"), "zz" in d, len(d))
n = defaultdict(int, x=1)
for c in "hello":
    n[c] += 1
print(n, n.copy(), n | {"q": 1}, defaultdict(None, {1: 2}))
try:
    defaultdict()["x"]
except KeyError as e:
    print("KeyError", e)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"], list(nested))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(o, list(o), list(reversed(o)), o.keys(), o.values(), o.items())
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o)
o["z"] = 26
o["b"] = "still second"
del o["z"]
o["z"] = 27
print(o, o == OrderedDict(b="still second", z=27), o == OrderedDict(z=27, b="still second"), o == {"z": 27, "b": "still second"})
print(o.pop("b"), o.pop("nope", None), o.setdefault("k", 5), o, o.copy(), OrderedDict.fromkeys("ab", 0), o | {"m": 1}, {"m": 1} | o)
o.update(q=1)
o.clear()
print(o, bool(o), sys.getsizeof(OrderedDict()), sys.getsizeof(OrderedDict(a=1)), sys.getsizeof(OrderedDict((i, i) for i in range(10))))
for f in (lambda: OrderedDict().popitem(), lambda: OrderedDict(a=1).move_to_end("b"), lambda: OrderedDict(a=1).pop("b"), lambda: OrderedDict(1, 2), lambda: OrderedDict([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
try:
    p = OrderedDict(a=1, b=2)
    for k in p:
        p.move_to_end(k)
except RuntimeError as e:
    print(e)
c = Counter("mississippi")
print(c, c.most_common(2), c["zz"], c.total(), sorted(c.elements()))
c.update("mmm")
c.subtract("ss")
print(c, c + Counter(a=1), c - Counter("miss"), c & Counter("mip"), c | Counter("zzz"), +Counter(a=-1, b=1), -Counter(a=-1, b=1))
print(Counter(a=1) == Counter(a=1, b=0), Counter("ab") <= Counter("aab"), Counter([1, 1, 2]).most_common(), Counter(), Counter({"x": 3}))
c["new"] -= 3
del c["m"], c["nothing"]
print(c)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], list(m), len(m), dict(m), m.parents, m.new_child({"c": 1}))
m["b"] = 9
print(m.maps, "b" in m, m.get("q", 0))
try:
    del m["zz"]
except KeyError as e:
    print("KeyError", e)
