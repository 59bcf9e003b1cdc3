# Operators, comparison, hash, rounding and methods of float.
import math

values = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -3.5, 1e16, 1e300, -1e-300, 5e-324, math.inf, -math.inf, math.nan, 3, -7, 2**53 + 1, 10**30, True]


def show(function):
    try:
        return repr(function())
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for a in values:
    for b in values:
        if isinstance(a, int) and isinstance(b, int):
            continue
        print(a, b, show(lambda: a + b), show(lambda: a - b), show(lambda: a * b), show(lambda: a / b), show(lambda: a // b), show(lambda: a % b), show(lambda: divmod(a, b)))
        print("  ", a < b, a <= b, a == b, a != b, a > b, a >= b, show(lambda: a**b if abs(b) < 1000 else None))
print([hash(x) for x in (0.0, -0.0, 1.0, -1.0, 0.5, 1e16, 1e300, 5e-324, math.inf, -math.inf, 2.0**61, 1.1, -2.75)])
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 1e20, 0.49999999999999994, 2.675)])
print([round(x, 2) for x in (2.675, 1.005, 0.125, 0.375, 1e300, -2.345, 5e-324)], [round(x, -2) for x in (1250.0, 1350.0, 149.9, 50.0, -150.0)], round(1.5, 400), round(1.5, -400), round(12345.678, 0))
print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0, 2**1024 > 1e308, -(2**1024) < -1e308, 10**400 > math.inf, 1 == 1.0, 10**16 == 1e16, 10**23 == 1e23)
for x in (1.5, -2.0, 0.1, 1e300, 5e-324):
    print(x.is_integer(), x.as_integer_ratio(), x.real, x.imag, x.conjugate(), math.floor(x) if x < 1e18 else "", math.ceil(x) if x < 1e18 else "", math.trunc(x) if x < 1e18 else "", int(x) if x < 1e18 else "", bool(x), abs(x), -x, +x)
for f in (lambda: math.inf.as_integer_ratio(), lambda: math.nan.as_integer_ratio(), lambda: round(math.inf), lambda: round(math.nan), lambda: round(1.7e308, -308), lambda: int(math.nan), lambda: 1.5 << 1,
          lambda: 1.5 < "a", lambda: 1.5 + "a", lambda: pow(1.5, 2, 3), lambda: 1.5.foo, lambda: (1.5).__add__("x"), lambda: float.__add__(1, 2), lambda: (-8) ** (1 / 3), lambda: 0.0**-1, lambda: 10.0**400, lambda: round(1.5, "x"),
          lambda: 1.5.__round__(None), lambda: (1.5).__getformat__("double"), lambda: (1.5).__getnewargs__(), lambda: math.floor(math.inf)):
    print(show(f))


class Celsius(float):
    def __repr__(self):
        return f"Celsius({float(self)})"


class Half:
    def __float__(self):
        return 0.5


c = Celsius("36.6")
print(c, repr(c), c + 1, type(c + 1).__name__, c == 36.6, float(c), type(float(c)).__name__, float(Half()), math.sqrt(Half()), round(c), hash(c) == hash(36.6))
c.unit = "C"
print(c.unit)
