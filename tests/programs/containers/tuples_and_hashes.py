# Hashes of tuples and ranges, comparison, and nested texts.
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1, (2, 3))), hash((-1, -2)), hash((0.5, None is None, 10**30)))
print(hash(range(10)), hash(range(0)), hash(range(5, 6)), hash(range(0, 10**30, 3)))
print((1, 2) < (1, 3), (1, 2) < (1,), () < (0,), (1, 2) == (1.0, 2.0), (1, "a") != (1, "b"))
print((1,), (), (1, (2, (3,))), ([1, ()],))
t = ([],)
t[0].append(t)
print(t)
print((1, 2, 3, 2).count(2), (1, 2, 3, 2).index(2, 2), 3 in (1, 2, 3), (1, 2) * 3, 2 * (0,), (1, 2) + (3,))
print(tuple("abc"), tuple([1, 2]), tuple(x * x for x in range(4)), tuple({1: 2}))


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)


x = T(1, 2, 3)
x.name = "t"
print(x, type(x), x[0], x.name, x == (1, 2, 3), hash(x) == hash((1, 2, 3)), type(x[:]), type(x + ()))
print(range(5), range(1, 10, 3), range(10, 0, -3), list(range(10, 0, -3)), len(range(0, 10, 3)), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2))
print(5 in range(0, 10, 5), 5.0 in range(10), "x" in range(3), range(10).index(7), range(0, 20, 2).count(4), range(10)[-1], range(10)[2:8:2])
big = range(10**20, 10**20 + 5)
print(list(big), 10**20 + 3 in big, big[3], big.index(10**20 + 4), list(reversed(big)), len(big))
print(list(reversed(range(0, 10, 3))), list(iter(range(3))), list(range(-5, -10, -2)), list(range(3, 0)))
it = iter(range(5))
next(it)
print(type(it), it.__length_hint__(), list(it))
print(bool(range(0)), bool(range(1)), range(True), range(3).start, range(1, 7, 2).step, range(1, 7, 2).stop)
print(max(range(10)), sum(range(101)), min(range(5, 1, -1)), sorted(range(3), reverse=True))
print([1, 2] == [1, 2], [1, 2] < [1, 2, 3], [1, [2]] == [1, [2]], [] < [[]], [float("nan")] == [float("nan")])
n = float("nan")
print([n] == [n], n in [n], (n,) == (n,), {n} == {n}, [n].count(n), [n].index(n))
a = [1]
a.append(a)
print(a, repr(a) == str(a), [a, a])
