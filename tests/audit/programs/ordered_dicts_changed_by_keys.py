"""Ordered dicts whose keys change them while they are looked for, and entries that dict's own methods take away."""
from collections import OrderedDict

od = None


class Clears:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        od.clear()
        return isinstance(other, Clears) and self.n == other.n


class ClearsByHash:
    def __hash__(self):
        od.clear()
        return 1

    def __eq__(self, other):
        return True


def fresh(first):
    global od
    od = OrderedDict([(first, 0)] if first else [])
    for i in range(20):
        od[i] = i
    return od


def tell(what, do):
    try:
        result = do()
        print(what, len(od), type(result).__name__)
    except Exception as e:
        print(what, len(od), type(e).__name__)


for key in Clears(5), ClearsByHash():
    for name in "pop", "setdefault", "__getitem__", "__contains__", "get":
        tell(name, lambda: getattr(fresh(None), name)(key))
    tell("set", lambda: fresh(None).__setitem__(key, 1))
    tell("update", lambda: fresh(None).update([(key, 1)]))
    tell("equal", lambda: fresh(None) == {key: 1})
    tell("or", lambda: fresh(None) | OrderedDict([(key, 1)]))
    tell("fromkeys", lambda: OrderedDict.fromkeys([key, key, 3]))
od = OrderedDict.fromkeys("abc")
dict.__delitem__(od, "a")
for what, do in {"list": lambda: list(od), "pop": lambda: od.pop("a", 5), "last": lambda: od.popitem(), "repr": lambda: repr(od), "end": lambda: od.move_to_end("b"),
                 "items": lambda: list(od.items()), "values": lambda: list(od.values()), "clear": lambda: od.clear(), "again": lambda: od.update(a=1)}.items():
    tell(what, do)
print(od)
it = iter(OrderedDict.fromkeys("abc"))
print(next(it), it.__reduce__()[1])
