d = {i: str(i) for i in range(20)}
d |= {'a': d}
del d[3]
for k in list(d): d.pop(k)
print(d)
