import sys


class Thing:
    def __del__(self):
        print("released", self.name)


a = Thing()
a.name = "first"
print(sys.getrefcount(a))
b = a
box = [a, a]
print(sys.getrefcount(a), len(box))
del box
print(sys.getrefcount(a))
del b
a = Thing()
a.name = "second"
print("rebound")
del a
print(sys.getsizeof([]), sys.getsizeof([1, 2, 3]), sys.getsizeof("abc"), sys.getsizeof({}), sys.getsizeof({1: 2}), sys.getsizeof((1, 2)))
print(sys.getsizeof(1), sys.getsizeof(2 ** 40), sys.getsizeof(1.0), sys.getsizeof(Thing), sys.getsizeof(set()), sys.getsizeof(None))
