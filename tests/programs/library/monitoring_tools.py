# Tools of sys.monitoring: several at once, what fails, threads, sys.settrace beside them, one line functions, and what is wrong to ask.
import sys, threading, gc
m=sys.monitoring; E=m.events
m.use_tool_id(2,"x"); m.use_tool_id(4,"y")
log=[]
lock=threading.Lock()
m.register_callback(2,E.PY_START,lambda c,l: log.append((c.co_name,l)))
def work(n): return n*2
ts=[threading.Thread(target=work,args=(i,)) for i in range(3)]
m.set_events(2,E.PY_START)
for t in ts: t.start(); t.join()
m.set_events(2,0)
print(log.count(("work",0)))
# two tools in order, one fails
m.register_callback(2,E.PY_RETURN,lambda c,o,v: print("two",v))
m.register_callback(4,E.PY_RETURN,lambda c,o,v: print("four",v))
def bad(*a): raise RuntimeError("bad")
m.set_local_events(2,work.__code__,E.PY_RETURN); m.set_local_events(4,work.__code__,E.PY_RETURN)
work(3)
m.register_callback(2,E.PY_RETURN,bad)
try: work(4)
except RuntimeError as e: print(e, e.__traceback__.tb_next.tb_frame.f_code.co_name)
print(m.get_local_events(2, work.__code__))
# a callback that is monitored itself hears nothing
m.register_callback(2,E.PY_RETURN,lambda c,o,v: work(1) and print("n", v))
work(5)
# settrace too
m.set_local_events(4,work.__code__,0)
tr=[]
def tracer(f,e,a):
    tr.append((f.f_code.co_name,e)); return tracer
sys.settrace(tracer); work(6); sys.settrace(None)
print(tr)
# local code goes
def make():
    def f(): pass
    m.set_local_events(2,f.__code__,E.LINE)
    f()
m.register_callback(2,E.LINE,lambda *a: None)
make(); gc.collect()
for bad in ("m.set_events(1,1)", "m.use_tool_id(2,'q')", "m.set_local_events(2, work.__code__, E.RAISE)", "m.register_callback(2,3,len)", "m.use_tool_id(6,'x')", "m.set_events(2,-1)", "m.set_events(2,E.C_RETURN)","m.register_callback(2,1<<17,None)","m.set_local_events(2,3,1)","m.use_tool_id(3,3)","m.get_tool('a')"):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
print(m.get_tool(2), m.get_tool(1), m.free_tool_id(4), m.get_tool(4), m)
import inspect
for n in sorted(dir(m)):
    f=getattr(m,n)
    if callable(f): print(n, inspect.signature(f))
print(sorted(dir(m)), m.events)

# Where a line begins depends on what else is heard.
m.use_tool_id(4, "lines")
heard = []
def one(): return 1
def two():
    return 2
class C:
    def __init__(self, a): self.a = a
def calls():
    one(); two(); C(1); (lambda: 3)()
    one()
first = calls.__code__.co_firstlineno
m.register_callback(4, E.LINE, lambda c, l: heard.append((c.co_name, l - first)))
for events in (E.LINE, E.LINE | E.PY_START, E.LINE | E.INSTRUCTION, E.LINE | E.CALL):
    heard = []
    m.set_events(4, events)
    calls()
    m.set_events(4, 0)
    print(heard)
