squares = [n * n for n in range(6)]
pairs = [(a, b) for a in "xy" for b in (1, 2) if (a, b) != ("y", 1)]
table = {name: len(name) for name in ("ann", "bob", "christine")}
lengths = {len(name) for name in table}
nested = [[r * c for c in range(3)] for r in range(3)]
print(squares, pairs, table, lengths, nested)
n = "kept"
total = sum(n for n in squares if n % 2)
print(total, n, any(s > 20 for s in squares), all(squares))
if (last := squares[-1]) > 10:
    print(last)
