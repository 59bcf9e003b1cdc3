# sys.settrace and sys.setprofile: which events come, in which order, with what.
import sys
log=[]
def tracer(frame, event, arg):
    if event=='exception': arg=(arg[0].__name__, str(arg[1]), type(arg[2]).__name__)
    elif not isinstance(arg,(int,str,list,type(None))): arg=type(arg).__name__
    log.append((frame.f_code.co_name, event, frame.f_lineno-frame.f_code.co_firstlineno, arg))
    return tracer
def run(f,*a):
    log.clear()
    sys.settrace(tracer)
    try: r=f(*a)
    except Exception as e: r=type(e).__name__
    finally: sys.settrace(None)
    print(f.__name__, r if not hasattr(r,'send') else 'gen')
    for l in log: print('  ', l)
def simple(x):
    y = x+1
    return y
def loop(n):
    t = 0
    for i in range(n):
        t += i
        if t > 2:
            continue
    else:
        t = -t
    return t
def while_(n):
    while n:
        n -= 1
    while n < 2: n += 1
    return n
def exc():
    try:
        1/0
    except ZeroDivisionError as e:
        x = 1
    finally:
        y = 2
    return y
def raises():
    def inner():
        raise ValueError('q')
    inner()
def gen():
    yield 1
    yield 2
    return 3
def usegen():
    for x in gen(): pass
    g = gen()
    next(g)
    try: g.throw(KeyError('a'))
    except KeyError: pass
    return list(gen())
def yf():
    x = yield from gen()
    return x
def useyf(): return list(yf())
class C:
    def __init__(self, a): self.a = a
    def __enter__(self): return self
    def __exit__(self, *a): return True
    @property
    def p(self): return self.a
def cls():
    c = C(1)
    with C(2) as d:
        raise KeyError
    return c.p
def comp():
    return [i*i for i in range(3)] + list(i for i in (1,2))
def lam():
    f = lambda: 1
    return f() + f()
def match_(x):
    match x:
        case 1: return 'a'
        case [a,
              b]:
            return a
def multi():
    return max(1,
        2,
        abs(
         -3))
async def co():
    return 1
async def co2():
    x = await co()
    async def ag():
        yield 1
    async for y in ag(): pass
    return x
def corun():
    c = co2()
    try: c.send(None)
    except StopIteration as e: return e.value
def deep(n):
    if n == 0: return 0
    return deep(n-1)
def dec():
    def d(f): return f
    @d
    @d
    def g(a=1,
          b=2): pass
    class K(object):
        x = 1
        def m(self): pass
    return g()
def stop():
    it = iter([1])
    while 1:
        try: next(it)
        except StopIteration: break
    for i in iter(lambda: 1, 1): pass
def assert_():
    try: assert 0, 'm'
    except AssertionError: return 1
def delegated():
    return sorted([3,1], key=lambda v: -v)
for f in (usegen,useyf,cls,comp,lam,multi,corun,dec,stop,assert_,delegated,exc,raises): run(f)
run(simple,1); run(loop,4); run(while_,2); run(match_,1); run(match_,[1,2]); run(deep,2)
# local function replaced, none
def t2(frame,event,arg):
    if event=='call' and frame.f_code.co_name=='simple': return None
    log.append((frame.f_code.co_name,event)); return t3
def t3(frame,event,arg):
    log.append(('t3',frame.f_code.co_name,event)); return None if event!='line' else t4
def t4(frame,event,arg):
    log.append(('t4',event))
log.clear(); sys.settrace(t2); simple(1); loop(1); sys.settrace(None); print(log)
# errors
def bad(frame,event,arg):
    if event=='line': raise KeyError('bad')
    return bad
sys.settrace(bad)
try: simple(1)
except KeyError as e: print('err',e, sys.gettrace())
def bad2(frame,event,arg): raise KeyError('bad2')
sys.settrace(bad2)
try: simple(1)
except KeyError as e: print('err',e, sys.gettrace())
# f_trace on own frame
def own():
    log.clear()
    f=sys._getframe(); f.f_trace=tracer
    sys.settrace(tracer)
    a=1
    b=2
    sys.settrace(None)
    c=3
    return log[:]
print(own())
def ops(frame,event,arg):
    frame.f_trace_opcodes=True; frame.f_trace_lines=False
    log.append((event,frame.f_lasti)); return ops
log.clear(); sys.settrace(ops); simple(1); sys.settrace(None); print(log)
# profile
def prof(frame,event,arg):
    if frame.f_code.co_name=='<module>' : return
    n=getattr(arg,'__name__',arg) if event.startswith('c_') else arg
    log.append((frame.f_code.co_name,event,n if isinstance(n,(int,str,list,type(None))) else type(n).__name__))
def pf():
    len([1]); [].append(1); 'a'.upper(); int('3'); C(1)
    try: len(3)
    except TypeError: pass
    max([1,2], key=lambda q: q); list(gen()); "x".join(['a'])
    print(end='')
    return {}.get(1,*())
log.clear(); sys.setprofile(prof); pf(); sys.setprofile(None)
for l in log: print(l)
print(sys.getprofile(), sys.gettrace())
sys.setprofile(prof); print(sys.getprofile() is prof); sys.setprofile(None)
f=sys._getframe(); print(f.f_trace, f.f_trace_lines, f.f_trace_opcodes)
for n,v in (('f_trace_lines',1),('f_trace_opcodes','a'),('f_lineno',3),('f_lineno','a')):
    try: setattr(f,n,v)
    except Exception as e: print(n,type(e).__name__,e)
print(sys.call_tracing(lambda a,b:a+b,(1,2)))
try: sys.call_tracing(1)
except TypeError as e: print(e)
# f_lineno = …: going on at another line
import warnings
def jumper(target, at, once=True):
    done=[]
    def tr(frame,event,arg):
        if frame.f_code.co_name!='j': return tr
        rel=frame.f_lineno-frame.f_code.co_firstlineno
        log.append((event,rel))
        if event=='line' and rel==at and not done:
            done.append(1)
            try: frame.f_lineno=frame.f_code.co_firstlineno+target
            except Exception as e: log.append((type(e).__name__,str(e).replace(str(frame.f_code.co_firstlineno+target),'N')))
        return tr
    return tr
def run(src, at, target):
    global log
    log=[]; out=[]
    ns={'out':out}
    exec(src,ns)
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        sys.settrace(jumper(target,at))
        try: r=ns['j']()
        except Exception as e: r=type(e).__name__,str(e)
        sys.settrace(None)
    print(at,target,out,r,[str(x.message) for x in w],log)
A='''def j():
    out.append(1)
    out.append(2)
    out.append(3)
    return 'x'
'''
for a,t in ((1,3),(3,1),(1,4),(2,2),(1,-5),(1,100)): run(A,a,t)
B='''def j():
    out.append(1)
    for i in 1, 2:
        out.append(i)
    else:
        out.append('e')
    out.append(9)
'''
for a,t in ((1,3),(3,6),(3,2),(1,6),(6,3),(3,5),(3,1)): run(B,a,t)
C='''def j():
    out.append(1)
    try:
        out.append(2)
        1/0
    except ZeroDivisionError:
        out.append(5)
    finally:
        out.append(7)
    out.append(9)
'''
for a,t in ((1,6),(6,1),(6,9),(3,9),(1,8),(8,9),(2,6),(9,3),(1,5)): run(C,a,t)
D='''def j():
    with open('/dev/null') as f:
        out.append(2)
    out.append(3)
    x = 1
    y = x
    return y
'''.replace("open('/dev/null')","W()").replace('def j','class W:\n  __enter__=lambda s: s\n  __exit__=lambda s,*a: None\ndef j')
for a,t in ((1,3),(2,3),(1,2),(3,2),(1,5),(4,5)): run(D,a,t)
E='''def j():
    while len(out) < 3:
        out.append(1)
    out.append(3)
    if 0:
        out.append(4)
    def g(): pass
'''
for a,t in ((1,3),(2,3),(3,2),(3,5),(3,1)): run(E,a,t)
def f2(frame,event,arg):
    if event in want and frame.f_code.co_name=='simple':
        try: frame.f_lineno=frame.f_lineno+1
        except ValueError as e: print(event,e)
    return f2
def simple():
    x=1
    try: 1/0
    except ZeroDivisionError: pass
    return x
for want in (['call'],['return'],['exception']):
    sys.settrace(f2); simple(); sys.settrace(None)
f=sys._getframe()
for v in (1,'a',2**70):
    try: f.f_lineno=v
    except Exception as e: print(type(e).__name__,e)
try: del f.f_lineno
except Exception as e: print(type(e).__name__,e)
