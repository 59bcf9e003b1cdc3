first, *middle, last = [1, 2, 3, 4]
(a, b), [c, *d] = (1, 2), "xyz"
print(first, middle, last, a, b, c, d)
head, *rest = "solo"[:1]
print(head, rest)


def spread(*args, key=None, **options):
    return args, key, options


print(spread(*[1, 2], *(3,), key="k", **{"x": 1}, y=2))
merged = {**{"a": 1, "b": 2}, "b": 3, **dict(c=4)}
both = [*range(3), *"ab"]
print(merged, both, {*both, 0})
values = [5, 1, 4]
values[0], values[1] = values[1], values[0]
i = 0
i, values[i] = 2, 9
print(values, i)
if (n := len(values)) > 2:
    print(f"{n} values")
while (top := values.pop()) != 9:
    print("popped", top)
print([y for x in range(5) if (y := x * x) % 2 == 0], y)
for key, (low, *high) in {"p": (1, 2, 3), "q": (4,)}.items():
    print(key, low, high)


def positional(a, b, /, c, *, d):
    return a + b + c + d


print(positional(1, 2, c=3, d=4))
try:
    positional(1, b=2, c=3, d=4)
except TypeError as problem:
    print(problem)
x = y = []
x.append(1)
print(y, x is y)
