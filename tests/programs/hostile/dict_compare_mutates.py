class V:
    def __eq__(s, o):
        d1.clear(); d2.clear(); return True
d1 = {i: V() for i in range(50)}; d2 = {i: V() for i in range(50)}
print(d1 == d2)
d1.update({i: V() for i in range(50)}); d2.update({i: V() for i in range(50)})
print(d1.items() == d2.items())
d1.update({i: V() for i in range(50)}); d2.update({i: V() for i in range(50)})
try: print((1, 5) in d1.items())
except Exception as e: print(e)
d1.update({i: V() for i in range(50)}); d2.update({i: V() for i in range(50)})
try: print(d1.items() <= d2.items())
except RuntimeError as e: print(e)
