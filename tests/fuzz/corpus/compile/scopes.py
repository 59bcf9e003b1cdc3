def f():
    nonlocal x
    global y
    class B:
        x = __class__
        def g(self): return super().g() + x
    import a.b as c, d; from . import *
