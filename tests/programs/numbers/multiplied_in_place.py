# What is asked when something is multiplied by a sequence: the right operand of *= only where the left one is no sequence of any kind.
import array
import collections
import re
import types


class Plain:
    pass


class Indexed:
    def __getitem__(self, index):
        return index


class Refusing:
    def __imul__(self, other):
        return NotImplemented


class Words(list):
    pass


left = [
    2, True, 1.5, 1j, None, "a", b"a", bytearray(b"a"), [1], (1,), range(3), {}, {1}, frozenset(), slice(1), Ellipsis, NotImplemented, object(), int, len, re,
    collections.deque([1]), collections.OrderedDict(), collections.Counter(), collections.UserDict(), array.array("b", [1]), memoryview(b"a"),
    types.SimpleNamespace(), types.MappingProxyType({}), {}.keys(), {}.values(), {}.items(), iter([]), (x for x in ()), zip(), map(int, []), enumerate([]),
    types.GenericAlias(list, int), property(), Exception(), lambda: 0,
    Plain(), Indexed(), Refusing(), Words(),
]


def times(a, b):
    return a * b


def times_in_place(a, b):
    a *= b
    return a


def told(function, a, b):
    try:
        return type(function(a, b)).__name__
    except (TypeError, OverflowError) as error:
        text = str(error)
        return "unsupported" if text.startswith("unsupported") else text.rsplit(" of ", 1)[-1]


for value in left:
    for right in ("b", [2], b"b", (2,), collections.deque([2])):
        print(type(value).__name__, type(right).__name__, told(times, value, right), "|", told(times_in_place, value, right))
