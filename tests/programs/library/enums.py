import enum
from enum import *
enum_all=1
globals().update({k:getattr(enum,k) for k in enum.__all__})
class Color(Enum):
    RED=1; GREEN=2; BLUE=auto(); CRIMSON=1
    def describe(self): return self.name.lower()
    @classmethod
    def first(cls): return next(iter(cls))
print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.__members__)
print(Color.RED.describe(), Color.first(), Color.BLUE.value, Color, type(Color.RED), isinstance(Color.RED,Color))
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: Color(9)); t(lambda: Color['X']); t(lambda: Color.X); t(lambda: setattr(Color,'RED',3)); t(lambda: delattr(Color,'RED'))
t(lambda: setattr(Color.RED,'value',3)); t(lambda: setattr(Color.RED,'name',3))
def sub():
    class C2(Color): pass
t(sub)
def dup():
    class C3(Enum):
        A=1
        A=2
t(dup)
class N(IntEnum):
    ONE=1; TWO=2
print(N.ONE, repr(N.ONE), N.ONE+1, N.ONE<N.TWO, f"{N.ONE}", f"{N.ONE:03d}", N(1), "%d"%N.TWO, sorted([N.TWO,N.ONE]), N.ONE==1, hash(N.ONE)==hash(1), {N.ONE:1}[1])
class S(StrEnum):
    A=auto(); B="x"
print(S.A, repr(S.B), S.A.upper(), f"{S.B:>5}", S('x'))
class P(Flag):
    R=auto(); W=auto(); X=auto(); RW=R|W
print(P.R|P.X, repr(P.R|P.X), ~P.R, P.RW, list(P.RW), P.R in P.RW, bool(P.R&P.W), P(0), P.R^P.RW, len(P.RW), list(P), P(7), repr(P(0)), P.RW.name, P.RW.value, (P.R|P.X).name)
t(lambda: P(8)); t(lambda: P.R|1); t(lambda: 1 in P.R)
class I(IntFlag):
    A=1;B=2;C=4
print(I.A|I.B, repr(I.A|I.B), I(8), repr(I(9)), I.A|8, ~I.A, int(I.A|I.C), I.A&3, repr(I(-1)), I.A+1)
class Planet(Enum):
    MERCURY=(3.303e+23,2.4397e6); EARTH=(5.976e+24,6.37814e6)
    def __init__(self,mass,radius): self.mass=mass; self.radius=radius
    @property
    def g(self): return 6.67300E-11*self.mass/(self.radius*self.radius)
print(Planet.EARTH.value, Planet.EARTH.mass, Planet.EARTH.g, Planet((3.303e+23,2.4397e6)))
A=Enum('A','x y z'); print(list(A), A.x.value); B=Enum('B',{'p':1,'q':2}); print(list(B)); D=IntEnum('D',['a','b'],start=5); print(list(D))
t(lambda: unique(Color))
class W(Enum):
    MON=1
    @classmethod
    def _missing_(cls,v): return cls.MON
print(W(99))
class O(Enum):
    _order_='A B'
    A=1;B=2
class Num(float,Enum):
    PI=3.14
print(Num.PI, repr(Num.PI), Num.PI*2, f"{Num.PI}")
class Bd(Flag,boundary=CONFORM):
    A=1;B=2
print(Bd(7), dir(Color)[:3], Color.RED in Color, 1 in Color, 9 in Color, hash(Color.RED)==hash('RED'))
import copy; print(copy.deepcopy(Color.RED) is Color.RED, Color.RED!=Color.GREEN, Color.RED==1, [*reversed(Color)])
print(dict(sorted({Color.RED:1}.items())), Color.RED.__class__, Color.__name__, Color.RED.name.__class__)
t(lambda: Color.RED<Color.GREEN); t(lambda: Color()); t(lambda:Enum('Z')); t(lambda: Color.__call__(1))
class Coord(tuple,Enum):
    A=(1,2)
print(repr(Coord.A),Coord.A.value, Coord.A[0])
class Shape(Enum):
    SQ=lambda x:x*x
    CU=member(lambda x:x**3)
    K=nonmember(5)
print(len(Shape),Shape.K,Shape.SQ(3), Shape.CU.value(2))
