# Classes derived from int, and objects that stand for ints.
class Number(int):
    def __add__(self, other):
        return Number(int(self) + int(other))

    def __repr__(self):
        return f"Number({int(self)})"


class Index:
    def __index__(self):
        return 12


class Whole:
    def __int__(self):
        return 42


class BadInt:
    def __int__(self):
        return "x"


class Flag(int):
    def __index__(self):
        return 99


n = Number(5)
print(n, repr(n), n + 3, type(n + 3).__name__, n * 2, type(n * 2).__name__, n == 5, hash(n) == hash(5))
print(Number("17", 8), Number(), Number(2**80), Number(-3), isinstance(n, int), int(n), type(int(n)).__name__, +n, type(+n).__name__, -n)
print(int(Index()), hex(Index()), [10, 20, 30][Number(1)], range(Index())[3], "ab" * Number(2), int(Whole()), int("7", Index()))
for f in (lambda: int(BadInt()), lambda: hex(Whole()), lambda: [1][Whole()], lambda: bin(1.5), lambda: range(1.0)):
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)
print(Flag(3) + 1, int(Flag(3)), [0] * 3, bin(Flag(3)))
n.extra = "attribute"
print(n.extra, n.__dict__, Number.__mro__ == (Number, int, object))
print(n.bit_length(), n.real, type(n.real).__name__, n.__class__.__name__, abs(Number(-4)), round(Number(27), -1), divmod(Number(17), 5), Number(2) ** 10)
print(max(Number(3), 2), sorted([Number(3), 1, Number(2)]), sum([Number(1), Number(2)]), {5: "five"}[n])
