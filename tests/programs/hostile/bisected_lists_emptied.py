import bisect
L = []
class K:
    def __lt__(s, o):
        L.clear(); return True
    __gt__ = __lt__
for f in (bisect.bisect_left, bisect.bisect_right, bisect.insort_left, bisect.insort_right):
    L[:] = [K() for i in range(50)]
    try: print(f(L, K()), len(L))
    except Exception as e: print(type(e).__name__, e)
    L[:] = [K() for i in range(50)]
    try: print(f(L, 3, key=lambda x: L.clear() or 5), len(L))
    except Exception as e: print(type(e).__name__, e)
