"""frame.f_locals of a function reads and writes the frame (PEP 667): in modules, comprehensions, generators, tracebacks and other threads."""
import sys
print([type(sys._getframe().f_locals).__name__ for i in range(1)])
print([(sys._getframe().f_locals['i'], 'sys' in sys._getframe().f_locals, sys._getframe().f_locals is globals()) for i in range(1)])
print([sorted(k for k in sys._getframe().f_locals if k[0] != '_') for i in range(1)])
print([(type(locals()).__name__, sorted(k for k in locals() if k[0] != '_'), locals() is globals()) for i in range(1)])
print([eval("i") for i in range(1)], [sorted(k for k in vars() if k[0]!='_') for j in range(1)], [dir()[-3:] for zj in range(1)])
class C:
    z = 1
    print([type(sys._getframe().f_locals).__name__ for i in range(1)])
    print([sorted(k for k in sys._getframe().f_locals if k[0] != '_') for i in range(1)])
    print([sorted(k for k in locals() if k[0] != '_') for i in range(1)])
def ff():
    fr = sys._getframe(1)
    try:
        fr.f_locals['w'] = 5
        fr.f_locals['i'] = 6
    except Exception as e: print(type(e), e)
    return fr.f_locals
class D:
    print([(type(ff()).__name__, i) for i in range(1)])
    print(locals().get('w'), locals().get('i'))
def setter(**kw):
    p = sys._getframe(1).f_locals
    for k, v in kw.items(): p[k] = v
def h():
    a = 1
    setter(a=2, b=3, e=5)
    print(a, locals(), sys._getframe().f_locals)
    exec("a = 9; c = 3")
    print(a, locals())
    l = [(i, setter(i=9, a=5), i) for i in range(2)]
    print(l, a, locals())
    print([sorted(locals()) for i in range(1)])
    def inner():
        return a
    del a
    try: print(sys._getframe().f_locals['a'])
    except KeyError as e: print(e)
    setter(a=6)
    print(inner(), a)
h()
def gen(n):
    m = n
    while True:
        yield m, n
g = gen(1)
p = g.gi_frame.f_locals
print(p)
p['n'] = 5
try: p['m'] = 6
except Exception as e: print(e)
print(p)
print(next(g))
p['m'] = 7
print(next(g), p)
def par():
    v = 0
    def work():
        f = sys._getframe()
        while f.f_code.co_name != 'par': f = f.f_back
        f.f_locals['v'] += 1
    import functools
    list(map(lambda _: work(), range(3)))
    print(v)
par()
def catch():
    x = 1
    def boom():
        y = 2
        1/0
    try: boom()
    except ZeroDivisionError as e:
        tb = e.__traceback__
    fl = tb.tb_next.tb_frame.f_locals
    print(fl, type(fl))
    fl['y'] = 3; fl['k'] = 4
    print(tb.tb_next.tb_frame.f_locals)
    tb.tb_next.tb_frame.clear()
    print(tb.tb_next.tb_frame.f_locals)
catch()
import threading
def tmain(ev, ev2):
    q = 1
    ev.set(); ev2.wait()
    print('q is', q)
ev, ev2 = threading.Event(), threading.Event()
t = threading.Thread(target=tmain, args=(ev, ev2)); t.start(); ev.wait()
f = sys._current_frames()[t.ident]
while f.f_code.co_name != 'tmain': f = f.f_back
f.f_locals['q'] = 42
ev2.set(); t.join()
class S(str):
    def __hash__(s): return str.__hash__(s)
    def __eq__(s, o): print('eq', o); return str.__eq__(s, o)
def sub():
    aa = 1
    p = sys._getframe().f_locals
    print(p[S('aa')], S('aa') in p)
    p[S('aa')] = 4
    print(aa, p.get(S('zz')))
    try: p[S('zz')]
    except KeyError as e: print(e)
sub()
def dell():
    a = 1
    p = sys._getframe().f_locals
    class Bad:
        def keys(self): return ['a', 'n']
        def __getitem__(self, k): return 3
    try: p.update(Bad())
    except TypeError as e: print(e)
    print({**p}.keys(), dict(p) == p, p == dict(p), p == 1, p != 1)
    for k in p: print(k, end=' ')
    print(sys.getsizeof(p), len(p), p.items()[:1], p.values()[:1])
dell()
def asyn():
    import gc
    f = sys._getframe(); p = f.f_locals
    print(gc.get_referents(f))
    p['zzz'] = 1
    print(gc.get_referents(f))
asyn()
# exec / eval with proxies
def ev():
    a = 1
    p = sys._getframe().f_locals
    print(eval('a + 1', {}, p)); exec('a = 10; b = 5', {}, p); print(a, p['b'])
    try: exec('del a', {}, p)
    except Exception as e: print(type(e), e)
ev()
