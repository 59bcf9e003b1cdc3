# collections.abc: what counts as what, and the methods that come for free.
from collections import abc, deque

names = ["Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Collection", "Callable", "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Generator"]
for o in ([], (), "", b"", {}, set(), frozenset(), range(1), deque(), iter([]), (x for x in ()), len, 5, {}.keys(), {}.values(), {}.items(), None, int):
    print(type(o).__name__, *[n for n in names if isinstance(o, getattr(abc, n))])


class Countdown(abc.Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(4)
print(list(c), list(reversed(c)), 3 in c, 9 in c, c.index(2), c.count(1), isinstance(c, abc.Collection))


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)

    def __repr__(self):
        return f"Bag({self.items})"


a, b = Bag([1, 2, 3]), Bag([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a == Bag([3, 2, 1]), a.isdisjoint([9]), a.pop(), a)
a |= [7]
a -= b
print(a)


class Store(abc.MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, k):
        return self.data[k]

    def __setitem__(self, k, v):
        self.data[k] = v

    def __delitem__(self, k):
        del self.data[k]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


s = Store()
s.update(a=1, b=2)
print(dict(s), s.pop("a"), s.setdefault("c", 3), list(s.items()), list(s.keys()), list(s.values()), s == {"b": 2, "c": 3}, s.popitem(), "b" in s, s.get("b"))
print(s.keys(), s.keys() & {"c"})
try:
    abc.Sequence()
except TypeError as e:
    print(e)


class Half(abc.Mapping):
    def __len__(self):
        return 0


try:
    Half()
except TypeError as e:
    print(e)
print(abc.Callable[[int], str], list[int], abc.Iterable[int], dict[str, list[int]], int | str, int | None, (int | str).__args__, isinstance(5, int | str), list[int]((1, 2)), tuple[int, ...])
print(list[int] == list[int], hash(list[int]) == hash(list[int]), list[int].__origin__, list[int].__args__, type(list[int]), type(int | str), int | str == str | int)
