class A: pass
class B(A, metaclass=M, k=1):
    """Doc."""
    x: int = 1
    __y = 2
    def __init__(self, z):
        super().__init__(z)
        self.z = z
        self.__w = self.z = z
        super(B, self).f
        super().g
        super().h = 1
    @property
    def p(self): return __class__
    l = [x for i in range(3)]
    m = [lambda: i for i in x if i]
    class Inner:
        def f(self): self.q = B.__y; return super
    for i in l: j = i
    del i
@d
@e(1)
class C(*bases, **kw):
    def __f(self, __a): return __a, self.__b, __c__
def f(x):
    class D:
        x = x
        y: x
        def g(self): return x
        z = [x for _ in y]
    return D
