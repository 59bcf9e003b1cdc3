x = [1, 2]
for i in range(4):
    x.append([i] * i)
x[1:3] = x
del x[::2]
print(x, sorted(map(str, x)))
