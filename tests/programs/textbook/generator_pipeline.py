def numbers(text):
    for part in text.split(","):
        try:
            yield int(part)
        except ValueError:
            print("skipped", part)


def running_mean():
    total, n, mean = 0, 0, None
    while True:
        value = yield mean
        if value is None:
            return (total, n)
        total += value
        n += 1
        mean = total / n


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


squares = (n * n for n in numbers("1,2,x,4"))
odd = (n for n in squares if n % 2)
print(sum(odd))

mean = running_mean()
next(mean)
print([mean.send(v) for v in (2, 4, 9)])
try:
    mean.send(None)
except StopIteration as stop:
    print("returned", stop.value)


def guarded():
    try:
        yield 1
        yield 2
    except KeyError as problem:
        print("got", repr(problem))
        yield 3
    finally:
        print("closed")


g = guarded()
print(next(g), g.throw(KeyError("k")))
g.close()
for value in guarded():
    break
print(list(flatten([1, [2, [3, []], 4]])))
