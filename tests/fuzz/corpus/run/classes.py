class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('gone', self.n)
    def __eq__(self, o): return True
    __hash__ = object.__hash__
a = A(1); b = A(a); a.b = b
del a, b
import gc; gc.collect()
