import itertools
class K:
    def __init__(s, v): s.v = v
    def __eq__(s, o):
        global g
        try: next(g)
        except (StopIteration, RecursionError): pass
        return False
import sys; sys.setrecursionlimit(200)
g = itertools.groupby([K(i) for i in range(20)])
n = 0
for k, grp in g: n += 1
print(n > 0)
g = itertools.groupby(range(20), lambda x: K(x))
grp = next(g)[1]
try: print(len(list(grp)) >= 0)
except RecursionError: print('rec')
