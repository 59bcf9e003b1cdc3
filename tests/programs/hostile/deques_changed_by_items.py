import random, sys
from collections import deque
sys.setrecursionlimit(300)
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        x = random.random()
        if x < .1: s.clear()
        elif x < .2: t.clear()
        elif x < .25 and len(s) < 40: s.extend([K(random.randrange(100)) for i in range(3)])
        elif x < .3 and s: s.pop()
        elif x < .35 and s: s.rotate(5)
        return self.n == o.n
    def __index__(self):
        s.clear(); return 2
    def __repr__(self):
        if random.random() < .2: s.clear()
        return 'K'
    def __del__(self):
        if random.random() < .1: s.clear()
        if random.random() < .1 and len(t) < 40: t.append(3)
random.seed(5)
def go(f):
    try: f()
    except (RuntimeError, IndexError, RecursionError, ValueError): pass
for m in None, 10, 70:
  s = deque(maxlen=m); t = deque(maxlen=m)
  for r in range(200):
    go(lambda: s.extend([K(random.randrange(50)) for i in range(90)]))
    go(lambda: t.extendleft([K(random.randrange(50)) for i in range(90)]))
    for f in (lambda: s + t, lambda: s == t, lambda: s.remove(K(3)), lambda: s.__iadd__(t), lambda: s.index(K(3)), lambda: s.index(K(3), K(1)), lambda: s.count(K(2)), lambda: K(1) in s, lambda: s.insert(K(1), 5), lambda: s.rotate(K(3)), lambda: s[K(1)], lambda: s.__setitem__(K(1), 4), lambda: s.__delitem__(K(1)), lambda: s * K(1), lambda: s.__imul__(K(1)), lambda: repr(s), lambda: s.copy(), lambda: s.__init__(t), lambda: s < t, lambda: s.__init__(s), lambda: s.extend(s), lambda: list(reversed(s))):
        go(f)
    if len(s) > 2000: s.clear()
    if len(t) > 2000: t.clear()
print('ok')
