def numbers(limit):
    for n in range(limit):
        seen = [n, n * n]
        yield seen


def pairs(source):
    before = None
    for item in source:
        if before is not None:
            yield before, item
        before = item


stream = pairs(numbers(5))
first = next(stream)
second = next(stream)
rest = list(stream)
print(first, second, rest)
