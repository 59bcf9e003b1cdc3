import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"


t = Thing("one")
r = weakref.ref(t, lambda ref: print("gone", ref() is None))
print(r(), r() is t)
cache = weakref.WeakValueDictionary()
cache["k"] = t
print(list(cache.items()))
del t
print(r(), len(cache))
u = Thing("two")
p = weakref.proxy(u)
print(p.name)
f = weakref.finalize(u, print, "finalized", "two")
del u
try:
    p.name
except ReferenceError as error:
    print(error)
print(f.alive)
