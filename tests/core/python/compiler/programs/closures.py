def outer(a, b, *c, d=1):
    e = a
    def inner(f):
        nonlocal e
        e = b + f
        return lambda: (a, e, f, c)
    def other():
        global g
        g = e
        del g
        return [e + i for i in c if i], (e for _ in d)
    del b
    class C:
        e = e
        def m(self): return e
    return inner, other
def many():
    a = b = c = d = e = f = g = h = i = j = k = l = m = n = o = p = q = r = s = t = 1
    if a: u = 1
    print(a, b, p, q, r, s, t, u)
    try: v = 1
    except E: pass
    return u, v
