"""Slices with steps that reach far beyond the end, taken out and set."""
import array
import sys

huge = sys.maxsize
for kind in list, bytearray, lambda n: array.array("B", n):
    for part in slice(3, None, huge), slice(None, None, huge), slice(-1, None, -huge), slice(-1, None, -huge - 1), slice(254, None, huge), slice(0, huge, huge // 2), slice(5, None, 100):
        items = kind(range(255))
        del items[part]
        print(type(items).__name__, part, len(items), items[0], items[-1], sum(items))
        items = kind(range(255))
        count = len(items[part])
        items[part] = kind([9] * count)
        print(count, sum(items))
kept = [object() for i in range(40)]
items = list(kept)
del items[39::-7], items[::9], items[3::huge]
print(len(items), len({id(o) for o in items}), all(sys.getrefcount(o) == 4 for o in items), [kept.index(o) for o in items])
