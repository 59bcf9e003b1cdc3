# Every operation that calls back, with the callback that fails once first, then second, then third …: whatever was held is let go.
import bisect, collections, contextlib, copy, functools, heapq, itertools, operator, sys, weakref

fuse = 0


def tick():
    global fuse
    fuse -= 1
    if fuse < 0:
        raise ValueError("burnt")


class V:
    def __init__(self, n=1):
        self.n = n

    def __eq__(self, other):
        tick()
        return isinstance(other, V) and self.n == other.n

    def __lt__(self, other):
        tick()
        return self.n < other.n

    def __hash__(self):
        tick()
        return self.n % 2

    def __repr__(self):
        tick()
        return "V"

    def __str__(self):
        tick()
        return "v"

    def __format__(self, spec):
        tick()
        return spec

    def __add__(self, other):
        tick()
        return V(self.n + 1)

    __radd__ = __iadd__ = __mul__ = __sub__ = __or__ = __matmul__ = __add__

    def __index__(self):
        tick()
        return self.n

    __int__ = __index__

    def __float__(self):
        tick()
        return 1.5

    def __bool__(self):
        tick()
        return True

    def __len__(self):
        tick()
        return 2

    def __iter__(self):
        tick()
        return It()

    def __reversed__(self):
        tick()
        return It()

    def __contains__(self, other):
        tick()
        return [other] == 1

    def __getitem__(self, i):
        tick()
        return V(2)

    def __setitem__(self, i, value):
        tick()

    def __delitem__(self, i):
        tick()

    def __call__(self, *args, **kwargs):
        tick()
        return V(3)

    def __enter__(self):
        tick()
        return V(4)

    def __exit__(self, *args):
        tick()

    def __neg__(self):
        tick()
        return V(5)

    __pos__ = __invert__ = __abs__ = __neg__

    def __get__(self, instance, owner=None):
        tick()
        return V(6)

    def __length_hint__(self):
        tick()
        return 3

    def keys(self):
        tick()
        return It()

    def __copy__(self):
        tick()
        return V(7)

    def __reduce_ex__(self, protocol):
        tick()
        return V, (self.n,)


class It:
    def __init__(self, n=3):
        self.left = n

    def __iter__(self):
        tick()
        return self

    def __next__(self):
        tick()
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return V(self.left)


def pairs():
    for i in It():
        yield [i, V(9)]


def key(v):
    tick()
    return [V(1)]


def key2(a, b=None):
    tick()
    return V(1)


class Sub(list):
    def __getitem__(self, i):
        tick()
        return V(1)


class Descr:
    x = V()

    def __getattr__(self, name):
        tick()
        return [name]

    def __setattr__(self, name, value):
        tick()
        object.__setattr__(self, name, [value])


def unpack3(o):
    a, b, c = o
    return [a]


def unpack_star(o):
    a, *b = o
    return b


def gen():
    yield V()[1]
    yield from It()
    yield [V(), V()]


def make_class():
    class Made(Descr, metaclass=type):
        y = V()
        z = [V()]

        def m(self):
            return y

    return Made


def with_two():
    with V() as a, V() as b:
        return [a, b]


def matching(o):
    match o:
        case [V(n=1), *rest]:
            return rest
        case {"k": V(n=2)}:
            return 2


operations = [
    lambda: [V(), V(2)] == [V(), V(2)], lambda: (V(), V(2)) < (V(), V(2)), lambda: {V(): V()} == {V(): V()}, lambda: [V(), V(3)].index(V(3)),
    lambda: [V(), V(3)].count(V(3)), lambda: [V(), V(3)].remove(V(3)), lambda: V(3) in [V(), V(2)], lambda: sorted([V(3), V(1), V(2)]),
    lambda: sorted([V(3), V(1), V(2)], key=key), lambda: [V(3), V(1)].sort(key=key, reverse=True), lambda: max([V(3), V(1)], key=key), lambda: min(V(3), V(1)),
    lambda: sum(It(), V()), lambda: list(It()), lambda: tuple(It()), lambda: set(It()), lambda: frozenset(It()), lambda: dict(pairs()), lambda: list(V()),
    lambda: dict(V()), lambda: {**V()}, lambda: key2(*It(2)), lambda: key2(**V()), lambda: [*It(), *It()], lambda: {*It()}, lambda: {V(): V(), V(3): V()},
    lambda: {V(), V(3)}, lambda: {v: [v] for v in It()}, lambda: {v for v in It()}, lambda: [[v] for v in It() if v], lambda: list(map(key, It())), lambda: list(map(key2, It(), It(2))),
    lambda: list(filter(key, It())), lambda: list(filter(None, It())), lambda: list(zip(It(), It(2), [V()])), lambda: list(zip(It(), It(2), strict=True)), lambda: list(enumerate(It())),
    lambda: list(reversed(V())), lambda: any(It()), lambda: all(It()), lambda: next(It()), lambda: list(iter(V(), V(8))) if 0 else 0, lambda: "".join(str(v) for v in It()),
    lambda: repr([V(), (V(), {V(): V()}, {V()})]), lambda: f"{V()} {V()!r} {V():{V()}}", lambda: "%s %r" % (V(), V()), lambda: "{} {!r} {:x}".format(V(), V(), V()), lambda: print(V(), V(), sep=""),
    lambda: V() + V() - V(), lambda: -V(), lambda: V() * 2 | V(), lambda: abs(V()), lambda: 1 + V(), lambda: V()[V():V()], lambda: [1, 2, 3][V():V(2)], lambda: [1, 2][V()],
    lambda: bytes(It()), lambda: bytearray(It()), lambda: bytes(V()), lambda: int(V()), lambda: float(V()), lambda: range(V(), V()), lambda: chr(V()), lambda: hex(V()), lambda: "a" * V(),
    lambda: bool(V()), lambda: len(V()), lambda: not V(), lambda: V() and V(), lambda: V() if V() else 1, lambda: V() < V() < V(), lambda: V() in V(), lambda: V(1) == V(2) != V(3),
    lambda: operator.setitem(V(), [V()], V()), lambda: operator.delitem(V(), V()), lambda: operator.iadd([V()], It()), lambda: operator.setitem([V(), V()], slice(0, 1), It()), lambda: operator.setitem([V(), V(), V()], slice(None, None, 2), It(2)),
    lambda: unpack3(It()), lambda: unpack_star(It()), lambda: list(gen()), lambda: next(gen()), lambda: with_two(), lambda: make_class(), lambda: matching([V(), V()]), lambda: matching({"k": V(2)}),
    lambda: Descr().x, lambda: Descr().other, lambda: setattr(Descr(), "a", V()), lambda: getattr(Descr(), "b"), lambda: hasattr(Descr(), "c"), lambda: V()(V(), k=V()), lambda: Sub([V()])[0],
    lambda: {V(): 1}.get(V()), lambda: {V(): 1}.pop(V(3), V()), lambda: {V(): 1}.setdefault(V(3), V()), lambda: {V(): 1} | {V(3): V()}, lambda: {V(): 1}.update({V(3): V()}, k=V()), lambda: {V(): 1}.keys() & {V()},
    lambda: {V(): V()}.items() ^ {(V(), V())}, lambda: {V(), V(3)} & {V()}, lambda: {V()} | {V(3)}, lambda: {V()} - {V(3)}, lambda: {V()} ^ {V(3)}, lambda: {V()} <= {V(), V(2)}, lambda: {V()}.union(It()), lambda: {V(1)}.intersection(It()),
    lambda: {V(1)}.difference(It()), lambda: {V(1)}.symmetric_difference(It()), lambda: {V()}.isdisjoint(It()), lambda: {V()}.discard(V(3)), lambda: {V()}.remove(V()), lambda: dict.fromkeys(It(), V()),
    lambda: functools.reduce(key2, It()), lambda: functools.reduce(key2, It(), V()), lambda: functools.partial(key2, V())(V()), lambda: functools.lru_cache(2)(key)(V()), lambda: sorted([V(), V()], key=functools.cmp_to_key(lambda a, b: key2(a, b).n)),
    lambda: list(itertools.chain(It(), It())), lambda: list(itertools.groupby(It(), key)), lambda: [list(g) for k, g in itertools.groupby(It())], lambda: list(itertools.accumulate(It(), key2)), lambda: list(itertools.product(It(), It(2))),
    lambda: list(itertools.permutations(It(), 2)), lambda: list(itertools.combinations(It(), V(2))), lambda: list(itertools.islice(It(), 2)), lambda: list(itertools.takewhile(key, It())), lambda: list(itertools.dropwhile(key, It())), lambda: list(itertools.filterfalse(key, It())),
    lambda: list(itertools.starmap(key2, pairs())), lambda: list(itertools.zip_longest(It(), It(2), fillvalue=V())), lambda: list(itertools.compress(It(), It())), lambda: list(itertools.pairwise(It())), lambda: [list(t) for t in itertools.tee(It())], lambda: list(itertools.islice(itertools.cycle(It()), 5)),
    lambda: list(itertools.batched(It(), 2)), lambda: heapq.heapify([V(3), V(2), V(1)]), lambda: heapq.nsmallest(2, It()), lambda: heapq.heappushpop([V(1)], V(2)), lambda: bisect.insort([V(1), V(2)], V(3)), lambda: bisect.bisect([V()], V(), key=key),
    lambda: collections.deque(It(), 2), lambda: collections.deque([V(), V()]).index(V(3)), lambda: collections.deque([V()]) == collections.deque([V()]), lambda: collections.deque([V(), V()]).remove(V(3)), lambda: collections.Counter(It()), lambda: collections.OrderedDict(pairs()),
    lambda: collections.OrderedDict([(V(), 1)]).move_to_end(V()), lambda: collections.defaultdict(V())[V()], lambda: collections.ChainMap({V(): 1}, {V(3): 2})[V(3)], lambda: copy.copy(V()), lambda: copy.deepcopy([V(), {V(): [V()]}]), lambda: operator.itemgetter(V(), 0)([1, 2]),
    lambda: operator.attrgetter("x.n")(Descr()), lambda: operator.methodcaller("keys")(V()), lambda: weakref.WeakValueDictionary({V(): make_class()}), lambda: isinstance(V(), (int, V)), lambda: exec("a = V()[0]; b = [V()]", globals(), {"V": V}), lambda: eval("[V() + V()]"), lambda: next(It(0), V()),
    lambda: sys.getsizeof(V()), lambda: divmod(V(), 2) if 0 else round(1.5, V()), lambda: pow(2, V()), lambda: slice(V(), V()).indices(V()), lambda: sum(([v] for v in It()), []), lambda: min(It(), default=V()), lambda: "abc"[V():V(2)], lambda: (1, 2, 3)[V():], lambda: bytearray(b"abc").extend(It()),
]
for number, operation in enumerate(operations):
    outcomes = []
    for burn in (*range(14), 1000):
        fuse = burn
        try:
            outcomes.append(type(operation()).__name__)
        except Exception as e:
            outcomes.append(type(e).__name__[0])
    print(number, *outcomes)
