# Builtin functions and methods that run Python code in the middle of their work, with fresh objects that nobody else keeps.


class Value:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        mine = self.n
        return isinstance(other, Value) and mine == other.n

    def __hash__(self):
        n = self.n
        return n % 3

    def __lt__(self, other):
        mine = self.n
        return mine < other.n

    def __add__(self, other):
        n = other.n if isinstance(other, Value) else other
        return Value(self.n + n)

    __radd__ = __add__

    def __repr__(self):
        n = self.n
        return "V%d" % n

    def __str__(self):
        n = self.n
        return "<%d>" % n

    def __format__(self, spec):
        text = str(self.n)
        return text + spec

    def __index__(self):
        n = self.n
        return n

    def __bool__(self):
        n = self.n
        return n > 1

    def __len__(self):
        n = self.n
        return n

    def __iter__(self):
        for i in range(self.n):
            yield Value(i)

    def __contains__(self, other):
        n = self.n
        return other == n

    def __reversed__(self):
        for i in reversed(range(self.n)):
            yield Value(i)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [Value(i.start or 0), Value(i.stop or 0)]
        return Value(i)

    def __setitem__(self, i, value):
        self.last = i, value

    def __delitem__(self, i):
        self.last = i

    def __call__(self, *args, **kwargs):
        n = self.n
        return n, args, kwargs

    def __round__(self, digits=None):
        n = self.n
        return Value(n)

    def __abs__(self):
        n = self.n
        return Value(n)

    def __divmod__(self, other):
        n = self.n
        return Value(n), other

    def __pow__(self, other, modulus=None):
        n = self.n
        return Value(n), other, modulus

    def __int__(self):
        n = self.n
        return n

    def __float__(self):
        n = self.n
        return float(n)

    def __complex__(self):
        n = self.n
        return complex(n)

    def __dir__(self):
        names = ["b", "a"]
        return names

    def __bytes__(self):
        n = self.n
        return bytes([n])

    def __length_hint__(self):
        n = self.n
        return n


def values(*numbers):
    for n in numbers:
        yield Value(n)


def fresh(x):
    made = [x]
    return made


print(sorted(values(3, 1, 2)), sorted(values(3, 1, 2), key=lambda v: [v.n]), sorted(values(1, 2), reverse=True))
a = list(values(5, 3, 9, 3))
a.sort()
a.sort(key=lambda v: Value(-v.n))
print(a, a.index(Value(3)), a.count(Value(3)), Value(9) in a, Value(8) in a)
a.remove(Value(5))
a.extend(values(1, 2))
a += values(4)
a[1:2] = values(7, 8)
a[::2] = values(*range(len(a[::2])))
print(a, min(a), max(a), min(values(4, 2), key=lambda v: [v.n]), max(values(), default=Value(0)))
print(sum(values(1, 2, 3)), sum(values(1, 2), Value(10)), list(map(fresh, values(1, 2))), list(filter(None, values(1, 2, 3))))
print(list(filter(lambda v: v.n > 1, values(1, 2, 3))), list(zip(values(1, 2), values(3, 4, 5))), list(enumerate(values(6), Value(3).n)))
print(any(values(0, 1)), all(values(2, 3)), any(v.n == 2 for v in values(1, 2)), tuple(values(1)), set(values(1, 4, 1)) == set(values(4, 1)))
print(frozenset(values(2, 2)), dict(zip(values(1, 2), values(3, 4))), dict((v, fresh(v)) for v in values(1, 4)))
d = {Value(1): Value(10), Value(4): Value(40)}
d[Value(7)] = Value(70)
d[Value(4)] = Value(41)
print(d[Value(4)], d.get(Value(8)), d.setdefault(Value(10), Value(100)), d.pop(Value(1)), Value(7) in d, d == dict(d))
d.update({Value(7): Value(71)})
d.update((v, v) for v in values(13))
d |= {Value(16): 1}
del d[Value(16)]
print(d, d.items() == d.copy().items(), d.keys() & set(values(4, 7)), list(reversed(d)))
s = set(values(1, 2, 4))
s.add(Value(7))
s.discard(Value(2))
print(s | set(values(2)), s & set(values(1)), s - set(values(4)), s ^ set(values(1, 5)), s <= set(values(1, 4, 7)), s.isdisjoint(values(3)))
s.update(values(1, 10), values(13))
s.difference_update(values(10))
s.intersection_update(values(1, 4))
print(len(s), s)
print("-".join(str(v) for v in values(1, 2)), "%s %r %d" % (Value(1), Value(2), Value(3)), "{} {!r} {:x}".format(*values(1, 2, 3)), f"{Value(1)} {Value(2)!r:>4} {Value(3):{Value(4).n}}")
print([Value(1), (Value(2), {Value(3): Value(4)})], str(Value(5)), repr(Value(6)), ascii([Value(7)]), format(Value(8), "!"))
print(hex(Value(10)), bin(Value(3)), oct(Value(9)), chr(Value(65)), list(range(Value(2), Value(8), Value(3))), [1, 2, 3][Value(1)], (1, 2)[Value(0)], "abc"[Value(2)])
print([1, 2, 3, 4][Value(1):Value(3)], bytes(values(1, 2)), bytes(Value(3)), bytearray(values(4)), bytearray(b"ab") * Value(2), [0] * Value(2))
print(int(Value(3)), float(Value(3)), complex(Value(3)), round(Value(2)), round(Value(2), 1), abs(Value(4)), divmod(Value(4), 3), pow(Value(2), 3), pow(Value(2), 3, 4))
print(bool(Value(1)), len(Value(3)), list(Value(3)), list(reversed(Value(2))), 2 in Value(2), dir(Value(1)), isinstance(Value(1), Value))
first, *rest = Value(4)
x, y = values(1, 2)
print(first, rest, x, y, [*values(1), *Value(2)], {*values(3)}, {**{"k": Value(1)}})
v = Value(5)
print(v[1:3], v[Value(2)], v(*values(1, 2), **{"a": Value(3), "b": fresh(4)}))
v[1:2] = fresh(3)
v["a", "b"] = fresh(4)
del v[fresh(5)[0]]
print(v.last, next(values(1)), next(values(), fresh(2)), list(iter(values(1, 2).__next__, Value(2))))
print(max([[1], [2]], key=lambda p: fresh(p)), sorted("bca", key=lambda c: fresh(c)), "abc".translate({ord("a"): str(Value(1))}))


class Table:
    def keys(self):
        found = ["one", "two"]
        return found

    def __getitem__(self, key):
        made = [key]
        return made


def f(*args, **kwargs):
    n = len(args)
    return n, kwargs


print(dict(Table()), f(*values(1, 2), **Table()), {**Table()}, eval("k", {}, Table()), exec("w = 1; print(w)"))
print(getattr(Value(1), "none", fresh(1)), hasattr(Value(1), "n"), callable(Value(1)), hash(Value(5)), id(v) == id(v), vars(Value(3)))
import functools, operator, itertools, heapq, bisect, copy, collections

print(functools.reduce(operator.add, values(1, 2, 3)), functools.reduce(lambda p, q: fresh((p, q)), values(1, 2), fresh(0)))
print(sorted(values(2, 1), key=functools.cmp_to_key(lambda p, q: p.n - q.n)), functools.partial(f, *values(1), k=fresh(2))(fresh(3)))


@functools.lru_cache(maxsize=2)
def squared(v, other=None):
    n = v.n
    return Value(n * n)


print([squared(Value(n), other=Value(n)) for n in (1, 2, 1, 3, 2)], squared.cache_info())


@functools.total_ordering
class Total:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        n = self.n
        return n < other.n


print(Total(1) >= Total(2), sorted([Total(2), Total(1)])[0].n)
print(list(itertools.groupby(values(1, 1, 2), key=lambda v: fresh(v.n))).__len__(), [(k, list(g)) for k, g in itertools.groupby(values(1, 1, 2))])
print(list(itertools.accumulate(values(1, 2, 3))), list(itertools.takewhile(lambda v: v.n < 2, values(1, 2))), list(itertools.dropwhile(lambda v: v.n < 2, values(1, 2))))
print(list(itertools.chain.from_iterable(Value(n) for n in (1, 2))), list(itertools.starmap(f, [(Value(1),)])), list(itertools.islice(values(1, 2, 3), Value(2).n)))
print(list(itertools.product(values(1, 2), repeat=2))[:2], list(itertools.permutations(values(1, 2))), list(itertools.zip_longest(values(1), values(2, 3), fillvalue=fresh(0))))
print(list(itertools.compress(values(1, 2), values(0, 2))), list(itertools.filterfalse(None, values(1, 2))), list(itertools.pairwise(values(1, 2, 3))), [list(t) for t in itertools.tee(values(1, 2))])
h = list(values(3, 1, 2))
heapq.heapify(h)
heapq.heappush(h, Value(0))
print(heapq.heappop(h), heapq.nsmallest(2, h), heapq.nlargest(1, h, key=lambda v: Value(v.n)), list(heapq.merge(values(1, 3), values(2))))
b = sorted(values(1, 3, 5))
bisect.insort(b, Value(2))
print(bisect.bisect(b, Value(3)), bisect.bisect_left(b, 3, key=lambda v: v.n), b)
q = collections.deque(values(1, 2, 3), maxlen=3)
q.extend(values(4))
q.appendleft(Value(0))
print(q, q.count(Value(2)), q.index(Value(2)), Value(3) in q, q == collections.deque(values(0, 2, 3)), collections.Counter(values(1, 1, 4)).most_common(1))
q.remove(Value(2))
print(q, collections.OrderedDict((v, v.n) for v in values(1, 2)), collections.ChainMap({Value(1): 1}, {Value(2): 2})[Value(2)])
dd = collections.defaultdict(lambda: fresh(0))
dd[Value(1)].append(1)
print(dict(dd), copy.copy(Value(1)), copy.deepcopy([Value(1), {Value(2): fresh(3)}]))
