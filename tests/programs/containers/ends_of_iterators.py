"""An iterator that has reached its end lets go of what it went over; a __del__ that runs then meets an iterator which is done already."""
import array
import collections
import itertools
import operator
import re


def watch(name, makeClass, makeIterator, remaining=0):
    told = []

    def body():
        kind = makeClass(meet)
        it = makeIterator(kind)
        for _ in range(remaining):
            next(it)
        try:
            told.append(("next gave", next(it)))
        except StopIteration:
            told.append("end")
        return it

    def meet():
        try:
            told.append(again(it))
        except NameError:
            told.append("gone before there was an iterator")

    def again(it):
        given = []
        for _ in range(2):
            try:
                given.append(next(it))
            except StopIteration:
                given.append("still at its end")
            except BaseException as error:
                given.append((type(error).__name__, str(error)))
        try:
            given.append(operator.length_hint(it, -1))
        except BaseException as error:
            given.append((type(error).__name__, str(error)))
        return given

    it = body()
    print(name, told)
    print("   later", again(it))


def sub(base):
    def make(tell):
        class Watched(base):
            def __del__(self):
                tell()
        return Watched
    return make


def plain(methods):
    def make(tell):
        class Watched:
            def __del__(self):
                tell()
        for name, method in methods.items():
            setattr(Watched, name, method)
        return Watched
    return make


def getitem(self, i):
    if i >= 2:
        raise IndexError
    return i


for base, arguments, count in (
        (list, ([1, 2],), 2), (list, (), 0), (tuple, ((1, 2),), 2), (tuple, (), 0), (str, ("ab",), 2), (str, ("a\u1234",), 2), (str, (), 0), (bytes, (b"ab",), 2), (bytes, (), 0),
        (bytearray, (b"ab",), 2), (bytearray, (), 0), (dict, ([(1, 2)],), 1), (dict, (), 0), (set, ([1],), 1), (set, (), 0), (frozenset, ([1],), 1), (frozenset, (), 0),
        (collections.deque, ([1, 2],), 2), (collections.deque, (), 0), (array.array, ("i", [1, 2]), 2), (array.array, ("i",), 0), (collections.OrderedDict, ([(1, 2)],), 1),
        (collections.OrderedDict, (), 0), (collections.Counter, ("a",), 1), (collections.UserList, ([1],), 1), (collections.UserDict, (), 0), (collections.UserString, ("",), 0),
        (collections.defaultdict, (list,), 0), (collections.ChainMap, (), 0)):
    watch(f"{base.__name__} of {count}", sub(base), lambda kind: iter(kind(*arguments)), count)
    if getattr(base, "__reversed__", None) and base is not collections.UserString:
        watch(f"reversed {base.__name__} of {count}", sub(base), lambda kind: reversed(kind(*arguments)), count)
    elif hasattr(base, "__getitem__") and not hasattr(base, "keys"):
        watch(f"reversed {base.__name__} of {count}", sub(base), lambda kind: reversed(kind(*arguments)), count)
    if hasattr(base, "items"):
        for method in "keys", "values", "items":
            watch(f"{method} of {base.__name__} of {count}", sub(base), lambda kind: iter(getattr(kind(*arguments), method)()), count)
            if base is not collections.UserDict and base is not collections.ChainMap and base is not collections.Counter:
                watch(f"reversed {method} of {base.__name__} of {count}", sub(base), lambda kind: reversed(getattr(kind(*arguments), method)()), count)
    for name, wrap in dict(
            enumerate=enumerate, zip=lambda o: zip(o, o), zipFirst=lambda o: zip([1, 2, 3, 4], o), map=lambda o: map(repr, o), map2=lambda o: map(max, o, [1, 2, 3]), filter=lambda o: filter(lambda x: True, o),
            filterNone=lambda o: filter(None, o), chain=lambda o: itertools.chain(o), chain2=lambda o: itertools.chain(o, o), fromIterable=lambda o: itertools.chain.from_iterable([o]),
            islice=lambda o: itertools.islice(o, 10), isliceEnd=lambda o: itertools.islice(o, count), cycle=lambda o: itertools.cycle(o) if not count else iter(()),
            accumulate=lambda o: itertools.accumulate(o, lambda a, b: a), takewhile=lambda o: itertools.takewhile(lambda x: True, o), dropwhile=lambda o: itertools.dropwhile(lambda x: False, o),
            filterfalse=lambda o: itertools.filterfalse(lambda x: False, o), starmap=lambda o: itertools.starmap(lambda *a: 1, zip(o)), zipLongest=lambda o: itertools.zip_longest(o, o),
            compress=lambda o: itertools.compress(o, [1, 1, 1]), compress2=lambda o: itertools.compress([1, 2, 3, 4], o) if not count else iter(()), pairwise=lambda o: itertools.pairwise(o),
            batched=lambda o: itertools.batched(o, 1), groupby=lambda o: itertools.groupby(o), tee=lambda o: itertools.tee(o)[0], generator=lambda o: (x for x in o),
            product=lambda o: itertools.product(o), permutations=lambda o: itertools.permutations(o, 1), combinations=lambda o: itertools.combinations(o, 1)).items():
        ends = {"pairwise": max(count - 1, 0), "permutations": count, "cycle": 0, "compress2": 0}.get(name, count)
        if base in (list, tuple) or name in ("enumerate", "zip", "map", "filter"):
            watch(f"{name} over {base.__name__} of {count}", sub(base), lambda kind: wrap(kind(*arguments)), ends)

watch("sequence", plain({"__getitem__": getitem}), lambda kind: iter(kind()), 2)
watch("reversed sequence", plain({"__getitem__": getitem, "__len__": lambda self: 2}), lambda kind: reversed(kind()), 2)
watch("callable", plain({"__call__": lambda self: 1}), lambda kind: iter(kind(), 1), 0)
def stops(self):
    raise StopIteration
watch("callable that stops", plain({"__call__": stops}), lambda kind: iter(kind(), 1), 0)
watch("sentinel", sub(int), lambda kind: iter(lambda: 1, kind(1)), 0)
watch("iterator of an iterator", plain({"__iter__": lambda self: self, "__next__": stops}), lambda kind: enumerate(kind()), 0)

def keeps(kind):
    o = kind()
    yield 1
watch("generator that keeps", plain({}), keeps, 1)
watch("range", sub(int), lambda kind: iter(range(kind(2))), 2)
watch("big range", sub(int), lambda kind: iter(range(kind(10**30), kind(10**30 + 1))), 1)
watch("repeat", sub(int), lambda kind: itertools.repeat(kind(1), 0), 0)
watch("count", sub(int), lambda kind: itertools.islice(itertools.count(kind(1)), 1), 1)
watch("finditer", sub(str), lambda kind: re.finditer("a", kind("aa")), 2)
watch("map function", plain({"__call__": lambda self, x: x}), lambda kind: map(kind(), [1]), 1)
watch("filter function", plain({"__call__": lambda self, x: x}), lambda kind: filter(kind(), [1]), 1)
watch("takewhile function", plain({"__call__": lambda self, x: False}), lambda kind: itertools.takewhile(kind(), [1]), 0)
watch("dict item iterator", sub(dict), lambda kind: iter(kind(a=1).items()), 1)

# the same where the sequence shrank meanwhile
for base, arguments in (list, ([1, 2, 3],)), (bytearray, (b"abc",)), (array.array, ("i", [1, 2, 3])), (collections.deque, ([1, 2, 3],)), (dict, ({1: 2, 3: 4},)), (set, ({1, 2},)):
    for make in iter, reversed:
        if base is set and make is reversed:
            continue
        class Kind(base):
            pass
        o = Kind(*arguments)
        it = make(o)
        next(it)
        while o:
            if isinstance(o, dict):
                o.popitem()
            else:
                o.pop()
        for _ in range(2):
            try:
                print(base.__name__, make.__name__, next(it), operator.length_hint(it))
            except BaseException as error:
                print(base.__name__, make.__name__, type(error).__name__, error, operator.length_hint(it))
