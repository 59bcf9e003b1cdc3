# enumerate, zip, map, filter, reversed, iter: laziness, ends, errors.
print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("ab", start=10**20)), enumerate([]).__class__)
print(list(zip("abc", range(2))), list(zip()), list(zip([1])), list(zip("ab", "cd", strict=True)))
for args in (("abc", "ab"), ("ab", "abc"), ("ab", "ab", "a"), ("", "a")):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "x"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})))
for f in (lambda: reversed({1}), lambda: reversed(5), lambda: zip(5), lambda: map(5), lambda: map(), lambda: filter(None), lambda: enumerate(), lambda: enumerate(5), lambda: iter(5),
          lambda: next([]), lambda: next(iter([])), lambda: zip([1], foo=2), lambda: list(map(5, [1])), lambda: enumerate([], "x"), lambda: reversed(), lambda: iter(5, 6)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class Seq:
    def __getitem__(self, i):
        print("get", i, end=" ")
        if i > 2:
            raise IndexError
        return i * i

    def __len__(self):
        return 3


print(list(Seq()), list(reversed(Seq())), 4 in Seq(), 5 in Seq())
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)))
a = [1, 2, 3]
it = iter(a)
print(next(it), it.__length_hint__())
a.append(4)
print(list(it))
a.append(5)
print(list(it), next(it, "over"))
b = [1, 2, 3, 4]
for x in b:
    if x % 2:
        b.remove(x)
print(b)
z = zip("ab", "cd")
first = next(z)
second = next(z)
print(first, second, first is second)
ids = set()
for pair in zip(range(50), range(50)):
    ids.add(id(pair))
print(len(ids))
ids = set()
for pair in enumerate(range(50)):
    ids.add(id(pair))
print(len(ids))
print(it.__reduce__()[1:], iter((1, 2)).__reduce__()[1:], enumerate("a").__reduce__()[1][1], iter("").__class__, iter(()).__class__)
m = map(print, [1, 2])
print("lazy")
list(m)


class Bad:
    def __iter__(self):
        return 5


try:
    iter(Bad())
except TypeError as e:
    print(e)


class Stops:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("done")
        return self.n


print(list(Stops()), tuple(Stops()), dict(enumerate(Stops())), set(Stops()), [*Stops()], sum(Stops()), max(Stops()), list(zip(Stops(), "ab")))
