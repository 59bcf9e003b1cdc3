def count(top):
    n = 0
    while n < top:
        got = yield n
        if got:
            n = got
        n += 1


numbers = count(5)
first = next(numbers)
second = numbers.send(3)
rest = [each for each in numbers]
total = sum(n * n for n in count(3))
try:
    next(numbers)
except StopIteration:
    numbers = None
closed = count(2)
next(closed)
closed.close()
print(first, second, rest, total)
