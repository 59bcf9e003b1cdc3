a = [i for i in x]
b = {i: j for i, j in x if i if j}
c = {f(i) for i in x for j in i if j}
d = (i for i in x if i for j in [i * 2] for k in j)
def f(x, i):
    a = [i for i in x]
    b = [[j for j in i] for i in x]
    c = [lambda: i for i in x]
    d = {i: (y := j) for i, j in x}
    e = [y for x in x]
    f = [(i, j) for i in range(5) for j in (i,)]
    g = [i for i in [1, 2, 3]]
    return [i for i in x if x] if 0 else (i for i in x)
