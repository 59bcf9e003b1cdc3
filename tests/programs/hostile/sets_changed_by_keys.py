import random
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 7
    def __eq__(self, o):
        x = random.random()
        if x < .1: s.clear()
        elif x < .2: t.clear()
        elif x < .25: s.update([K(random.randrange(100)) for i in range(3)]) if len(s) < 40 else None
        return self.n == o.n
random.seed(5)
s = set(); t = set()
def go(f):
    try: f()
    except (RuntimeError, KeyError, RecursionError): pass
import sys; sys.setrecursionlimit(300)
for r in range(200):
    go(lambda: s.update([K(random.randrange(50)) for i in range(5)]))
    go(lambda: t.update([K(random.randrange(50)) for i in range(5)]))
    for f in (lambda: s & t, lambda: s | t, lambda: s - t, lambda: s ^ t, lambda: s <= t, lambda: s == t, lambda: s.remove(K(3)), lambda: s.__iand__(t), lambda: s.__ixor__(t), lambda: s.__isub__(t), lambda: frozenset(s), lambda: s.copy(), lambda: s.pop()):
        go(f)
print('ok')
