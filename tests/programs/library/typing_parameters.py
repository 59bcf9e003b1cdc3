"""TypeVar, ParamSpec, TypeVarTuple, aliases and Generic: what they are made of, and how they are substituted."""
from typing import *
import typing
def t(f,*a,**k):
    try: print(a,k,f(*a,**k))
    except BaseException as e: print(a,k,type(e).__qualname__,e)
T=TypeVar('T'); U=TypeVar('U',default=int); P=ParamSpec('P'); Ts=TypeVarTuple('Ts')
print(dict[[T],int].__parameters__, dict[(T,),int].__parameters__, dict[[T],U].__parameters__)
t(lambda: dict[[T],int][str]); t(lambda: dict[T,U][str]); t(lambda: dict[T,U][()]);t(lambda: dict[T,U][str,int,int]); t(lambda: tuple[*Ts][int,str]); t(lambda: tuple[T,*Ts][int,str,float]); t(lambda:tuple[T,*Ts][()]); t(lambda: list[P][[int,str]]); t(lambda: list[int][int]); t(lambda: list[T][*tuple[int,str]]); t(lambda: dict[T,U][*tuple[int,str]]); t(lambda: list[tuple[*Ts]][int,str]);
for n in ('TypeVar','ParamSpec','TypeVarTuple'):
    C=getattr(typing,n)
    print('---',n)
    t(C); t(C,5); t(C,'A',int); t(C,'A',int,str); t(C,'A',bound=int); t(C,'A',bound=5); t(C,'A',int,str,bound=int); t(C,'A',covariant=True,contravariant=True); t(C,'A',covariant=True); t(C,'A',contravariant=1); t(C,'A',infer_variance=True);t(C,'A',infer_variance=True,covariant=True); t(C,'A',default=int); t(C,'A',default=None);t(C,'A',x=1); t(C,name='A'); t(C,'A','B','C') ; t(C,'A',bound=None)
    a=C('A'); print(a.__reduce__(), [x for x in dir(a) if x not in dir(object)], a.__module__, a.has_default(), a.__default__); t(lambda: a|int); t(lambda:int|a); t(lambda:a|5); t(lambda: setattr(a,'__name__','x')); t(lambda: setattr(a,'foo',1)); t(lambda: isinstance(1,a)); t(lambda: a.__mro_entries__(())); t(lambda: a()); t(lambda: type('X',(C,),{})); t(lambda: a.__typing_subst__(int)); t(lambda: a.__typing_subst__(5)); t(lambda: list(a)); print(C.__text_signature__, C.__init__ is object.__init__, C.__flags__ & (1<<10), C.__flags__&(1<<8))
    t(lambda: a.__typing_prepare_subst__(list[a],(int,)));t(lambda: a.__typing_prepare_subst__(list[a],())); t(lambda: a.__typing_prepare_subst__(list[a],(int,str))); t(lambda: a.__typing_prepare_subst__(5)); 
print(P.args,P.kwargs,P.args==P.args,P.args==P.kwargs,P.args.__origin__); t(ParamSpecArgs); t(ParamSpecArgs,5); t(ParamSpecArgs,origin=P); t(lambda: P.args.__mro_entries__(())); t(lambda: hash(P.args)); t(lambda: P.args<P.args); t(lambda:type('X',(ParamSpecArgs,),{}))
t(lambda: NoDefault.x)
t(TypeAliasType); t(TypeAliasType,'A'); t(TypeAliasType,5,int); t(TypeAliasType,'A',int,type_params=5); t(TypeAliasType,'A',int,type_params=(T,)); t(TypeAliasType,'A',int,5); t(TypeAliasType,'A',value=int);t(TypeAliasType,'A',int,type_params=(U,T)); t(TypeAliasType,'A',int,type_params=(5,))
type A[X]=list[X]; type B=int|Undefined
print(A,A.__name__,A.__value__,A.__type_params__,A.__parameters__,A.__module__,A[int],A.__reduce__(),[x for x in dir(A) if x not in dir(object)]); t(lambda:B.__value__); t(lambda:B[int]); t(lambda: A|int); t(lambda: int|A); t(lambda: A|5); t(lambda: setattr(A,'x',1)); t(lambda: setattr(A,'__name__','q')); t(lambda: isinstance(1,A)); t(lambda: A.__call__); print(TypeAliasType.__flags__&(1<<10))
type C[*Q,**R]=int
print(C.__parameters__,C.__type_params__); print(A.__value__ is A.__value__)
def f[X:int,*Z,Y:(int,str)=int,**W=[int]](): pass
for p in f.__type_params__: print(repr(p),p.__default__,getattr(p,'__bound__',None),getattr(p,'__constraints__',None),p.__module__, getattr(p,'__infer_variance__',0), p.__reduce__())
t(lambda: TypeVar('Q',bound='int').__bound__); t(lambda: TypeVar('Q','int','str').__constraints__); t(lambda: TypeVar('Q',int,5)); 
class G[X]: pass
print(G.__orig_bases__,G.__mro__,G.__parameters__,G[int])
t(lambda:Generic[int]); t(lambda:Generic[T,T]); t(lambda:Generic[T]); t(lambda: Generic[()]); t(lambda: type('Z',(Generic,),{}));print(Generic.__flags__&(1<<10),Generic.__flags__&(1<<8),hasattr(Generic,'__dict__') )
