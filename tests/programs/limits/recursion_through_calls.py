def g():
    yield from g()
try: print(next(g()))
except RecursionError as e: print(e)
def h():
    for x in h(): yield x
try: print(next(h()))
except RecursionError as e: print(e)
def c(): return [x for x in c()]
try: c()
except RecursionError as e: print(e)
def d(): return sum(x for x in [d()])
try: d()
except RecursionError as e: print(e)
def m(): return list(map(lambda x: m(), [1]))
try: m()
except RecursionError as e: print(e)
def k(): return sorted([1, 2], key=lambda x: k())
try: k()
except RecursionError as e: print(e)
def e1(): return eval("e1()")
try: e1()
except RecursionError as e: print(e)
def e2(): exec("e2()")
try: e2()
except RecursionError as e: print(e)
import functools
@functools.lru_cache
def fib(n): return fib(n - 1) + fib(n - 2) if n > 1 else n
try: print(len(str(fib(3000))))
except RecursionError as e: print(e)
p = functools.partial(lambda: p())
try: p()
except RecursionError as e: print(e)
def deco(f): return deco(f)
try: deco(1)
except RecursionError as e: print(e)
def fin():
    try: fin()
    finally: fin()
def exc():
    try: exc()
    except RecursionError: return 1
print(exc())
def n(): 
    class A: x = n()
try: n()
except RecursionError as e: print(e)
def lam(): return (lambda: lam())()
try: lam()
except RecursionError as e: print(e)
def kw(**k): return kw(**k)
try: kw(a=1)
except RecursionError as e: print(e)
def ar(*k): return ar(*k)
try: ar(1)
except RecursionError as e: print(e)
class T:
    def m(self): return self.m()
    @classmethod
    def c(cls): return cls.c()
    @staticmethod
    def s(): return T.s()
for f in (T().m, T.c, T.s):
    try: f()
    except RecursionError as e: print(e)
class B:
    def m(self): return super().m() if 0 else B.m(self)
try: B().m()
except RecursionError as e: print(e)
