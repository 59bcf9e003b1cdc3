# The bytes of each protocol, and what comes back from them.
import collections
import copyreg
import datetime
import decimal
import enum
import io
import pickle


class Plain:
    def __init__(self):
        self.a, self.b = 1, [self]


class Slots:
    __slots__ = ("x", "y")


class Color(enum.Enum):
    RED = 1


class WithArguments:
    def __new__(cls, *, size):
        made = super().__new__(cls)
        made.size = size
        return made

    def __getnewargs_ex__(self):
        return (), {"size": self.size}


class Listed(list):
    pass


slots = Slots()
slots.x = 3
loop = []
loop.append((loop,))
twice = "twice"
values = [None, True, 0, 255, 65535, -1, 2**31, -(2**31) - 1, 2**70, -(2**70), 1.5, float("inf"), "", "é\n\\\u20ac\U0001f600", "x" * 300, b"", b"ab", b"z" * 300,
          bytearray(b"ba"), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], list(range(1001)), {}, {1: 2}, {n: n for n in range(1002)}, {3}, frozenset({4}),
          [twice, twice], len, int, type(None), type(...), NotImplemented, Color.RED, collections.OrderedDict(a=1), collections.Counter("aab"), decimal.Decimal("1.50"),
          datetime.date(2024, 2, 29), collections.deque([1, 2], 5), 1 + 2j, range(1, 9, 2), slice(1, 2), Listed([1, 2])]
for protocol in range(6):
    total = 0
    for value in values:
        data = pickle.dumps(value, protocol)
        total = (total * 31 + sum(data) + len(data)) % 1000003
        again = pickle.loads(data)
        if again != value or type(again) is not type(value):
            print("not the same", protocol, value, again)
    print(protocol, total, pickle.dumps([1, "a", (2.5, None)], protocol))
    plain = pickle.loads(pickle.dumps(Plain(), protocol))
    around = pickle.loads(pickle.dumps(loop, protocol))
    print(plain.a, plain.b[0] is plain, around[0][0] is around)
    if protocol >= 2:
        print(pickle.loads(pickle.dumps(slots, protocol)).x, pickle.loads(pickle.dumps(WithArguments(size=7), protocol)).size)


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return "the int" if value == 12345 else None

    def reducer_override(self, value):
        return (str, ("a function",)) if callable(value) and getattr(value, "__name__", "") == "named" else NotImplemented


class Back(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


named = lambda: 0
named.__name__ = "named"
for protocol in (0, 1, 5):
    out = io.BytesIO()
    pickler = Persistent(out, protocol)
    pickler.dispatch_table = copyreg.dispatch_table.copy()
    pickler.dispatch_table[complex] = lambda c: (complex, (0, 1))
    pickler.dump([12345, named, 2 + 3j])
    pickler.dump(named)
    print(len(pickler.memo.copy()), out.getvalue()[:20])
    out.seek(0)
    back = Back(out)
    print(back.load(), back.load())

buffers = []
data = pickle.dumps([pickle.PickleBuffer(bytearray(b"beside")), pickle.PickleBuffer(b"within")], 5, buffer_callback=lambda b: buffers.append(b) or len(buffers) > 1)
print(len(buffers), [bytes(b.raw()) for b in buffers], pickle.loads(data, buffers=[bytearray(b"beside")]))
