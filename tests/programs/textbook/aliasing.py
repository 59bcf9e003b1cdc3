a = [1, 2, 3]
b = a
c = a[:]
b.append(4)
print(a, b, c, a is b, a is c, a == c + [4])


def change(items, other):
    items.append("changed")
    other = ["new"]
    return other


x, y = [], []
z = change(x, y)
print(x, y, z)
t = ([1], 2)
t[0].append(5)
print(t)
m = n = 0
m += 1
print(m, n)
