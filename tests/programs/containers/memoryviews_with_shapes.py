"""memoryview of several dimensions, and of none: cast, indexed by tuples, sliced, compared, copied."""
import sys, array, io
def t(label, f):
    try: r = f()
    except BaseException as e: print(label, '!', type(e).__name__, e); return
    print(label, r if not isinstance(r, memoryview) else ('view', r.ndim, r.shape, r.strides, r.format, r.tolist()))
b = bytearray(range(24))
m = memoryview(b)
def info(v):
    print(v.ndim, v.shape, v.strides, v.suboffsets, v.nbytes, v.itemsize, v.format, v.readonly, v.c_contiguous, v.f_contiguous, v.contiguous, sys.getsizeof(v))
v = m.cast('B', [2, 3, 4]); info(v)
w = m.cast('H', (3, 4)); info(w)
z = memoryview(b'x').cast('B', []); info(z)
zi = memoryview(bytes(4)).cast('i', ()); info(zi)
one = m.cast('B', [24]); info(one)
f = m.cast('B', [24, 1]); info(f); g = m.cast('B', [1, 24]); info(g)
for n, x in (('v', v), ('w', w), ('z', z), ('f', f)):
    print('==', n)
    t('len', lambda: len(x)); t('tolist', x.tolist); t('tobytes', x.tobytes); t('tobytesF', lambda: x.tobytes('F')); t('tobytesA', lambda: x.tobytes('A')); t('bytesC', lambda: x.tobytes('C')); t('None', lambda: x.tobytes(None)); t('bad', lambda: x.tobytes('X')); t('badt', lambda: x.tobytes(3))
    t('bytes', lambda: bytes(x)); t('hex', x.hex); t('hexsep', lambda: x.hex('-', 2))
    t('[0]', lambda: x[0]); t('[-1]', lambda: x[-1]); t('[()]', lambda: x[()]); t('[...]', lambda: x[...] is x); t('[0:1]', lambda: x[0:1]); t('[::-1]', lambda: x[::-1]); t('[::2]', lambda: x[::2])
    for k in [(0,), (0, 0), (0, 1, 2), (1, 2, 3), (-1, -1, -1), (-1, -1), (5, 0), (0, 9, 0), (0, 0, 9), (0,0,0,0), (slice(0, 1), slice(0, 1)), (0, slice(0,1)), (slice(0,1),), (0, 'a'), ('a',), (0, None), 'a', 1.5, None, (0, 2**70), (0, ...)]:
        t('  %r' % (k,), lambda: x[k])
    t('iter', lambda: list(x)); t('reversed', lambda: list(reversed(x))); t('in', lambda: 0 in x); t('hash', lambda: hash(x)); t('eq', lambda: (x == x, x == m, x == x.tobytes(), x != x.toreadonly()))
    t('cast', lambda: x.cast('B')); t('cast2', lambda: x.cast('B', [2, 12])); t('castH', lambda: x.cast('H')); t('toreadonly', lambda: x.toreadonly()); t('mv', lambda: memoryview(x))
    t('bytearray', lambda: bytearray(x)); t('join', lambda: b''.join([x])); t('BytesIO', lambda: io.BytesIO(x).getvalue()); t('int.from', lambda: int.from_bytes(x, 'big') & 255)
    def s(k, val):
        x[k] = val
        return x.tobytes()[:8]
    for k, val in [((0, 0, 0), 7), ((0, 0), 9), ((0,), 1), (0, 5), ((), 6), (..., 5), (slice(0, 1), b'a'), (slice(0, 1), x), ((0, 0, 0), 'a'), ((0, 0, 0), 300), ((slice(0, 1), 0), 3), ((9, 0, 0), 1), ('a', 3), ((0, slice(0,1)), 3)]:
        t('  set %r' % (k,), lambda: s(k, val))
    def d(): del x[0]
    t('del', d)
for a in [('B', [5]), ('B', [0]), ('B', [-1, -24]), ('B', ['a']), ('B', 3), ('B', (2, 3)), ('H', [3, 4]), ('H', [3, 8]), ('B', [2**62, 2**62]), ('B', [1] * 64 ), ('B', [1] * 65), ('B', [24] + [1] * 63), ('B', [1.0]), ('B', []), ('B', [2**70]), ('B', None), ('B', {}), ('B', [True, 24]), ('d', [3]), ('d', [3, 1]), ('B', range(3))]:
    t('cast %r' % (a,), lambda: m.cast(*a).shape)
t('nd nd', lambda: v.cast('B', [4, 6])); t('slice cast', lambda: m[::2].cast('B', [3, 4])); t('slice cast', lambda: v[::-1].cast('B')); t('v[1:].cast', lambda: v[1:].cast('B'))
q = v[::-1]; info(q); print(q.tolist(), q.tobytes(), q == v, q.tobytes('F') == v.tobytes('F'))
t('q bytes', lambda: bytes(q)); t('q hex', q.hex); t('q=', lambda: q == q.toreadonly())
a = memoryview(array.array('d', [1.0, 2.0, float('nan'), 4.0])); c = a.cast('B').cast('d', [2, 2]); info(c); print(c.tolist(), c == c, a == a, c[1, 1])
print(m.cast('B', [2, 12]) == m.cast('B', [12, 2]), m.cast('b', [2, 12]) == m.cast('B', [2, 12]), m.cast('c', [2, 12]) == m.cast('B', [2, 12]))
print(z == memoryview(b'x').cast('B', ()), z == b'x', hash(z) == hash(b'x'), zi[()], zi == zi, z.tolist())
t('hash v', lambda: hash(v)); t('hash ro', lambda: hash(memoryview(bytes(b)).cast('B', [2, 12])) == hash(bytes(b)))
t('release', v.release); t('after', lambda: v.shape)
import pickle, base64, struct, binascii, hashlib, zlib
y = memoryview(bytes(range(24))).cast('B', [4, 6])
print(base64.b64encode(y) == base64.b64encode(bytes(range(24))), binascii.hexlify(y)[:4], hashlib.md5(y).hexdigest() == hashlib.md5(bytes(range(24))).hexdigest(), zlib.crc32(y) == zlib.crc32(bytes(range(24))))
t('struct', lambda: struct.unpack_from('B', y, 3)); t('str', lambda: str(y, 'latin-1')[:3]); t('find', lambda: bytes(30).find(y)); t('add', lambda: b'a' + y); t('startswith', lambda: bytes(range(30)).startswith(y)); t('count', lambda: b'aa'.count(y[0:1]))
t('readinto', lambda: io.BytesIO(b'zz').readinto(m.cast('B', [2, 12]))); print(b[:3])
t('join nc', lambda: b','.join([m[::2], q])); t('PickleBuffer', lambda: pickle.PickleBuffer(y).raw()); t('_from_flags', lambda: memoryview._from_flags(b'abc', 0)); t('_from_flags', lambda: memoryview._from_flags(b'abc', 1))
t('getitem', lambda: y.__getitem__((1, 1)))
