import weakref
class A: pass
a = A(); w = weakref.ref(a, print); del a; print(w())
