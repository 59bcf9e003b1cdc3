"""_json: scanning and encoding, hooks, circular references, and the places of mistakes."""
import _json as J, sys, json
def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))
E_=J.encode_basestring; A=J.encode_basestring_ascii
for f in (E_,A):
    for s in ('','abc','a"b\\c/','\n\r\t\b\f\x00\x1f\x7f','é한\U0001f600\ud800',5,None,b'x'): t(f,s)
    t(f);t(f,'a','b')
class S(str): pass
t(E_,S('x"'));t(A,S('x"')); print(type(A(S('x'))))
S_=J.scanstring
for s in ('abc"','a\\n\\t\\r\\b\\f\\/\\\\\\""','a','','a\\','a\\x"','\\u00e9"','\\ud83d\\ude00"','\\ud83d"','\\ud83dx"','\\ud83d\\u0041"','\\u12"','\\u12g4"','\\u','\\u1','\\u123','\\u1234','a\nb"','a\x00"','한"','\\ude00\\ud83d"','\\ud83d\\u"','\\ud83d\\uzzzz"','\\u+123"','\\u 123"','\\U0041"','\\u00_1"','\U0001f600"','x'*50+'"','\\ud83d\\'):
    t(S_,s,0);t(S_,s,0,False)
t(S_,'ab"',5);t(S_,'ab"',3);t(S_,'ab"',-1);t(S_,'ab"',2);t(S_,5,0);t(S_,b'a"',0);t(S_,'a"','x');t(S_,'a"');t(S_,'a"',0,1,2);t(S_,'a"',2**70);t(S_,'xx"abc"',3);t(S_,'"',0); t(S_,'a"',0,strict=False);t(S_,'a"',0,'')
class Ctx:
    strict=True;object_hook=None;object_pairs_hook=None;parse_float=float;parse_int=int;parse_constant=lambda s,c:('C',c);memo={}
sc=J.make_scanner(Ctx());print(sc.strict,sc.object_hook,sc.parse_float)
for s in ('1','-1','0','01','-','-0','1.5','1.','1.e5','1e5','1E+5','1e','1e+','-1.5e-3x','null','nul','true','tru','false','NaN','Na','Infinity','-Infinity','-Inf','"a"','[]','[ ]','[1]','[1,2]','[1,]','[1 2]','[1','[','[,','[1,','{}','{ }','{"a":1}','{"a":1,"b":[1,{"c":null}]}','{"a" : 1 , "b" : 2 }','{"a"}','{"a":}','{"a":1,}','{"a":1 "b"}','{a:1}','{','{"','{"a','{"a"','{"a":','{"a":1','{"a":1,','{"a":1, ','{1:2}',"{'a':1}",'','x',' 1','\t[\n1\r,\t2 ]','{"a":1,"a":2}','[1,\n }','"a\nb"','{"a\nb":1}','123456789012345678901234567890','1'*4301,'-'+'1'*4400,'1.0e400','-1e400','[NaN,Infinity,-Infinity]','{"a":1 , }','[1 , ]','{,}','[1,,2]','{"a":1,,}','{"a"1}','\ufeff1','[1]x','tRue','nULL','{"a":nul}','1_0','0x1','.5','+1'):
    t(sc,s,0)
t(sc,'ab',-1);t(sc,'1',5);t(sc,'1',1);t(sc,5,0);t(sc,b'1',0);t(sc,'1');t(sc);t(sc,'1','x');t(sc,'xx12',2);t(sc,string='1',idx=0);t(sc,'[1]',2**70);t(sc,'1',0,0)
t(J.make_scanner);t(J.make_scanner,5);t(J.make_scanner,Ctx(),1)
def mk(**k):
    c=Ctx()
    for n,v in k.items(): setattr(c,n,v)
    return J.make_scanner(c)
t(mk(object_hook=lambda d:('H',d)),'{"a":{"b":1}}',0);t(mk(object_pairs_hook=lambda d:('P',d)),'{"a":{"b":1}}',0);t(mk(object_pairs_hook=lambda d:('P',d)),'{}',0);t(mk(object_hook=lambda d:1/0),'[{}]',0);t(mk(parse_float=lambda s:'F'+s),'[1.5,1]',0);t(mk(parse_int=lambda s:'I'+s),'[1.5,1]',0);t(mk(strict=False),'"a\nb"',0);t(mk(strict=[]),'"a\nb"',0);t(mk(object_hook=lambda d:1,object_pairs_hook=lambda d:2),'{}',0);t(mk(parse_constant=5),'NaN',0);t(mk(parse_int=5),'1',0)
t(sc,'['*100000,0);t(sc,'{"a":'*100000,0)
class BadS:
    @property
    def strict(s): raise KeyError('s')
t(J.make_scanner,BadS())
r=sc('[{"k":1},{"k":2}]',0)[0]; print(r, list(r[0])[0] is list(r[1])[0])
def dflt(o): raise TypeError('nope '+type(o).__name__)
def me(markers=None,default=dflt,encoder=A,indent=None,ks=': ',is_=', ',sort=False,skip=False,nan=True): return J.make_encoder(markers,default,encoder,indent,ks,is_,sort,skip,nan)
e=me({})
for o in (None,True,False,1,-5,10**30,1.5,float('nan'),float('inf'),float('-inf'),'a"é',[],[1],(1,2),{},{'a':1},{1:2,1.5:3,True:4,None:5,False:6},{'a':[1,{'b':()}]},[[],{}],1j,{1j:1},{(1,):2},object,b'x',{1,2},{'b':1,'a':2},1e100,0.1,1e16,S('s'),{S('k'):S('v')},2**64):
    t(e,o,0)
t(me({},sort=True),{'b':1,'a':2},0);t(me({},sort=True),{'b':1,1:2},0);t(me({},skip=True),{'b':1,(1,):2,1j:3},0);t(me({},nan=False),float('nan'),0);t(me({},nan=False),[float('-inf')],0);t(me({},nan=False),{float('nan'):1},0);t(me({},encoder=E_),'é"',0);t(me({},encoder=lambda s:5),'x',0);t(me({},encoder=lambda s:'<'+s+'>'),['x',{'k':1}],0);t(me({},default=lambda o:[1]),1j,0);t(me({},default=lambda o:o),1j,0);t(me(None,default=lambda o:o if 0 else 'z'),1j,0);t(me({},default=lambda o:1/0),[1,{'a':1j}],0);t(me({},encoder=lambda s:1/0),'x',0);t(me({},ks=':',is_=','),{'a':[1,2],'b':3},0)
l=[];l.append(l);t(e,l,0);d={};d['a']=d;t(e,d,0);t(me(None),[],0);l2=[];t(e,[l2,l2],0);x=[];t(me({},default=lambda o:[o]),1j,0)
t(me(None),l,0);l=[]
for i in range(100000): l=[l]
t(e,l,0); del l
t(me,5);t(me,{},ks=5);t(me,{},is_=b'');t(J.make_encoder);t(J.make_encoder,{},1,2,3,4,5,6,7,8,9);t(me,{},encoder=5,default=5);t(me({},encoder=5),'x',0);t(me({},default=5),1j,0);t(e,1);t(e);t(e,1,0,0);t(e,1,'x');t(me({},indent='  '),[1,[2]],0);t(me({},indent=2),{'a':[1]},0)
class D(dict):
    def items(self): return [('x',1)]
class D2(dict):
    def items(self): return [1]
class D3(dict):
    def items(self): return [('a','b','c')]
class D4(dict):
    def items(self): return 5
class L(list):
    def __iter__(self): return iter([9,8])
class I(int):
    def __repr__(s): return 'I!'
class F(float):
    def __repr__(s): return 'F!'
t(e,D(a=2),0);t(e,D2(a=2),0);t(e,D3(a=1),0);t(e,D4(a=1),0);t(e,L([1,2]),0);t(e,I(5),0);t(e,F(1.5),0);t(e,{I(5):1,F(2.5):2},0);t(e,D(),0);t(me({},sort=True),D(a=1),0)
mk2={};en=me(mk2);t(en,{'a':[1j]},0);print(len(mk2))
