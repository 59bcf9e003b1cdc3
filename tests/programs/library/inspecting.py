"""inspect: signatures, binding, kinds, states, sources."""
import inspect, functools
def f(a, b=1, /, c: int=2, *args: str, d, e: "x"=4, **kw) -> float: "doc\n    more\n      x"
class C:
    "C doc"
    def __init__(self, x, y=2): pass
    def m(self, q): "m doc"
    @classmethod
    def k(cls, z): pass
    @staticmethod
    def s(w): pass
    def __call__(self, v): pass
class D(C):
    def m(self, q): pass
for o in (f, C, C(1), C.m, C(1).m, C.k, C.s, lambda x,*y: 0, functools.partial(f, 1, d=5), D, D.m):
    print(inspect.signature(o), inspect.getfullargspec(o) if inspect.isfunction(o) else "")
s=inspect.signature(f)
print(repr(s), list(s.parameters), s.parameters['c'].annotation, s.parameters['d'].kind, repr(s.parameters['d']), s.return_annotation, s.parameters['a'].default)
b=s.bind(1,2,3,4,5,d=6,z=7); print(b, b.args, b.kwargs); b=s.bind(1,d=2); b.apply_defaults(); print(b.arguments)
for a,k in (((),{}),((1,),{}),((1,),dict(d=1,a=2)),((1,2,3),dict(c=1,d=2))):
    try: print(s.bind(*a,**k))
    except TypeError as e: print(e)
print(inspect.getdoc(f), inspect.getdoc(D(1).m), inspect.cleandoc("  a\n    b\n     c"))
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.isbuiltin(len), inspect.isroutine(str.join), inspect.getmro(D))
print(inspect.getsource(C.m), inspect.getsourcelines(D))
def g(): yield
async def co(): pass
x=g(); print(inspect.getgeneratorstate(x), inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(co)); next(x); print(inspect.getgeneratorstate(x))
print([n for n,v in inspect.getmembers(C(1)) if not n.startswith('__')], inspect.currentframe().f_lineno, inspect.stack()[0].function)
for bad in (5, int):
    try: print(inspect.signature(bad))
    except Exception as e: print(type(e).__name__, e)
