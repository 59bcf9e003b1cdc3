# chain, pairwise, batched, zip_longest, groupby, tee.
from itertools import batched, chain, groupby, pairwise, tee, zip_longest

print(list(chain("ab", [1, 2], ())), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(chain.from_iterable([])))
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched(range(4), 2, strict=True)))
print(list(zip_longest("ab", [1, 2, 3], fillvalue="-")), list(zip_longest("a", "bcd")), list(zip_longest()))
for k, g in groupby("aaabbca"):
    print(k, list(g), end="; ")
print()
print([(k, [x for x in g]) for k, g in groupby(range(10), key=lambda x: x // 4)])
groups = list(groupby("aab"))
print([(k, list(g)) for k, g in groups])
g = groupby("aabb")
k1, first = next(g)
k2, second = next(g)
print(k1, list(first), k2, list(second))
a, b, c = tee(iter("abcdef"), 3)
print(next(a), next(a), next(b), list(a), list(b), list(c))
d, e = tee(range(200))
print(sum(d), sum(e), tee([], 0), len(tee("x", 1)))
f, = tee("xyz", 1)
next(f)
g2, h2 = tee(f)
print(list(g2), list(h2), list(f))
for f in (lambda: list(batched("abc", 0)), lambda: list(batched("abc", 2, strict=True)), lambda: list(chain(5)), lambda: list(chain([1], 5)), lambda: pairwise(5),
          lambda: tee([], -1), lambda: tee(5), lambda: zip_longest(5), lambda: zip_longest([1], fill=2), lambda: list(groupby([1, 2], key=5)), lambda: batched([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


def gen():
    print("start", end=" ")
    yield 1
    print("middle", end=" ")
    yield 2
    print("end", end=" ")


for x in chain(gen(), gen()):
    print(x, end=" ")
print()
for pair in pairwise(gen()):
    print(pair, end=" ")
print()
