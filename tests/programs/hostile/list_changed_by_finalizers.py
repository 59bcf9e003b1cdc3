L = []
class D:
    def __del__(s):
        L.clear()
        L.append(7)
L.extend(D() for i in range(100))
L[10:90] = [1, 2]
print(len(L))
L[:] = [D() for i in range(10)]
L[::2] = [1] * ((len(L) + 1) // 2)
print(len(L))
L[:] = [D() for i in range(10)]
del L[::3]
print(len(L))
L[:] = [D() for i in range(10)]
L.clear()
print(L)
L[:] = [D() for i in range(10)]
L *= 0
print(L)
L[:] = [D() for i in range(10)]
L.__init__([1, 2, 3])
print(L)
L[:] = [D() for i in range(10)]
L.pop(3)
print(L)
L[:] = [D() for i in range(3)]
L[1] = 4
print(L)
