evens = {n for n in range(10) if n % 2 == 0}
primes = {2, 3, 5, 7}
print(evens & primes, evens | primes, primes - evens, evens ^ primes)
print({2} <= primes, primes >= {2, 3}, evens.isdisjoint({1, 3}), 4 in evens)
primes.add(11)
primes.discard(99)
primes.update([13, 17], (19,))
evens -= {0, 8}
evens |= {100}
print(sorted(primes), sorted(evens), len(primes))
try:
    primes.remove(4)
except KeyError as problem:
    print("no", problem)
frozen = frozenset("hello")
groups = {frozen: "letters", frozenset([1, 2]): "numbers"}
print(groups[frozenset("olleh")], len(frozen), frozen == set("hello"))
seen, twice = set(), []
for n in [3, 1, 3, 2, 1]:
    if n in seen:
        twice.append(n)
    seen.add(n)
print(twice, seen, set(), {*()} == set())
for n in list(seen):
    if n > 1:
        seen.remove(n)
print(seen, seen.pop(), seen)
copy = primes.copy()
copy.intersection_update(evens)
print(copy, primes.symmetric_difference([2, 4]), set("abc").issubset("abcd"))
