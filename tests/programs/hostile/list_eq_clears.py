a = []
class E:
    def __eq__(s, o):
        a.clear(); b.clear()
        return True
a.extend(E() for i in range(100)); b = list(a)
b = [E() for i in range(100)]
print(a == b)
a.extend(E() for i in range(100)); b.extend(E() for _ in range(100))
print(a != b)
a.extend(E() for i in range(100))
print(5 in a, len(a))
a.extend(E() for i in range(100))
try: a.remove(5)
except Exception as e: print(type(e), e)
print(a)
a.extend(E() for i in range(100))
try: print(a.index(5))
except Exception as e: print(type(e), e)
a.extend(E() for i in range(100))
print(a.count(5))
class F:
    def __eq__(s, o):
        a.clear(); return False
    def __lt__(s, o): return True
a.extend(F() for i in range(100)); b = [F() for i in range(100)]
print(a < b, a == b, a.count(1))
