s = set()
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o):
        s.clear(); return False
def fill(): 
    s.clear(); s.update([K(i) for i in range(1)])
t = {K(i + 3) for i in range(1)}
for op in ('add', 'discard'):
    fill(); getattr(s, op)(K(0)); print(len(s))
for op in ('update', 'intersection', 'difference', 'symmetric_difference', 'union', 'issubset', 'issuperset', 'isdisjoint', 'intersection_update', 'difference_update', 'symmetric_difference_update'):
    fill()
    try: r = getattr(s, op)(t); print(op, r if isinstance(r, bool) else len(r or ()), len(s))
    except RuntimeError as e: print(op, e)
    try: r = getattr(s, op)([K(0), K(3), K(6)]); print(op, r if isinstance(r, bool) else len(r or ()), len(s))
    except RuntimeError as e: print(op, e)
