# Comprehensions, generator expressions, unpacking within them.
def squares(n):
    found = [i * i for i in range(n) if i % 2]
    pairs = {k: v for k, v in zip("abc", found)}
    return found, pairs, {j % 3 for j in found}


def nested(rows):
    flat = [cell + len(row) for row in rows for cell in row if cell]
    return [[cell * 2 for cell in row] for row in rows], flat


found, pairs, rest = squares(6)
print(found, pairs, rest)
print(nested([[1, 0], [2, 3]]), sum(x + y for x, y in [(1, 2), (3, 4)]))
xs = [x for x in found]; ys = [x, y] if (x := len(xs)) and (y := x + 1) else []
words = "the quick brown fox".split()
lengths = sorted(((len(word), word) for word in words), key=lambda pair: (-pair[0], pair[1]))
print({length: [word for n, word in lengths if n == length] for length, _ in lengths}, any(w == "fox" for w in words))
