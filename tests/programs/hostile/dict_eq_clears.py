d = {}
class K:
    def __hash__(s): return 1
    def __eq__(s, o):
        d.clear()
        return False
try:
    d[K()] = 1; d[K()] = 2; d[K()] = 3
    print(len(d))
    print(d.get(K()), d.pop(K(), 5), K() in d, d.setdefault(K(), 4))
    d.update({K(): 1, K(): 2}); print(len(d))
    del d[K()]
except Exception as e: print(type(e).__name__)
