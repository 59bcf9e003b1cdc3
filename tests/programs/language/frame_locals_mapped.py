"""frame.f_locals of a function reads and writes the frame (PEP 667): beside other mappings, and as a namespace."""
import sys
def a():
    x = 1
    return sys._getframe()
f1, f2 = a(), a()
p1, p2 = f1.f_locals, f2.f_locals
print(p1 == p2, p1 != p2, p1 == {'x': 1}, p1 == f1.f_locals)
for t in ('p1 < {}', '{} < p1', 'p1 < p2', 'p1 >= 3', 'p1 | [1]', '[1] | p1', 'p1 | p2'):
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
p1['e'] = 4
print(p1 == p2, p1 == f1.f_locals)
def b():
    x = 1
    sys._getframe().f_locals['extra'] = 3
    print(locals(), dir(), vars(), eval('extra'))
    try: extra
    except NameError as e: print(e)
b()
import gc
def c():
    locals()
    return sum(type(o).__name__ == 'frame' for o in gc.get_objects())
print(c(), c())
def d():
    x = 1
    q = sys._getframe().f_locals
    try: exec('del x', {}, q)
    except BaseException as e: print(type(e), e)
    try: exec('x = 5; zz = 1', {}, q); print(x)
    except BaseException as e: print(type(e), e)
    exec('y=[k for k in (1,2)]', {}, q)
    print(q)
    class K: pass
    try: K.__dict__.__class__(q)
    except Exception as e: print(e)
    import types
    print(types.MappingProxyType(q)['x'])
    from collections import ChainMap, OrderedDict
    print(ChainMap({}, q)['x'], OrderedDict(q)['x'])
    print(eval('locals() is None', {}, q), type(eval('locals()', {}, q)))
    print('%(x)s' % q, '{x}'.format_map(q), '{x}'.format(**q))
d()
def e():
    import types
    def inner(): return z
    fr = sys._getframe()
    print('z' in fr.f_locals)
    fr.f_locals['z'] = 3
    print(inner(), list(fr.f_locals))
    if 0: z = 1
e()
def k(x):
    fr = sys._getframe()
    p = fr.f_locals
    p[3.5] = 1; p[None] = 2; p['x'] = [x]
    print(x, list(p), len(p), repr(p)[:20])
    return fr
fr = k(1)
print(list(fr.f_locals))
fr.f_locals['x'] = 9
print(fr.f_locals['x'], fr.f_locals.keys(), sys.getsizeof(fr.f_locals.keys()))
print(type(fr.f_locals).__name__, sys.getsizeof(fr)>0)
def big():
    for i in range(3):
        sys._getframe().f_locals['i'] = 10
        print(i)
    t = 1
    def w(): nonlocal t; t += 1
    sys._getframe().f_locals['t'] = 100
    w(); print(t)
big()
async def co():
    v = 1
    sys._getframe().f_locals['v'] = 2
    return v
try: co().send(None)
except StopIteration as e: print(e.value)
