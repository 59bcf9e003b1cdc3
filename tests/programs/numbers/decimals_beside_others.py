"""Numbers of four kinds in order, among them Decimals whose exponents no int could hold."""
from decimal import Decimal as D
from fractions import Fraction as F
values = [float('-inf'), D('-1e425000000'), -1e308, F(-22, 7), -3.14, -2, 0.0, 1e-320, True, F('1.2'), D('1.3'), float('1.4'), F(275807, 195025), D('1.414213562373095048801688724'), F(114243, 80782), F(473596569, 84615), 7e200, D('infinity')]
for i, a in enumerate(values):
    for b in values[i + 1:]:
        print(repr(a), repr(b), end=" ")
        print(a < b, a <= b, b > a, b >= a)
for d in D("1.5"), D("-0"), D("1E+425000000"), D("1E-425000000"), D("-1E-425000000"), D("NaN"), D("-Infinity"), D("3.000"):
    for f in F(3, 2), F(0), F(-1, 3), F(3), F(10**30, 7), 1, -3, 0, 10**50, 0.1:
        print(d, f, d == f, d != f, d < f if d == d else None, d > f if d == d else None, f == d)
