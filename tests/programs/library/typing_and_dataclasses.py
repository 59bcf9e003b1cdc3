from typing import *
import typing
from dataclasses import *
T=TypeVar('T'); K=TypeVar('K',bound=int)
class Stack(Generic[T]):
    def __init__(self): self.items: List[T]=[]
    def push(self,x:T)->None: self.items.append(x)
s=Stack[int](); s.push(1); print(s.items, Stack[int], Stack[T][str], s.__orig_class__, Stack.__parameters__)
print(List[int],Dict[str,int],Optional[int],Union[int,str,None],Union[int],Callable[[int,str],bool],Callable[...,int],Tuple[int,...],Tuple[()],Literal[1,'a'],Any,Type[int],ClassVar[int],Final[str], Annotated[int,'x'], List, Sequence[int], Union[int,Union[str,int]], Iterator['Foo'], T, K)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: List[int,int]); t(lambda: Stack[int,str]); t(lambda: Any()); t(lambda: List()); t(lambda: isinstance(1,List[int])); t(lambda: Union[()]); t(lambda: isinstance([],List))
class P(NamedTuple):
    x:int
    y:int=3
    def norm(self): return self.x+self.y
print(P(1),P(1).norm(),P._fields,P._field_defaults,P.__annotations__,P(1)._replace(y=9), P(1)==(1,3), P.__bases__)
Q=NamedTuple('Q',[('a',int),('b',str)]); print(Q(1,'z'))
class M(TypedDict,total=False):
    name:Required[str]
    year:int
m=M(name='a',year=3); print(m,type(m),M.__required_keys__,M.__optional_keys__,M.__total__)
@runtime_checkable
class Closer(Protocol):
    def close(self)->None: ...
class F:
    def close(self): pass
print(isinstance(F(),Closer),isinstance(3,Closer),issubclass(F,Closer))
t(lambda: Closer())
class Sub(Closer):
    def close(self): return 5
print(Sub().close())
U=NewType('U',int); print(U(5),U,U.__supertype__)
def f(a:int,b:'List[str]'=None)->Optional[int]: ...
print(get_type_hints(f)); print(get_origin(List[int]),get_args(Dict[str,int]),get_args(Callable[[int],str]),get_origin(int|str),get_args(Optional[int]))
@overload
def g(x:int)->int: ...
@overload
def g(x:str)->str: ...
def g(x): return x
print(g(3),cast(int,'a'),len(get_overloads(g)))
print(int|List[str], Optional[T][int], Dict[K,T][int,str], Union[int,str]==Union[str,int], Optional[int]==(int|None), isinstance(1,Union[int,str]))
@dataclass
class D:
    x:int
    y:List[int]=field(default_factory=list)
    z:str='q'
    c:ClassVar[int]=5
    i:InitVar[int]=0
    def __post_init__(self,i): self.x+=i
print(D(1),D(1,i=5),D(1)==D(1),fields(D)[1].name,asdict(D(1,[2])),astuple(D(1)),replace(D(1),z='k',i=3),D.__doc__,D.__match_args__)
@dataclass(frozen=True,order=True)
class E:
    a:int; b:float=2.0
print(E(1)<E(2),hash(E(1))==hash(E(1)),sorted([E(3),E(1)])); t(lambda: setattr(E(1),'a',3)); t(lambda: delattr(E(1),'a')); t(lambda: E()); t(lambda: E(1)<3)
@dataclass(slots=True,kw_only=True)
class S:
    a:int
    b:int=0
print(S(a=1),S.__slots__); t(lambda: S(1)); t(lambda: setattr(S(a=1),'zz',3))
def bad():
    @dataclass
    class X:
        a:list=[]
t(bad)
def bad2():
    @dataclass
    class X:
        a:int=0
        b:int
t(bad2)
@dataclass
class Base: a:int
@dataclass
class Der(Base): b:int=2
print(_ if False else typing.Hashable, typing.Self, NoReturn)
class G2[T]:
    pass
print(Generic, AnyStr, Text, SupportsInt, isinstance(3,SupportsInt), isinstance('a',SupportsInt))
