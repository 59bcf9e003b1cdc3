import operator,functools,collections,array,pickle,io,copy
from _operator import _compare_digest as c
import warnings,sys
warnings.simplefilter('ignore')
def t(f,*a,**k):
    try: print(a,k,repr(f(*a,**k)))
    except BaseException as e: print(a,k,type(e).__qualname__,e)
t(c,'a','a');t(c,'a','b');t(c,b'a',b'a');t(c,b'a','a');t(c,'\xe9','\xe9');t(c,1,1);t(c,'a');t(c,bytearray(b'x'),bytearray(b'x'));t(c,'a','ab');t(c,b'a',1)
print(operator.methodcaller('x',1,y=2).__reduce__()); print(operator.methodcaller('x',1).__reduce__(), operator.methodcaller('x').__reduce__())
m=pickle.loads(pickle.dumps(operator.methodcaller('split',',',maxsplit=1))); print(m('a,b,c'))
p=functools.partial(print,1)
class C: f=p
print(C.f is p, C().f is p)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always'); C().f; print([str(m.message) for m in log])
t(p.__get__,5,int)
print(collections.defaultdict[int,str], type(collections.defaultdict.__dict__['__class_getitem__']))
r=array._array_reconstructor
for a in [(array.array,'b',1,b'abc'),(array.array,'i',6,b'\1\0\0\0'),(array.array,'i',8,b'\1\0\0\0'),(array.array,'i',9,b'\1\0\0\0'),(array.array,'i',8,b'\1\0\0'),(array.array,'i',99,b''),(array.array,'i',-1,b''),(int,'i',8,b''),('x','i',8,b''),(array.array,'Z',8,b''),(array.array,5,8,b''),(array.array,'ii',8,b''),(array.array,'i',8,'x'),(array.array,'u',18,b'\0\0\0a'),(array.array,'d',16,b'\0'*8),(array.array,'f',15,b'\x3f\x80\0\0'),(array.array,'H',3,b'\1\0'),(array.array,'l',4,b'\xff\xff'),(array.array,'B',1,b'\xff'),(array.array,'b',0,b'\xff'),(array.array,'Q',11,b'\xff'*8),(array.array,'i',12,b'\1'+b'\0'*7),(array.array,'w',21,b'\0\0\0a\0\0\0b'),(array.array,'i',14,b'\0\0\x80?'),(array.array,'d',15,b'abc')]:
    t(r,*a)
for tc in 'bBuwhHiIlLqQfd':
    a=array.array(tc,'ab' if tc in 'uw' else [1,2]); print(tc,a.__reduce_ex__(3),a.__reduce_ex__(2), pickle.loads(pickle.dumps(a))==a, copy.deepcopy(a)==a)
class A(array.array): pass
a=A('i',[1]); a.x=5; print(a.__reduce_ex__(3)[2], pickle.loads(pickle.dumps(a)).x, a.__reduce_ex__(2)); t(a.__reduce_ex__,'x')
a=array.array('i',[1,2]); a.clear(); print(a); t(a.fromfile,5,1); f=io.BytesIO(); array.array('i',[1,2]).tofile(f); print(f.getvalue()); f.seek(0); t(lambda: a.fromfile(f,1)); print(a); t(lambda: a.fromfile(f,5)); print(a); t(lambda: a.fromfile(f,-1)); t(lambda: a.fromfile(f)); t(lambda: a.fromfile(io.StringIO('abc'),1)); t(lambda:a.tofile(io.StringIO()));
print(bytes(array.array('i',[1])), bytes(memoryview(array.array('h',[1,2]))), b''.join([array.array('B',[65])]))
v=memoryview(a)
t(a.append,1); t(a.clear); v.release(); t(a.append,1)
import time
s=time.gmtime(0); t(s.__replace__,5); t(s.__replace__,foo=1,bar=2); t(s.__replace__,tm_zone='x'); print(s.__replace__(tm_zone='x').tm_zone)
