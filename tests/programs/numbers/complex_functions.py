# cmath: values on and around the branch cuts, special values, and what goes wrong.
import cmath
from cmath import inf, nan

functions = [cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos, cmath.cosh, cmath.exp, cmath.log,
             cmath.log10, cmath.sin, cmath.sinh, cmath.sqrt, cmath.tan, cmath.tanh, cmath.phase, cmath.polar, cmath.isinf, cmath.isnan, cmath.isfinite]


def tell(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


plain = [0, 0.5, 1, 1.5, -2.25, 3 + 4j, -1j, 1j, 0.5 - 0.25j, -0.3 + 1e-9j, 1e-300 + 1e-305j, 5e-324j, 1e200 - 1e180j, 710 + 1j, -710 + 2j,
         1e308 + 1e308j, 1.7e308j, 2 + 1e-20j, 1 + 1e-170j, 1e-8, 22 + 30j, True, 10**20]
for z in plain:
    print(z, [tell(f, z) for f in functions])
parts = [0.0, -0.0, 1.0, -1.0, 2.5, -2.5, inf, -inf, nan]
for f in functions:
    print(f.__name__, [tell(f, complex(x, y)) for x in parts for y in parts])
print([tell(cmath.rect, r, phi) for r in parts for phi in parts])
print(cmath.rect(2, 1), tell(cmath.rect, 1, 1e300), tell(cmath.rect, "a", 1), tell(cmath.rect, 1j, 1), tell(cmath.rect, 1))
print(cmath.log(8, 2), cmath.log(-1, 1j), cmath.log(2j, base := 3 + 0j), tell(cmath.log, 5, 1), tell(cmath.log, 0), tell(cmath.log, 2, 0), tell(cmath.log), tell(cmath.log, 1, 2, 3))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(1j, 2j, abs_tol=1), cmath.isclose(inf, inf), cmath.isclose(inf, 1), cmath.isclose(nan, nan))
print(tell(cmath.isclose, 1, 1, rel_tol=-1), tell(cmath.isclose, 1, 2, 3), tell(cmath.isclose, 1), tell(cmath.isclose, 1, "a"), tell(cmath.isclose, 1, 2, abs_tol="a"))


class Complex:
    def __complex__(self):
        return 1 + 2j


class Real:
    def __float__(self):
        return 0.5


class Index:
    def __index__(self):
        return 3


class Wrong:
    def __complex__(self):
        return 5


class Raising:
    def __complex__(self):
        raise KeyError("no")


print(cmath.sqrt(Complex()), cmath.sqrt(Real()), cmath.sqrt(Index()), tell(cmath.sqrt, Wrong()), tell(cmath.sqrt, Raising()))
print(tell(cmath.sqrt, "1"), tell(cmath.exp, None), tell(cmath.sin), tell(cmath.cos, 1, 2), tell(cmath.polar, []), tell(cmath.sin, x=1), tell(cmath.exp, 10**400))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj, [n for n in dir(cmath) if not n.startswith("__")])
