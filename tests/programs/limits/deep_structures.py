"""Containers that lie in one another a hundred thousand deep: dropped, printed, compared, hashed, copied."""
import copy
import functools
import itertools
import json


class Link:
    def __init__(self, x=None):
        self.x = x

    def method(self):
        pass


class Slot:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


class Finalized(Link):
    def __del__(self):
        pass


def cell(x):
    return lambda: x


def exception(x):
    e = ValueError(x)
    e.__context__ = x if isinstance(x, BaseException) else None
    return e


many = 100_000
makers = {
    "list": lambda x: [x], "tuple": lambda x: (x,), "dict": lambda x: {1: x}, "instance": Link, "slot": Slot, "finalized": Finalized, "closure": cell,
    "exception": exception, "method": lambda x: Link(x).method, "partial": lambda x: functools.partial(print, x), "two": lambda x: [x, x],
    "slice": lambda x: slice(x), "property": lambda x: property(x), "iterator": lambda x: iter([x]), "map": lambda x: map(print, [x]),
    "chain": lambda x: itertools.chain([x]), "frozenset": lambda x: frozenset([Link(x)]), "cycle": lambda x: itertools.cycle([x]),
}
for name, make in makers.items():
    x = None
    for i in range(many):
        x = make(x)
    del x
    print(name, "dropped")

x = y = None
for i in range(many):
    x, y = [x], [y]
t = u = ()
for i in range(5000):
    t = (t,)
d = {}
for i in range(many):
    d = {1: d}
actions = {
    "repr list": lambda: repr(x), "repr tuple": lambda: len(repr(t)), "repr dict": lambda: repr(d), "str": lambda: str(x), "format": lambda: f"{x}",
    "equal": lambda: x == y, "less": lambda: x < y, "in": lambda: x in [y], "deepcopy": lambda: copy.deepcopy(x), "isinstance": lambda: isinstance("a", t + (str,)),
    "hash": lambda: type(hash(t)), "percent": lambda: "%s" % [x], "sort": lambda: sorted([x, y]), "max": lambda: max(x, y), "set": lambda: len({t}),
    "count": lambda: [x].count(y), "exception": lambda: str(ValueError(x)), "print": lambda: print(x), "join": lambda: ",".join(map(repr, [x])),
}
for name, action in actions.items():
    try:
        print(name, action())
    except RecursionError as e:
        print(name, "RecursionError", e)
for name, action in {"dumps": lambda: json.dumps(x), "loads": lambda: json.loads("[" * many), "loads objects": lambda: json.loads('{"a":' * many)}.items():
    try:
        action()
    except RecursionError:
        print(name, "RecursionError")

x = []
x.append(x)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
y = []
y.append(y)
print(x, d, t, copy.deepcopy(x), x == x)
for name, action in {"equal": lambda: x == y, "less": lambda: x < y, "dumps": lambda: json.dumps(x), "hash": lambda: hash(t), "dumps dict": lambda: json.dumps(d)}.items():
    try:
        print(name, action())
    except (RecursionError, TypeError, ValueError) as e:
        print(name, type(e).__name__, e)
