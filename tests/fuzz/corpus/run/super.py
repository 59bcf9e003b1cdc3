class A:
    def f(self): return 'A'
class B(A):
    def f(self): return 'B' + super().f()
class C(A): pass
class D(B, C): pass
print(D().f(), D.__mro__)
