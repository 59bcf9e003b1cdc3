import heapq
h = []
class K:
    def __init__(s, n): s.n = n
    def __lt__(s, o):
        h.clear()
        return s.n < o.n
for f in (heapq.heapify, heapq.heappop, lambda h: heapq.heappush(h, K(0)), lambda h: heapq.heappushpop(h, K(50)), lambda h: heapq.heapreplace(h, K(50)), heapq._heapify_max, heapq._heappop_max, lambda h: heapq._heapreplace_max(h, K(1))):
    h[:] = [K(i) for i in range(20)]
    try: f(h); print(len(h))
    except Exception as e: print(type(e).__name__, e)
