a = b = c
a, b = b, a
a, b, c = c, b, a
a, (b, *c), [d, e] = f
a.b, c[d], e[f:g], h[i:j:k], *l = m
a += 1; a.b -= c; a[b] *= c; a[b:c] /= d; a[b:c:d] //= e
a **= 1; a %= 2; a @= 3; a <<= 4; a >>= 5; a |= 6; a ^= 7; a &= 8
del a, b.c, d[e], f[g:h], (i, j)
x: int
y: int = 1
(z): int = 2
a.b: int
a[b]: int = 3
a[b:c, d]: int
(a := 1)
print(n := 10, (m := n))
def f():
    global g1
    x: int = g1
    g1 = x; y: str
    a, b = x, y
    a = b = x
    a, b, a = b, a, x
    del a
    print(a, b)
