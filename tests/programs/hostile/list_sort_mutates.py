L = [3, 1, 2] * 50
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        L.clear(); L.append(1)
        return s.v < o.v
L[:] = [K(x) for x in L]
try: L.sort()
except ValueError as e: print(e)
print(len(L))
