import sys; sys.modules["_pickle"] = None  # the form that is written in Python, on either side
"""pickle: bytes of many kinds of objects by every protocol, and back."""
import pickle, collections, enum, dataclasses, fractions, decimal, datetime, array, random, re, functools, operator
import pickle, collections, enum, dataclasses, fractions, decimal, datetime, array, random, re, functools, operator
class P:
    def __init__(self): self.x=1; self.y=[self]
class S:
    __slots__=('a','b')
    def __init__(self): self.a=1
@dataclasses.dataclass
class D: a:int=1
class E(enum.Enum): A=1
NT=collections.namedtuple('NT','a b')
class L(list): pass
class I(int): pass
def f(): pass
class G:
    def __getstate__(self): return {'s':1}
    def __setstate__(self,s): self.t=s
class N:
    def __new__(cls,*a,**k): return object.__new__(cls)
    def __getnewargs_ex__(self): return (1,),{'k':2}
l=L([1,2]); l.z=5
objs=[None,True,0,255,256,65535,65536,-1,2**31,-2**31,2**40,-2**63,2**600,1.5,-0.0,1e-320,float('inf'),"","abc","é☃\U0001f600"*100,b"",b"ab",bytearray(b"xy"),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2,3],{}, {'a':1},{'a':1,'b':[2]},{1},frozenset([1,2]),S(),D(),E.A,NT(1,2),l,I(5),f,len,P,int,G(),range(3),slice(1,2),complex(1,2),fractions.Fraction(1,3),decimal.Decimal("1.5"),datetime.date(2024,1,1),collections.deque([1]),collections.OrderedDict(a=1),collections.Counter("aab"),collections.defaultdict(list,a=[1]),ValueError("x"),KeyError("k"),type(None),Ellipsis,NotImplemented,functools.partial(f,1),operator.itemgetter(1),list(range(1500)),dict.fromkeys(range(1200)), "x"*70000, b"y"*70000]
for p in range(6):
    for o in objs:
        try:
            d=pickle.dumps(o,p)
            r=pickle.loads(d)
            ok = True if isinstance(o,(S,G,N,ValueError,KeyError,functools.partial,operator.itemgetter)) or 'iterator' in type(o).__name__ or 'builtin' in type(o).__name__ else (r==o or o is r)
            h=hash(d) if len(d)>300 else d
            if isinstance(o,(datetime.date,)): h=''
            print(p,type(o).__name__,ok,h)
        except Exception as e: print(p,type(o).__name__,type(e).__name__,e)
x=P(); y=pickle.loads(pickle.dumps(x)); print(y.y[0] is y)
for bad in [b"", b"\x80", b"abc", b"\x80\x09.", b"(", b"]\x94", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01", b"0.", b"."]:
    try: print(pickle.loads(bad))
    except Exception as e: print(bad, type(e).__name__, e)
for bad in [lambda:1, (i for i in [])]:
    try: print(len(pickle.dumps(bad)))
    except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
import io
f=io.BytesIO(); pk=pickle.Pickler(f); pk.dump([1]); pk.dump([2]); f.seek(0); print(pickle.load(f), pickle.load(f))
