import weakref, gc
class A:
    pass
a = A()
r = weakref.ref(a)
p = weakref.proxy(a)
d = weakref.WeakValueDictionary()
d["k"] = a
s = weakref.WeakSet([a])
cb = weakref.ref(a, lambda x: print("gone"))
for i in range(300):
    x = A()
    d[i] = x
    s.add(x)
    q = weakref.ref(x)
del a
b = A(); b.b = b
w = weakref.ref(b, lambda x: print("cycle"))
del b
gc.collect()
