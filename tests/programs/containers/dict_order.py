# Order of entries, equality, views and iteration.
d = {"a": 1, "b": 2, "c": 3}
d["a"] = 10
del d["b"]
d["b"] = 20
print(d, list(d), list(reversed(d)), list(d.items()), list(reversed(d.items())), list(reversed(d.values())))
print(d.popitem(), d.pop("a"), d.pop("zz", None), d.setdefault("q", 5), d.setdefault("q", 6), d)
print({1: "int"} == {1.0: "int"}, {1: 1, True: 2, 1.0: 3}, {0: "a", False: "b"})
print(d.keys(), d.values(), d.items())
print(d.keys() & {"q"}, d.keys() | {"z"}, d.keys() - {"q"}, d.keys() ^ {"q", "w"}, sorted(d.items() & {("q", 5)}))
print(d.keys() == {"c", "q"}, d.keys() < {"c", "q", "z"}, d.keys() >= {"c"}, d.keys().isdisjoint("xyz"), ("q", 5) in d.items(), ("q", 6) in d.items())
print({"x": 1} | {"y": 2, "x": 3}, dict([("a", 1)], b=2), dict({"z": 1}, z=2))
e = {"x": 1}
e |= [("y", 2)]
print(e)
e.update({"z": 3}, w=4)
print(e, e.get("nope"), e.get("nope", 0), "x" in e, "q" in e)
for f in (lambda: e["nope"], lambda: e.pop("nope"), lambda: {}.popitem(), lambda: e[[]], lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]),
          lambda: dict(5), lambda: e.update(1, 2), lambda: e.fromkeys(), lambda: e.get(), lambda: {1: 2} < {3: 4}, lambda: {} | 3, lambda: dict(1, 2), lambda: e.pop(),
          lambda: {{}: 1}, lambda: {1, []}, lambda: dict(["ab", "c"]), lambda: hash({})):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x, sep=": ")


def change(d, f):
    try:
        for k in d:
            f(d, k)
    except RuntimeError as x:
        print(x)
    print(d)


change({1: 1, 2: 2}, lambda d, k: d.__setitem__(k + 10, 1))
change({1: 1, 2: 2}, lambda d, k: d.pop(k))
change({1: 1, 2: 2}, lambda d, k: (d.pop(k), d.__setitem__(k + 10, 1)))
change({1: 1, 2: 2}, lambda d, k: d.__setitem__(k, "changed"))


class Key:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        print("hash", self.name, end="; ")
        return self.h

    def __eq__(self, other):
        print(self.name, "==", other.name, end="; ")
        return self.name == other.name

    def __repr__(self):
        return self.name


k1, k2, k3 = Key("k1", 1), Key("k2", 1), Key("k3", 9)
d = {k1: 1, k2: 2, k3: 3}
print(d)
print(d[Key("k2", 1)], Key("k9", 17) in d, k1 in d)
d2 = {Key("k3", 9): 3, Key("k1", 1): 1, Key("k2", 1): 2}
print(d == d2)


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), m)
r = {}
r["self"] = r
r["list"] = [r]
print(r)
print(dict.fromkeys("abc", 0), dict.fromkeys([]), type(Missing.fromkeys("a")))
it = iter({1: 2, 3: 4}.items())
pairs = list(it)
print(pairs, pairs[0] is pairs[1])
print(it.__length_hint__(), next(it, "end"), next(it, "end"))
