"""_struct: every format, what does not fit, buffers and offsets, Struct objects and their sizes."""
import _struct as S, sys
def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))
for f in ('','i','ii','3i','ci','<ci','>bhilq?efdnN','10s','0s','5p','x','3x','i3x','@i0q','=iq','!4sI',b'<I','4','<','i ','  i  i','3 i','9999999999999999999i','99999999999999999999999i','9223372036854775807i','n','<n','<P','P','y','é','<é','i@i','@','@@i','1_0i','-1i','s','2c','0i','iqi','hb0l','9223372036854775807s', '9223372036854775807x1x', 'iiiiiiiiiiiiiiiiiiiiiiiiii','\0','i\0i'): t(S.calcsize,f)
t(S.calcsize,5);t(S.calcsize,None);t(S.calcsize);t(S.calcsize,'i','i');t(S.calcsize,bytearray(b'i'))
for f,a in [('b',(1,)),('b',(-129,)),('b',(128,)),('B',(-1,)),('B',(256,)),('h',(40000,)),('H',(-1,)),('H',(65536,)),('i',(2**31,)),('I',(2**32,)),('I',(-1,)),('l',(2**63,)),('L',(2**64,)),('L',(-1,)),('q',(2**63,)),('Q',(2**64,)),('Q',(-1,)),('n',(2**63,)),('N',(-1,)),('P',(2**64,)),('P',(-1,)),('P',(-2**63,)),('P',(-2**64,)),('<b',(128,)),('<B',(256,)),('<B',(-1,)),('<h',(40000,)),('<H',(-1,)),('<i',(2**31,)),('<I',(2**32,)),('<q',(2**63,)),('<Q',(2**64,)),('<Q',(-1,)),('>q',(-2**63-1,)),('<b',(2**80,)),('i',(2**80,)),('i',(-2**80,)),('b',(2**80,)),('q',(-2**80,)),('<l',(2**31,)),('<L',(2**32,)),
  ('i',('x',)),('i',(1.5,)),('i',(None,)),('<i',('x',)),('<i',(1.0,)),('q',('x',)),('Q',('x',)),('B',('x',)),('c',('a',)),('c',(b'ab',)),('c',(b'a',)),('<c',(bytearray(b'a'),)),('s',('a',)),('3s',(b'abcdef',)),('3s',(b'a',)),('3s',(bytearray(b'ab'),)),('3s',(memoryview(b'ab'),)),('p',(b'abc',)),('5p',(b'abcdefgh',)),('5p',('x',)),('0p',(b'x',)),('300p',(b'x'*299,)),('?',([],)),('?',(5,)),('<?',(1,)),
  ('f',(1e300,)),('<f',(1e300,)),('e',(1e10,)),('<e',(65520.0,)),('<e',(65519.0,)),('>e',(1.5,)),('e',(float('nan'),)),('f',('x',)),('<f',('x',)),('d',(None,)),('<d',(1,)),('>d',(2**2000,)),('d',(2**2000,)),('f',(float('inf'),)),('e',(6e-8,)),('e',(2.98e-8,)),('e',(-0.0,)),('e',('x',)),
  ('ii',(1,)),('i',()),('i',(1,2)),('',()),('3x',()),('xbxhx',(1,2)),('2i3s?',(1,2,b'ab',True)),('bq',(1,2)),('=bq',(1,2)),('>I',(1,)),('ch',(b'a',1)),('3c',(b'a',b'b',b'c')),('3b',(1,2,3)),('=P',(1,))]:
    t(S.pack,f,*a)
class I:
    def __init__(s,v): s.v=v
    def __index__(s): return s.v
class F:
    def __float__(s): return 2.5
class N:
    def __int__(s): return 5
t(S.pack,'i',I(5)); t(S.pack,'<i',I(5));t(S.pack,'d',F());t(S.pack,'i',F());t(S.pack,'i',N()); t(S.pack,'i',I('x')); t(S.pack,'P',I(7));t(S.pack,'P','x');t(S.pack,'P',1.5)
class X:
    def __bool__(s): raise KeyError('k')
    def __index__(s): raise KeyError('k')
    def __float__(s): raise KeyError('f')
for f in '?idefP<i': t(S.pack,f if f!='<' else '<i',X())
t(S.pack); t(S.pack,5); t(S.pack,'i',x=1)
t(S.unpack,'>bBhHiIlLqQ',bytes(range(200,246)));t(S.unpack,'<bBhHiIlLqQ?efd',bytes(range(200,246))+bytes(range(15)));t(S.unpack,'bBhHiIlLqQnNP?efd3s5pc',bytes(range(100))+b'' if 0 else bytes(S.calcsize('bBhHiIlLqQnNP?efd3s5pc')))
t(S.unpack,'5p',b'\x03abcd');t(S.unpack,'5p',b'\xffabcd');t(S.unpack,'p',b'\x03');t(S.unpack,'0p',b'');t(S.unpack,'0s',b'');t(S.unpack,'<?',b'\x05');t(S.unpack,'?',b'\x05');t(S.unpack,'<e',b'\xff\x7f');t(S.unpack,'<e',b'\x01\x00');t(S.unpack,'<f',b'\x00\x00\x80\x7f')
t(S.unpack_from,'i',bytes(10));t(S.unpack_from,'i',bytes(10),7);t(S.unpack_from,'i',bytes(10),-4);t(S.unpack_from,'i',bytes(10),-3);t(S.unpack_from,'i',bytes(10),-11);t(S.unpack_from,'i',bytes(3));t(S.unpack_from,'i',buffer=bytes(8),offset=4);t(S.unpack_from,'i','x');t(S.unpack_from,'i',bytes(8),'x');t(S.unpack_from,'i',bytes(8),2**70);t(S.unpack_from);t(S.unpack_from,'i');t(S.unpack_from,'i',bytes(8),-2**63); t(S.unpack_from,'i',bytes(8),2**63-1)
b=bytearray(8)
t(S.pack_into,'i',b,2,5);print(b);t(S.pack_into,'i',b,6,5);t(S.pack_into,'i',b,-4,1);print(b);t(S.pack_into,'i',b,-3,1);t(S.pack_into,'i',b,-20,1);t(S.pack_into,'i',bytes(8),0,1);t(S.pack_into,'i',b,0);t(S.pack_into,'i',b);t(S.pack_into,'i');t(S.pack_into);t(S.pack_into,'i',b,'x',1);t(S.pack_into,'i',b,2**70,1);t(S.pack_into,'i','x',0,1);t(S.pack_into,'i',b,0,1,2);t(S.pack_into,'ii',b,0,1,'x');print(b);t(S.pack_into,'3xb',b,0,1);print(b);t(S.pack_into,'i',memoryview(b)[::2],0,1); t(S.pack_into,'i',b,100,1); t(S.pack_into,'i',b,2**63-1,1)
t(S.iter_unpack,'i',b'abc');t(S.iter_unpack,'',b'');t(lambda:list(S.iter_unpack('<h',bytes(range(6)))));t(S.iter_unpack,'i','x');t(lambda:list(S.iter_unpack('i',b'')));t(S.iter_unpack)
it=S.iter_unpack('<h',b'abcdef');print(type(it),it.__length_hint__(),next(it),it.__length_hint__(),list(it),it.__length_hint__(),sys.getsizeof(it));t(next,it);t(type(it))
s=S.Struct('<ih');print(s,s.format,s.size,type(s.format)); t(setattr,s,'size',5); t(setattr,s,'format',5);t(S.Struct);t(S.Struct,5);t(S.Struct,b'i');t(S.Struct,'i','j');t(S.Struct,format='i');print(sys.getsizeof(s),sys.getsizeof(S.Struct('')),sys.getsizeof(S.Struct('iiii')),sys.getsizeof(S.Struct('9i')))
t(s.pack,1);t(s.pack,1,2);t(s.unpack,b'');t(s.unpack,bytes(6));t(s.unpack_from,bytes(10),2);t(s.unpack_from,bytes(5));t(s.unpack_from,bytes(10),offset=4);t(s.pack_into,b,0,1,2);t(s.pack_into,b,0,1);t(s.pack_into,b);t(s.pack_into);t(lambda:list(s.iter_unpack(bytes(12))));t(s.iter_unpack,bytes(5));t(s.unpack);t(s.unpack,bytes(6),1);t(s.iter_unpack);t(s.pack,1,2,x=1)
class D2(S.Struct):
    def __init__(s): super().__init__('>h')
t(D2)
class D3(S.Struct):
    def __new__(c,*a): return super().__new__(c,'>i')
    def __init__(s,*a): S.Struct.__init__(s,'>h')
t(lambda:D3().pack(3)); s.__init__('>h');print(s.format,s.size,s.pack(1)); t(s.__init__,'y');print(s.format); t(s.pack,1)
import weakref; weakref.ref(s); print(S._clearcache())
t(S.error,'x'); print(S.error.__module__,S.Struct.__module__,type(it).__module__)
t(lambda:S.Struct('i')==S.Struct('i')); t(S.calcsize,'i'*100)
print(S.Struct.__basicsize__)
held = bytearray(4)
class Shrinks:
    def __index__(self):
        held.clear()
t(S.pack_into, '<i', held, 0, Shrinks())
