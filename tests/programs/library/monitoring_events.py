# What sys.monitoring tells of all kinds of code: events, offsets, values, and what a callback has enough of.
import asyncio
import sys

m = sys.monitoring; E = m.events
NAMES = [(n, getattr(E, n)) for n in vars(E) if n != "NO_EVENTS"]
m.use_tool_id(2, "probe")
log = []
def short(x):
    if x is m.MISSING: return "MISSING"
    if hasattr(x, "__qualname__"): return x.__qualname__
    r = repr(x)
    return type(x).__name__ if " at 0x" in r else r
def maker(name):
    def callback(code, *args):
        if code.co_name in ("observe", "maker") : return
        base = code.co_firstlineno
        if name == "LINE": args = (args[0] - base,)
        log.append((name, code.co_name) + tuple(short(a) for a in args))
    return callback
for n, bit in NAMES:
    m.register_callback(2, bit, maker(n))
def observe(f, *a, events=None, **k):
    global log
    log = []
    if events is None: events = sum(bit for n, bit in NAMES)
    m.set_events(2, events)
    try:
        f(*a, **k)
    except BaseException as e:
        err = e
    else: err = None
    m.set_events(2, 0)
    print("----", f.__name__, a, repr(err))
    for l in log: print(*l)
def simple(x=1):
    y = x + 1
    return y
def loops():
    for i in range(2):
        if i: continue
        x = i
    while i < 3: i += 1
    return [a for a in (1, 2) if a]
def gen():
    yield 1
    x = yield 2
    return 5
def runs_gen():
    for v in gen(): pass
    g = gen(); next(g)
    try: g.throw(KeyError("k"))
    except KeyError as e: pass
    g = gen(); next(g); g.close()
def outer():
    r = yield from gen()
    return r
def yf(): return list(outer())
def exc():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    try:
        try: [][1]
        finally: x = 1
    except Exception as e:
        del e
def raising():
    try: raise ValueError("v")
    except KeyError: pass
def reraising():
    try: raising()
    except ValueError: raise
class C:
    def __init__(self, a): self.a = a
    def m(self, *args, **k): return len(args)
    @classmethod
    def c(cls): return 1
    @staticmethod
    def s(x): return x
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class D(C):
    def __init__(self, a): super().__init__(a)
    def m(self): return super(D, self).m(1)
def calls():
    c = C(1)
    c.m(1, 2); c.m(x=1); f = c.m; f(); f(*(1, 2)); f(**{}); C.c(); C.s(4); C.m(c)
    len([]); "a".upper(); [].append(1); int("3"); print(end="", sep=""); max(*[1, 2]); max(1, 2, key=abs)
    d = D(2); d.m(); str.upper("b"); list(map(abs, (1, 2))); (lambda: 3)()
    try: int("z")
    except ValueError: pass
    try: len(*[3])
    except TypeError: pass
    try: simple(1, 2)
    except TypeError: pass
    for x in c: pass
def withs():
    with C(1) as c:
        raise KeyError
    with C(2): pass
async def agen():
    yield 1
    yield 2
async def coro():
    async for x in agen(): pass
    await asyncio.sleep(0) if False else None
    return [y async for y in agen()]
def runs_coro():
    c = coro()
    try: c.send(None)
    except StopIteration as e: return e.value
def matching(x=(1, 2)):
    match x:
        case [a, b] if a: return b
        case {"k": v}: return v
        case None: return 0
def boolean(a=1, b=0):
    if a and not b or a is None: return a
    x = a if b else (b or a)
    assert x
    while True:
        break
    try: pass
    finally: pass
    return not a < b < 3
def many():
    class K:
        x = 1
    @staticmethod
    def deco(): pass
    import os
    from os import path
    x, *y = 1, 2, 3
    f"{x!r:>4}{y}"
    del x
    global zz; zz = 1
    return {**{}, "a": [*y]}
def star():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError as e: pass
    except ExceptionGroup: pass
def one_line():
    for i in range(2): pass
    i = 0
    while i < 2: i += 1
for f in (simple, loops, runs_gen, yf, exc, raising, reraising, calls, withs, runs_coro, matching, boolean, many, star, one_line):
    observe(f)
observe(matching, {"k": 1}); observe(matching, None); observe(matching, 3); observe(boolean, 0, 0)
# disable
for n, bit in NAMES:
    if n.startswith("C_"): continue
    log = []
    def cb(code, *args, n=n):
        log.append((code.co_name, n)); return m.DISABLE
    m.register_callback(2, bit, cb)
    m.set_events(2, bit)
    try:
        try:
            loops(); loops(); calls(); yf(); exc(); exc()
        finally:
            m.set_events(2, 0)
    except ValueError as e:
        print(n, e)
    m.register_callback(2, bit, None)
    print(n, len(log))
    m.restart_events()
log = []
for n in ("C_RETURN", "C_RAISE"):
    m.register_callback(2, getattr(E, n), lambda code, off, *a, n=n: [log.append(n), m.DISABLE][1])
m.set_events(2, E.CALL)
try:
    calls(); calls()
except ValueError as e: print(e)
m.set_events(2, 0)
print(log)
m.set_events(2, E.CALL | E.C_RETURN | E.C_RAISE); print(m.get_events(2), m._all_events()); m.set_events(2, 0)
