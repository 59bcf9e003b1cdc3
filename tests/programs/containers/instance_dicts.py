# Attribute storage of instances and their __dict__.
import sys


class A:
    pass


a = A()
a.x = 1
print(sys.getsizeof(a), a.__dict__, sys.getsizeof(a.__dict__))
a.y = 2
a.__dict__["z"] = 3
print(a.z, vars(a), list(a.__dict__))
del a.x
a.x = 10
print(a.__dict__)
d = a.__dict__
d["x"] = 11
print(a.x, a.__dict__ is d)
del d["y"]
print(hasattr(a, "y"), a.__dict__)
d[5] = "not a str"
print(a.__dict__, a.x, a.z)
a.w = 1
print(d)
a.__dict__ = {"fresh": 1}
print(a.fresh, hasattr(a, "x"), d)
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
del a.__dict__
print(a.__dict__)
b = A()
b.p, b.q = 1, 2
e = b.__dict__
del b
print(e, e.copy())
e["r"] = 3
print(e)


class B:
    def __init__(self):
        self.one = 1
        self.two = 2


bs = [B() for _ in range(5)]
print([sys.getsizeof(x.__dict__) for x in bs], bs[0].__dict__ == bs[1].__dict__)
many = A()
for i in range(60):
    setattr(many, "attr%d" % i, i)
print(len(many.__dict__), many.attr59, sys.getsizeof(many.__dict__))
for i in range(0, 60, 2):
    delattr(many, "attr%d" % i)
print(list(many.__dict__)[:5], len(many.__dict__))
try:
    many.attr0
except AttributeError as x:
    print(x)
try:
    del many.attr0
except AttributeError as x:
    print(x)


class C(dict):
    pass


c = C(a=1)
c.attr = 2
print(c, c.__dict__, sys.getsizeof(c), sys.getsizeof(c.__dict__))


class D(list):
    pass


l = D([1, 2])
l.name = "list"
print(l, l.__dict__, sys.getsizeof(l))
for k, v in vars(bs[0]).items():
    print(k, v)
x = B()
x.__dict__.clear()
print(x.__dict__)
x.three = 3
print(x.__dict__, x.__dict__.popitem(), x.__dict__)
