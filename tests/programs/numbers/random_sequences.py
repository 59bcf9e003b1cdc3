# The same seeds give the same draws as in CPython.
import random

for seed in (1, 0, "abc", b"xyz", 3.5, -7, 10**30, True, "", bytearray(b"q")):
    r = random.Random(seed)
    print(seed, r.random(), r.randint(1, 100), r.randrange(0, 100, 7), r.choice("abcdef"), r.choices([1, 2, 3], weights=[1, 2, 3], k=5), r.choices("xyz", k=4))
    print(r.sample(range(1000), 10), r.sample([1, 2, 3, 4, 5], 3), r.sample(range(10**6), 30), r.sample(["a", "b"], 3, counts=[4, 5]))
    items = list(range(20))
    r.shuffle(items)
    print(items, r.uniform(1, 5), r.triangular(1, 5, 2), r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(3, 2), r.lognormvariate(0, 1), r.expovariate(2))
    print(r.vonmisesvariate(1, 2), r.gammavariate(2, 3), r.gammavariate(0.5, 3), r.gammavariate(1, 3), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2))
    print(r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.4), r.binomialvariate(1000, 0.9), r.randbytes(5), r.getrandbits(100), r.getrandbits(0), r.getrandbits(32), r.getrandbits(1))
    state = r.getstate()
    a = r.random()
    r.setstate(state)
    print(a == r.random(), state[0], len(state[1]), state[2])
random.seed(42)
print([random.randint(1, 6) for _ in range(20)], random.random(), [random.choice("heads tails".split()) for _ in range(5)])
random.seed("old", version=1)
print(random.random(), hash(3.5) == random.Random(3.5) or "ok")
for text in ["random.Random([1])", "random.getrandbits(-1)", "random.randrange(0)", "random.randrange(3, 3)", "random.randrange(1, 10, 0)", "random.randrange(1.5)", "random.randint(5, 1)", "random.choice([])", "random.sample([1, 2], 3)", "random.sample({1, 2}, 1)",
             "random.choices([1, 2], weights=[1])", "random.choices([1, 2], weights=[0, 0])", "random.choices([], k=1)", "random.shuffle((1, 2))", "random.sample(range(3), -1)", "random.choices([1, 2], cum_weights=[1, 2], weights=[1, 2])", "random.setstate(5)",
             "random.binomialvariate(-1)", "random.expovariate(0)", "random.choices([1, 2], weights=3)", "random.sample([1, 2, 3], 5, counts=[1, 1, 1])", "random.randrange(5, 1)", "random.randrange(1, 5, -1)", "random.randrange(-5)", "random.gammavariate(0, 1)"]:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")


class Fixed(random.Random):
    def random(self):
        return 0.5


f = Fixed()
print(f.randrange(10), f.choice("abc"), f.sample(range(10), 1), f.uniform(0, 2))
