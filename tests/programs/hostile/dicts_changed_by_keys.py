import random, sys
sys.setrecursionlimit(300)
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 7
    def __eq__(self, o):
        x = random.random()
        if x < .1: s.clear()
        elif x < .2: t.clear()
        elif x < .25 and len(s) < 40: s.update([(K(random.randrange(100)), D()) for i in range(3)])
        return self.n == o.n
class D:
    def __del__(self):
        if random.random() < .1: s.clear()
        if random.random() < .1 and len(t) < 40: t[K(1)] = D()
random.seed(5)
s = {}; t = {}
def go(f):
    try: f()
    except (RuntimeError, KeyError, RecursionError): pass
for r in range(200):
    go(lambda: s.update([(K(random.randrange(50)), D()) for i in range(5)]))
    go(lambda: t.update([(K(random.randrange(50)), D()) for i in range(5)]))
    for f in (lambda: s | t, lambda: s == t, lambda: s.pop(K(3)), lambda: s.__ior__(t), lambda: s.keys() & t.keys(), lambda: s.keys() - t.keys(), lambda: s.items() ^ t.items(), lambda: dict(s), lambda: s.copy(), lambda: s.popitem(), lambda: s.setdefault(K(2), D()), lambda: dict.fromkeys(s), lambda: [0 for k in s if s.pop(k)], lambda: s.__init__(t)):
        go(f)
print('ok')
