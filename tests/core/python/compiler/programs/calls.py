import os, sys as system, a.b.c, a.b.c as d
from x import y, z as zz
from . import w
from ..v import *
f()
f(1, *a, b, *c)
f(*a)
f(**k)
f(1, x=2, **k, y=3, **l)
f(a, b=c)(d)
a.b.c(d, e=1).f(*g)
os.path.join(x, y)
(a
 .b()
 .c(1,
    2)
 .d)
f(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1)
f(a=0, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=0, l=1, m=2, n=3, o=4, p=5, **q)
[0, 1, 2, a, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
{a: 1, "b": 2, **c, 3: d, 4: e}
{0: a, 1: a, 2: a, 3: a, 4: a, 5: a, 6: a, 7: a, 8: a, 9: a, 10: a, 11: a, 12: a, 13: a, 14: a, 15: a, 16: a, 17: a}
[*a, b, *c], (*a, b), {*a, b}, [*a], (a,), ()
print(f"{a!r:>{b}} {c} {{x}} {d=} {e!s:}", f"", f"{a}")
@decorator
@other(1)
def g(a, /, b=1, *c, d, e=2, **f) -> int:
    "Doc."
    return lambda x, *y, z=a: (x, y, z)
