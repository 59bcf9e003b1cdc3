# An argument that is a size and does not fit is refused in other words than an index or a number of repetitions.
import datetime
import itertools
import operator
from array import array
from collections import deque

huge = 2**70


class Index:
    def __index__(self):
        return huge


def attempt(what, action):
    try:
        print(what, repr(action())[:60])
    except (OverflowError, IndexError, TypeError, ValueError) as error:
        print(what, type(error).__name__, error)


for large in (huge, -huge, Index()):
    attempt("repeat", lambda: itertools.repeat(1, large))
    attempt("product", lambda: itertools.product([1], repeat=large))
    attempt("batched", lambda: itertools.batched([1], large))
    attempt("tee", lambda: itertools.tee([1], large))
    attempt("combinations", lambda: itertools.combinations([1], large))
    attempt("permutations", lambda: itertools.permutations([1], large))
    attempt("length_hint", lambda: operator.length_hint(iter([1]), large))
    attempt("maxlen", lambda: deque([], large))
    attempt("rotate", lambda: deque([1]).rotate(large))
    attempt("deque.insert", lambda: deque([1]).insert(large, 1))
    attempt("deque times", lambda: deque([1]) * large)
    attempt("deque at", lambda: deque([1])[large])
    attempt("list.insert", lambda: [1].insert(large, 1))
    attempt("list.pop", lambda: [1].pop(large))
    attempt("list times", lambda: [1] * large)
    attempt("array.insert", lambda: array("i", [1]).insert(large, 1))
    attempt("array.pop", lambda: array("i", [1]).pop(large))
    attempt("bytearray.pop", lambda: bytearray(b"a").pop(large))
    attempt("bytearray.insert", lambda: bytearray(b"a").insert(large, 1))
    attempt("center", lambda: "a".center(large))
    attempt("ljust", lambda: b"a".ljust(large))
    attempt("zfill", lambda: "a".zfill(large))
    attempt("bytes.zfill", lambda: b"a".zfill(large))
    attempt("split", lambda: "a".split("b", large))
    attempt("bytes.split", lambda: b"a".split(b"b", large))
    attempt("replace", lambda: "a".replace("a", "b", large))
    attempt("bytes.replace", lambda: b"a".replace(b"a", b"b", large))
    attempt("to_bytes", lambda: (5).to_bytes(large, "big"))
    attempt("bytes", lambda: bytes(large))

for large in (huge, -huge, Index(), 2**40, -2**40):
    attempt("date.replace", lambda: datetime.date(1, 1, 1).replace(year=large))
    attempt("datetime.replace", lambda: datetime.datetime(1, 1, 1).replace(hour=large))
    attempt("time.replace", lambda: datetime.time(1).replace(second=large))
    attempt("date", lambda: datetime.date(large, 1, 1))


class Clearing:
    def __eq__(self, other):
        items.clear()
        return False


items = deque(range(20))
attempt("remove", lambda: items.remove(Clearing()))
