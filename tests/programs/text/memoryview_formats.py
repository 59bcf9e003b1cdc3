"""memoryview: formats of items, casts between them, and the bytes of arrays."""
import array
def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))
m=memoryview(bytes(range(16)))
for f in 'cbBhHiIlLqQnNfdeP?': 
    t(lambda: (m.cast(f).tolist()[:3], m.cast(f).itemsize, m.cast(f).shape, m.cast(f).strides, m.cast(f).nbytes, len(m.cast(f)),m.cast(f)[1]))
for f in ('x','','hh','@h','@','<h','>h','=h',5,b'h',None,'@@h','h '): t(m.cast,f)
t(memoryview(b'abc').cast,'h'); t(m.cast('h').cast,'i'); t(m.cast('h').cast('B').tolist); t(m[::2].cast,'h'); t(m.cast('h').cast,'h')
b=bytearray(16); v=memoryview(b).cast('h')
def s(i,x): v[i]=x
for x in (1,-1,40000,1.5,'x',None,b'a',2**70): t(s,0,x)
def s8(f,x):
    w=memoryview(bytearray(16)).cast(f); w[0]=x; return w[0]
for f,x in [('?',5),('?',[]),('f',1),('f','x'),('f',1e300),('d',2**2000),('e',1e10),('e',1.5),('P',5),('P',-1),('n',-1),('N',-1),('Q',2**64),('c',b'ab'),('c','a'),('c',b'x'),('L',-1),('q',2**63),('B',256),('b',200)]: t(s8,f,x)
print(v.tolist(), v.tobytes(), v.hex(), v.format, v.itemsize, v.nbytes, v.strides, v.shape, v.ndim, v.contiguous,v.suboffsets)
print(v[1:3].tolist(), v[::2].tolist(), v[::-1].tolist(), v[1:3].tobytes(), v[::2].nbytes)
v[0:2]=memoryview(bytearray(b'\1\0\2\0')).cast('h'); print(v.tolist())
def ss(sl,x): v[sl]=x
t(ss,slice(0,2),b'abcd'); t(ss,slice(0,2),array.array('h',[5,6])); t(ss,slice(0,2),array.array('H',[5,6])); t(ss,slice(0,2),array.array('h',[5]))
print(v.tolist())
print(m.cast('h')==m.cast('h'), m.cast('h')==m, m.cast('B')==m.cast('b'), m.cast('f')==m.cast('d'), m.cast('h')==array.array('h',m.cast('h').tolist()))
a=array.array('i',[1,2,3]); w=memoryview(a); print(w.format,w.tolist(),w.nbytes,w.readonly,w.obj is a); w[0]=9; print(a); t(a.append,1); w.release(); a.append(4); print(a)
print(bytes(memoryview(a)), bytes(a), bytearray(a), b''.join([a]), b'x'+array.array('B',[1]) if 0 else '')
t(lambda: m.cast('i').tobytes('C')); t(m.cast('i').__getitem__,100);t(m.cast('i').__getitem__,'a')
