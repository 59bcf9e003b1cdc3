# _symtable: the scopes of a text and what is done to names in them.
import _symtable
print([n for n in dir(_symtable) if n[0]!='_'])
print({n:getattr(_symtable,n) for n in dir(_symtable) if n.isupper()})
def w(t,d=0):
    print(' '*d, t.name,t.type,t.lineno,t.nested,t.symbols,t.varnames, type(t.id))
    for c in t.children: w(c,d+1)
src='''
import os.path as p, sys
from a import b, c as d
glob = 1
def f(a, *args, k=glob, **kw):
    x=[i for i in a]
    y={q:(lambda: q) for q in x if (z:=q)}
    g=(e for e in y)
    global glob
    glob = 2
    def inner():
        nonlocal x
        x = a; return __class__
    return lambda: x
class C[T: int = str](Base, metaclass=M):
    v: int = 1
    __priv = 2
    def m(self): return super().m() + self.__priv + T
    l = [v for _ in range(3)]
type A[X] = list[X]
def gen[**P, *Ts](): yield
async def co():
    async for x in y: await x
try: pass
except E as e: del e
@dec
def deco(): pass
match x:
    case {'a': n, **rest}: pass
with open() as (f1, f2): pass
'''
w(_symtable.symtable(src,'q','exec'))
w(_symtable.symtable('lambda a: a+b','q','eval'))
w(_symtable.symtable('x=1','q','single'))
for a in ((),('a','b'),('a','b','c'),(1,'b','exec'),('a',3,'exec'),('a','b',3),('(','f','exec'),('a=1','f','eval'),(b'a\n','f','exec'),('return','f','exec'),('x','f','single'),('def f():\n x=1\n global x','f','exec'),('def f(a,a): pass','f','exec'),('nonlocal x','f','exec')):
    try: print(_symtable.symtable(*a).name)
    except Exception as e: print(type(e).__name__, e.args, getattr(e,'lineno',0),getattr(e,'offset',0))
t=_symtable.symtable('x','q','eval')
try: type(t)()
except Exception as e: print(e)
