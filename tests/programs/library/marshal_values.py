# marshal: values and code objects as bytes and back, in all versions; what is no such bytes.
import marshal
def d(x,*a,**k):
    try:
        b=marshal.dumps(x,*a,**k); return b
    except BaseException as e: return type(e).__name__, str(e)
def l(b,**k):
    try: return marshal.loads(b,**k)
    except BaseException as e: return type(e).__name__, str(e)
vals=[None,True,False,...,StopIteration,0,1,-1,2**31-1,2**31,-2**31,-2**31-1,10**30,-10**30,1.5,-0.0,float('inf'),float('nan'),1j,'','abc','é','\ud800','x'*300,b'',b'abc',b'x'*300,(),(1,2),[],[1,[2]],{},{'a':1},set(),{1},frozenset([1,2,3]),frozenset(),(1,)*300,bytearray(b'q'),memoryview(b'abc'),{1:{2:{3:[4]}}}]
for v in vals:
    for ver in (0,1,2,3,4): print(ver, d(v,ver))
    r=l(marshal.dumps(v)); print(repr(r)[:60], type(r))
for v in (object(),int,lambda:0,range(3),print,[object()],NotImplemented): print(d(v))
class I(int): pass
class L(list): pass
for v in (I(3),L([1])): print(d(v))
x=[]; x.append(x); b=marshal.dumps(x); print(b); y=l(b); print(y, y[0] is y)
t=([],); t[0].append(t); y=l(marshal.dumps(t)); print(y, y[0][0] is y)
s='shared string with spaces'; print(d([s,s]), l(d([s,s]))[0] is l(d([s,s]))[0])
n=[]
for i in range(3000): n=[n]
print(d(n))
n=[]
for i in range(1900): n=[n]
print(len(d(n)), len(repr(l(d(n)))))
for b in [b'',b'i',b'i\0\0',b'?',b'r\0\0\0\0',b'(\xff\xff\xff\x7f',b'(\xff\xff\xff\xff',b'[\xff\xff\xff\xff',b'[\xff\xff\xff\x7f',b's\xff\xff\xff\xff',b's\x05\0\0\0ab',b'l\x01\0\0\0\xff\xff',b'l\x02\0\0\0\x01\0\0\0',b'l\0\0\0\x80',b'0',b'(\1\0\0\0' b'0',b'[\1\0\0\0' b'0',b'<\1\0\0\0' b'0',b'>\1\0\0\0' b'0',b'{0',b'{i\1\0\0\0' b'0',b'<\1\0\0\0' b'[\0\0\0\0',b'{[\0\0\0\0N0',b'u\1\0\0\0\xff',b'a\1\0\0\0\xff',b'z\1\xe9',b'f\3abc',b'f\x031.5',b'x\x011\x012',b'c',b'c\0\0\0\0',b'\xfb',b'I\1\0\0\0\0\0\0\0',b'R\0\0\0\0',b't\3\0\0\0abc',b'Nextra',b'('*10,b'[\1\0\0\0'*3000,b')\x01'*3000+b'N',b'y'+b'\0'*16]:
    print(b[:12], repr(l(b))[:100])
for a in ('x',None,3,[]): print(l(a))
def f(a,b=1,*c,**k):
    'doc'
    z=[a for a in c]
    def g(): return z, a
    try: return g
    except ValueError as e: pass
c=f.__code__
for ver in (2,3,4):
    b=marshal.dumps(c,ver); c2=marshal.loads(b); print(c==c2, c2.co_name, c2.co_varnames, c2.co_cellvars, c2.co_code==c.co_code, c2.co_linetable==c.co_linetable)
import types
print(types.FunctionType(c2,{},'f',(1,))(1,2,3)()) 
print(d(c,allow_code=False), l(marshal.dumps(c),allow_code=False), d([c],allow_code=False))
ns={}
exec(marshal.loads(marshal.dumps(compile('def h(x):\n  for i in range(x): yield i\nr=list(h(3))\nclass A:\n  def __init__(self): self.q=__class__\nz=A().q','<m>','exec'))),ns); print(ns['r'],ns['z'])
print(marshal.version, [n for n in dir(marshal) if n[:2]!='__'], marshal.dumps.__name__)
import io
bio=io.BytesIO(); marshal.dump([1,'a'],bio); marshal.dump(None,bio,2); bio.seek(0); print(marshal.load(bio), marshal.load(bio))
try: marshal.load(bio)
except Exception as e: print(type(e).__name__,e)
for a in ((),(1,),(1,2,3,4),([],'x')):
    for fn in (marshal.dumps,marshal.loads,marshal.load,marshal.dump):
        try: print(fn(*a))
        except Exception as e: print(fn.__name__,a,type(e).__name__,e)
class F:
    def read(self,n): return 'x'
    def write(self,b): print('w',b); return len(b)
try: marshal.load(F())
except Exception as e: print(type(e).__name__,e)
marshal.dump((1,2),F())
