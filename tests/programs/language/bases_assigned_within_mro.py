"""Assigning __bases__ runs the metaclass's mro() for the class and those below it, and an mro() may assign __bases__ in turn."""
import gc

act = {}


class Meta(type):
    def mro(cls):
        todo = act.pop(cls.__name__, None)
        if todo:
            todo()
        return type.mro(cls)


def family():
    class A(metaclass=Meta):
        pass
    class B1(A):
        def which(self):
            return "B1"
    class B2(A):
        def which(self):
            return "B2"
    class C(A):
        pass
    class D(C):
        pass
    return A, B1, B2, C, D


def names(classes):
    return [c.__name__ for c in classes]


def tell(*classes):
    for c in classes:
        print("  ", c.__name__, names(c.__bases__), names(c.__mro__), sorted(names(c.__subclasses__())))


def assign(c, *bases):
    try:
        c.__bases__ = bases
    except Exception as error:
        print("  ", type(error).__name__, error)


def failing():
    raise KeyError("not now")


print("reassigned within")
A, B1, B2, C, D = family()
act["C"] = lambda: assign(C, B2)
assign(C, B1)
tell(A, B1, B2, C, D)
print(D().which())

print("reassigned within, by a subclass")
A, B1, B2, C, D = family()
act["D"] = lambda: assign(C, B2)
assign(C, B1)
tell(A, B1, B2, C, D)
print(D().which())

print("a cycle in the making")
A, B1, B2, C, D = family()
C.__bases__ = (B1,)
act["C"] = lambda: assign(C, B2)
assign(B1, C)
tell(A, B1, B2, C, D)

print("below fails")
A, B1, B2, C, D = family()
act["D"] = failing
assign(C, B1)
tell(A, B1, B2, C, D)
print(hasattr(D, "which"))

print("fails after it was reassigned")
A, B1, B2, C, D = family()
def both():
    assign(C, B2)
    failing()
act["C"] = both
assign(C, B1)
tell(A, B1, B2, C, D)
print(D().which())

print("below fails after it was reassigned")
A, B1, B2, C, D = family()
def both():
    assign(C, B2)
    failing()
act["D"] = both
assign(C, B1)
tell(A, B1, B2, C, D)

print("a subclass goes while the others follow")
A, B1, B2, C, D = family()
class E(C):
    pass
def drop():
    global E
    del E
    gc.collect()
act["D"] = drop
assign(C, B1)
tell(A, B1, B2, C, D)

print("a subclass comes while the others follow")
A, B1, B2, C, D = family()
def more():
    global made
    made = type("Made", (C,), {})
act["D"] = more
assign(C, B1)
tell(A, B1, B2, C, D, made)

print("while it is made")
act["New"] = lambda: [c for c in A.__subclasses__()]
class New(A):
    pass
tell(New)

print("to itself and below")
A, B1, B2, C, D = family()
assign(C, C)
assign(C, D)
assign(A, C)
tell(A, C, D)
