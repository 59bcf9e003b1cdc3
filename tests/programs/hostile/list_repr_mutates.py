L = []
class R:
    def __repr__(s):
        L.clear(); return 'R'
L.extend(R() for i in range(50))
print(L)
class R2:
    def __repr__(s):
        if len(L) < 300: L.extend([1] * 10)
        return 'R'
L.extend(R2() for i in range(5))
print(len(repr(L)))
D = {}
class R3:
    def __repr__(s):
        D.clear(); return 'R'
D.update((i, R3()) for i in range(50))
print(D)
