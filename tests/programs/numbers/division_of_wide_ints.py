# Quotients and remainders of ints of three and four digits of 30 bits by those of one to three, with all signs, at the edges.
edges = [1, 2, 3, 7, 2**29, 2**30 - 1, 2**30, 2**30 + 1, 2**31, 2**59, 2**60 - 1, 2**60, 2**60 + 1, 2**61 - 1, 2**62, 2**63 - 1, 2**63, 2**64 - 1,
         2**64, 2**89 + 5, 2**90 - 1, 2**90, 2**119, 2**120 - 1, 2**120, 10**18, 10**36, 3**40, 3**75]
whole = 0
for a in edges:
    for b in edges:
        for x in (a, -a):
            for y in (b, -b):
                q, r = divmod(x, y)
                assert q == x // y and r == x % y and q * y + r == x and (r == 0 or (r < 0) == (y < 0)) and abs(r) < abs(y), (x, y)
                whole = (whole * 31 + q * 7 + r) % (2**61 - 1)
print(whole)

state, seen = 1, []
for turn in range(2000):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    seen.append(state % 1000)
print(seen[:5], seen[-5:], state)
state = 12345
for turn in range(2000):
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
print(state)
print((2**100) // (2**40 + 1), -(2**100) // (2**40 + 1), (2**100) % -(2**40 + 1), divmod(-(2**119), 2**59 + 3))
print([(-1) // 2**70, (-1) % 2**70, 5 // -(2**70), 2**70 // -1, 0 // 2**70, 0 % -(2**70)])
print([x << y for x in (1, -1, 5, -5, 2**29) for y in (0, 1, 30, 31, 32, 64)])
print([x >> y for x in (1, -1, 5, -5, 2**29, -(2**29), 2**30 - 1) for y in (0, 1, 29, 30, 31, 32, 64)])
for expression in ("1 << -1", "1 >> -1", "1.0 / 0.0", "2.5 / -0.0", "1 / 0", "2**90 // 0", "2**90 % 0"):
    try:
        print(eval(expression))
    except (ValueError, ZeroDivisionError) as problem:
        print(expression, type(problem).__name__, problem)
a, b = 7.5, -2.0
print(a / b, b / a, 0.0 / b, -7.0 / 3.0, 1e308 / 1e-10)
print([2**31 < 2**32, 2**31 == 2**31 + 0, -(2**40) < 5, 2**70 > 2**31, 5 >= 2**33, 2**33 != 2**33 + 1])
keys = {n * 7919: n for n in range(-50, 50)} | {2**40 + n: n for n in range(5)} | {-1: "one", -2: "two"}
print(keys[-1], keys[-2], keys[2**40 + 3], keys[7919 * 3], -1 in keys, 2**40 + 9 in keys, 4.0 in {4}, True in {1}, 1 in {True}, {1, 1.0, True}, {2**31, float(2**31)})
print(hash(-1), hash(-2), {-1, -2}, {-1: "a", -2: "b"}[-1])
