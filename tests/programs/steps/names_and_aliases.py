a = [1, 2]
b = a
c = list(a)
b.append(3)
a = a + [4]
a += [5]
b[0], b[1] = b[1], b[0]
x = y = {}
x["k"] = c
del c
del y["k"]
n = 1000
n = n + 1
t = "ab" * 30
t += "c"
print(a, b, x is y, n)
