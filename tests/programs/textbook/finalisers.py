import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


def gone(ref):
    print("callback", ref() is None)


a = Node("a")
watch = weakref.ref(a, gone)
print(watch().name, weakref.getweakrefcount(a))
a = None
print(watch())

x, y = Node("x"), Node("y")
x.other, y.other = y, x
seen = weakref.WeakSet([x, y])
finish = weakref.finalize(x, print, "finalized", 1)
print(len(seen), finish.alive)
del x, y
print("waiting", len(seen))
gc.collect()
print(len(seen), finish.alive)
temp = [Node("in list")]
temp.append(temp)
temp = None
gc.collect()


class Back:
    saved = None

    def __del__(self):
        Back.saved = self


Back()
print(type(Back.saved).__name__)
Back.saved = None
d = weakref.WeakValueDictionary()
keep = d["k"] = Node("value")
print(list(d.items())[0][0])
del keep
print(dict(d))
