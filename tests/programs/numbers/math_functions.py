# The math module: values, and the choice and text of exceptions.
import math
from math import *

print([n for n in dir(math) if not n.startswith("_")])
for text in ["sqrt(-1)", "log(0)", "log(-1)", "log(0.0)", "log(10**400)", "log(-10**400)", "log(8, 2)", "log(2, 1)", "log(2, 0)", "log2(0)", "log10(0)", "log2(2**2000)", "log10(10**500)", "log1p(-1)", "acos(2)", "asin(2)", "atanh(1)", "acosh(0.5)",
             "exp(1000)", "expm1(1000)", "sinh(1000)", "cosh(1000)", "gamma(0)", "gamma(-1)", "gamma(171.7)", "gamma(172)", "lgamma(0)", "lgamma(-1)", "factorial(-1)", "factorial(2.0)", "factorial(10**20)", "comb(5, -1)", "comb(-1, 2)",
             "comb(5, 7)", "perm(5)", "perm(5, 2)", "perm(-1)", "perm(5, -1)", "isqrt(-1)", "isqrt(2.0)", "gcd()", "gcd(12, -18)", "gcd(1.5)", "gcd(0, 0)", "gcd(2**100, 6**50)", "lcm()", "lcm(4, 6)", "lcm(0, 5)", "lcm(-4, 6)", "prod([1, 2, 3])",
             "prod([1.5, 2])", "prod([], start=5)", "prod(['a', 3])", "prod(5)", "fsum([1e308, 1e308])", "fsum([inf, -inf])", "fsum([1e308, 1e308, -1e308])", "fsum(['a'])", "fsum([0.1] * 10)", "fsum([1, 1e100, 1, -1e100])", "fsum([nan, 1])",
             "sumprod([1, 2], [3, 4])", "sumprod([1], [1, 2])", "sumprod([1.5, 2], [2, 3])", "sumprod([10**20], [3])", "sumprod('ab', 'cd')", "sumprod(3, 4)", "sumprod([0.1] * 10, [0.1] * 10)", "sumprod([1, 2.5, 3], [2, 2, 10**20])", "sumprod([], [])",
             "dist([1, 2], [4, 6])", "dist([1], [1, 2])", "dist([1, 2], 3)", "dist((1, 2), (3, 'a'))", "dist((0.1, 0.2, 0.3), (1.7, 2.9, 3.1))", "hypot(3, 4)", "hypot()", "hypot(inf, nan)", "hypot(1e308, 1e308)", "hypot(5e-324, 5e-324)", "hypot(0.1, 0.2, 0.3)",
             "hypot('a')", "hypot(1.1)", "fma(2, 3, 4)", "fma(1e308, 10, 0)", "fma(inf, 0, nan)", "fma(inf, 0, 1)", "fma(0.1, 10, -1)", "cbrt(-8)", "nextafter(1, 2)", "nextafter(1, 2, steps=3)", "nextafter(1, 2, steps=-3)", "nextafter(1, 2, 3)",
             "nextafter(1, 2, steps='a')", "nextafter(-5e-324, 1, steps=3)", "nextafter(0.0, -1)", "nextafter(1, nan)", "nextafter(1, 1.0000000000000004, steps=10)", "ulp(1)", "ulp(inf)", "ulp(0)", "ulp(-1.0)", "ulp(1e308)", "copysign(1, -0.0)", "fmod(5, 0)",
             "fmod(inf, 1)", "fmod(5, inf)", "fmod(-5, 3)", "remainder(5, 3)", "remainder(5, 0)", "remainder(inf, 1)", "remainder(5, inf)", "remainder(2.5, 1)", "modf(3.5)", "modf(-inf)", "modf(nan)", "modf('x')", "frexp(8)", "frexp(0)", "frexp(inf)", "frexp(-5e-324)",
             "ldexp(1, 5000)", "ldexp(1, -5000)", "ldexp(1, 10**20)", "ldexp(1, 1.5)", "ldexp('a', 1)", "ldexp(inf, 5)", "ldexp(-0.0, 10**30)", "pow(0, -1)", "pow(-1, 0.5)", "pow(10, 400)", "pow(2, 3)", "pow(nan, 0)", "pow(1, nan)", "pow(-inf, 3)", "pow(-8, 1/3)",
             "pow(-1, inf)", "pow(0.5, inf)", "pow(0.5, -inf)", "floor(2.5)", "floor(-2.5)", "floor('a')", "floor(10**30)", "floor(inf)", "ceil(2.5)", "ceil(None)", "ceil(nan)", "trunc(2.7)", "trunc('a')", "trunc(-2.7)", "isclose(1, 1 + 1e-10)", "isclose(1, 2, rel_tol=-1)",
             "isclose(1, 2, abs_tol=5)", "isclose(inf, inf)", "isclose(1, 1, foo=2)", "isclose(1)", "degrees(pi)", "radians(180)", "isfinite(1)", "isinf(inf)", "isnan(nan)", "isnan('a')", "erf(0.5)", "erfc(0.5)", "sin(inf)", "cos(inf)", "tan(inf)", "atan2(1, 2)", "atan2(-0.0, -1)",
             "atan2(0, 0)", "atan2(inf, -inf)", "exp2(3)", "exp2(2000)", "fabs(-3)", "sqrt('a')", "sqrt()", "sqrt(1, 2)", "atan2(1)", "log()", "log(1, 2, 3)", "floor(1, 2)", "comb(100, 50)", "comb(10**20, 2)", "comb(2, 10**20)", "comb(10**20, 10**20 - 1)", "comb('a', 2)",
             "perm(10**20, 2)", "perm(5, None)", "perm(3, 5)", "factorial(20)", "factorial(30)", "factorial(0)", "factorial('a')", "factorial(True)", "len(str(factorial(1000)))", "isqrt(10**40)", "isqrt('x')", "isqrt(True)", "log(True)", "e", "pi", "tau", "inf", "nan"]:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")
for x in (-170.5, -3.7, -0.5, 0.1, 0.5, 1.0, 1.5, 2.5, 5.0, 10.1, 23.0, 24.0, 50.5, 100.25, 150.9, 170.6):
    print(x, gamma(x), lgamma(x), sin(x), cos(x), tan(x), atan(x), asinh(x), tanh(x), exp(x / 10), expm1(x / 100), cbrt(x), erf(x), erfc(x))


class Point:
    def __float__(self):
        return 2.25

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


p = Point()
print(sqrt(p), floor(p), ceil(p), trunc(p), hypot(p, p))
