# accumulate, compress, dropwhile, takewhile, filterfalse, starmap.
import operator
from itertools import accumulate, compress, dropwhile, filterfalse, starmap, takewhile

print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)))
print(list(accumulate("abc")), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], lambda a, b: a - b, initial=0)), list(accumulate([1, 2], None)))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("ab", [1])), list(compress("ab", iter([0, 1, 1]))))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 2])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ""])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: a, ["ab", [1, 2, 3], ()])))
for f in (lambda: accumulate(), lambda: accumulate(5), lambda: list(accumulate([1, "a"])), lambda: compress("ab"), lambda: list(starmap(pow, [1])), lambda: takewhile(None),
          lambda: list(takewhile(5, [1])), lambda: dropwhile(1, 2), lambda: filterfalse(None, 3), lambda: list(accumulate([1, 2], 7))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
it = iter([1, 5, 2, 6])
t = takewhile(lambda x: x < 3, it)
print(list(t), list(t), list(it))
