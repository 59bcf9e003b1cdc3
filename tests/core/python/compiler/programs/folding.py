"""Docstring,
    with a margin
  and two."""
a = 1 + 2 * 3 - 4 // 3 % 5
b = -1, +2.5, ~7, not 0, not "x", -(1 + 2j)
c = 2 ** 10, 2 ** 1000, 2 ** -2, (-8) ** 0.5, 1 << 100, 1 << 200, -7 // 2, 7 % -3, -7.5 // 2, 7.5 % -2
d = "ab" * 3, "x" * 5000, 3 * (1, 2), (1, 2) + (3,), b"a" + b"b", "a" "b" + "c"
e = "abc"[1], "abc"[-1], (1, 2, 3)[0], "abc"[5], b"abc"[0], "é€"[1]
f = 1 / 3, 10 / 4, 1e308 * 10, 0.1 + 0.2, 1 / 0, 10 ** 400 / 3
g = x in [1, 2, 3], x not in {1, 2, 1.0, True}, x in [y, 1], not x in y, not x is None, not x == y
h = "%s is %r and %-5a%%" % (x, y, z), "%10s|%.3s" % (x, y), "%d" % (x,), "%s" % x, "%s %s" % (x,)
i = True + 1, True & False, ~True, True | 2
j = (1, (2, (3, "x")), None, ...), [1, 2, 3], {1, 2, 3}, {"a": 1, "b": 2}
k = 0.0, -0.0, 1e309, 1e309 - 1e309, 0j, -0j
l = __debug__
for m in [1, 2, 3]: pass
for n in {1, 2, 3}: pass
n = [o for o in [1, 2]]
"a" + "b"
