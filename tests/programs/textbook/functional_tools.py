from functools import partial, reduce
from itertools import accumulate, chain, count, groupby, islice
from operator import itemgetter, mul

names = ["Bo", "ann", "Cy", "Dee"]
ages = [31, 25, 31, 40]
people = list(zip(names, ages))
for place, (name, age) in enumerate(people, start=1):
    print(place, name, age)
print(list(map(str.lower, names)), list(filter(lambda n: n > 30, ages)))
print(any(a > 39 for a in ages), all(a > 26 for a in ages), sum(ages), min(names, key=str.lower))
print(sorted(people, key=lambda p: (-p[1], p[0].lower())), sorted(names, key=len, reverse=True))
print(max(people, key=itemgetter(1)), reduce(mul, range(1, 6)), list(accumulate(ages)))
double = partial(mul, 2)
print([double(n) for n in range(3)], double.func, double.args)
people.sort(key=itemgetter(1))
for age, group in groupby(people, key=itemgetter(1)):
    print(age, [name for name, _ in group])
evens = (n for n in count() if n % 2 == 0)
print(list(islice(evens, 3)), next(evens), list(chain("ab", [1])), dict(zip("abc", count(1))))
print(list(reversed(names)), list(range(10, 0, -3)), divmod(17, 5), [*zip(*people)])
