# count, cycle, repeat and what cuts them short.
from itertools import count, cycle, islice, repeat, takewhile

print(list(islice(count(), 5)), list(islice(count(10, -3), 5)), list(islice(count(0.5, 0.25), 4)), list(islice(count(10**20), 2)))
print(count(), count(5), count(5, 2), count(1.5), count(2**63 - 2), repeat("x"), repeat(1, 3))
c = count(2**63 - 3)
print([next(c) for _ in range(5)], c)
print(list(islice(cycle("abc"), 8)), list(cycle([])), list(repeat(7, 3)), list(repeat(7, -1)), list(zip(range(3), repeat("r"))))
print(repeat(1, 5).__length_hint__(), list(map(pow, range(5), repeat(2))))
print(list(takewhile(lambda x: x < 4, count())))
for f in (lambda: count("a"), lambda: count(1, "b"), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, 2, 3), lambda: repeat(1, "x"), lambda: islice([1]),
          lambda: islice([1], -1), lambda: islice([1], 0, 5, 0), lambda: islice([1], "a"), lambda: islice([1], -2, 3), lambda: repeat(1).__length_hint__(),
          lambda: islice(5, 1), lambda: cycle([1], x=1), lambda: count(z=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2, None, 2)), list(it))
print(list(islice(range(20), 3, 15, 4)), list(islice("abc", None)), list(islice("abcdef", 1, None)), list(islice([1, 2], 0)))
print(list(islice(range(10), None, None, 3)))
print(count(3).__reduce__(), repeat(2, 3).__reduce__())
