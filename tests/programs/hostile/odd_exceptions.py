def go(f):
    try: r = f(); print(str(r)[:60])
    except BaseException as e: print(type(e).__name__, str(e)[:60])
def f1():
    e = ValueError(); e.__cause__ = e; e.__context__ = e; raise e
go(f1)
def f2():
    e = ValueError(); e.__context__ = 5
go(f2)
def f3(): raise ValueError from 5
go(f3)
def f4(): raise 5
go(f4)
class X(Exception):
    def __new__(c, *a): return 5
def f5(): raise X
go(f5)
class Y(Exception):
    def __init__(s): raise Y2
class Y2(Exception): pass
go(lambda: (_ for _ in ()).throw(Y))
class Z(Exception):
    def __str__(s): raise ValueError('in str')
def f6():
    try: raise Z
    except Z as e: return repr(e)
go(f6)
def f7(): ExceptionGroup('a', [])
go(f7)
def f8(): ExceptionGroup('a', [5])
go(f8)
def nestg(n):
    e = ValueError(1)
    for i in range(n): e = ExceptionGroup('g', [e])
    return e
def f9(): return nestg(5000).split(KeyError)[0]
go(f9)
def f10():
    try: raise nestg(3000)
    except* ValueError as e: return 'caught'
go(lambda: 0)
def f11():
    e = ValueError(); e.args = 5
go(f11)
def f12():
    e = ValueError(); e.__traceback__ = 5
go(f12)
def f13():
    try: 1 / 0
    except Exception as e:
        t = e.__traceback__; t.tb_next = t
go(f13)
def f14():
    e = OSError(1, 2, 3, 4, 5); return e.args
go(f14)
def f15(): UnicodeDecodeError('a', 'b', 1, 2, 'c')
go(f15)
def f16(): return str(UnicodeEncodeError('a', '', 5, 10, 'r')), str(UnicodeDecodeError('a', b'', -5, 2**40, 'r'))
go(f16)
def f17():
    e = UnicodeTranslateError('abc', 1, 2, 'r'); e.object = ''; e.end = 2**62; return str(e)
go(f17)
def f18(): return str(SyntaxError('a', ('f', 'x', 5, 6, 7, 8)))
go(f18)
def f19(): raise SyntaxError('m', ('f', 1, 2**40, 'text', -5, -6))
go(f19)
def f20(): return KeyError().__reduce__(), StopIteration(1, 2).value, SystemExit().code, ImportError(name=5).name
go(f20)
def f21():
    e = ValueError(); 
    for i in range(100): e.add_note('x' * 10)
    e.__notes__ = 5; e.add_note('y')
go(f21)
import traceback
def f22():
    e = ValueError('x'); e.__notes__ = [5, None]; return ''.join(traceback.format_exception(e))
go(f22)
class M(type(Exception)): 
    def __instancecheck__(c, i): raise ValueError('ic')
class Q(Exception, metaclass=M): pass
def f23():
    try: raise Q
    except Q: return 'q'
go(f23)
def f24():
    try: raise ValueError
    except (ValueError, 5): return 'v'
go(f24)
def f25():
    try: raise ValueError
    except ((((KeyError,),),),): return 'v'
go(f25)
def f26():
    try: raise ValueError
    except* 5: pass
go(f26)
def f27():
    def g():
        try: return 1
        finally: g()
    return g()
go(f27)
def f28():
    for i in range(3):
        try: return i
        finally: continue
go(f28)
