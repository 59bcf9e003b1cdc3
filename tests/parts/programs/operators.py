# Operators, calls within calls, items and attributes.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


def price(item):
    base = prices[item]
    return base * 1.5


def scaled(values, factor=2, *more, **named):
    return [value * factor for value in values] + list(more) + sorted(named)


prices = {"tea": 4, "cake": 10}
tax = [0.25, 0.75]
total = 0
for i, item in enumerate(prices):
    total = price(item) + tax[i]
    total += price(item) * -i
p = Point(3, 4) + Point(max(1, min(2, 5)), 0)
print(p.length(), p.x, total)
rows = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
rows[1][2], rows[0][0] = rows[0][0] + rows[2][1], rows[1][0] % 3
rows[2][:2] = rows[0][1:]
print(rows, rows[-1][::2], (1, rows[0], {"a": [rows[1][0]]}))
print(scaled(rows[0]), scaled(rows[1], 3, 4, *rows[2], last=1, **{"first": 2}))
a, *b, c = range(i + 5)
del rows[0], p.y
print(not a, ~c, +i, a if b else c, [*b, a], {*b, c}, {**prices, "jam": c})
print((lambda n: n * total)(a + 2), (m := a + 1) * m)
