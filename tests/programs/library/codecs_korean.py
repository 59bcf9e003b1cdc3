"""cp949, euc-kr and johab, whole and in pieces."""
import codecs
import _codecs_kr
import _multibytecodec as M
import io
import zlib


def t(f, *a, **k):
    try:
        print(a, k, ascii(f(*a, **k)))
    except BaseException as e:
        print(a, k, type(e).__qualname__, ascii(str(e)))


c = _codecs_kr.getcodec('cp949')
t(_codecs_kr.getcodec, 'x')
t(_codecs_kr.getcodec, 5)
t(c.encode)
t(c.encode, 5)
t(c.encode, '\uac00a')
t(c.encode, '\uac00\u20ac\xe9b')
for errors in 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 5:
    t(c.encode, '\xe9\xe9', errors)
for data in b'\xb0\xa1a', b'\xb0', b'\xb0\xa1\xff', b'\xb0\xff\x41', b'\x80\xc9\xa1\xfe\xfe', b'\xb0a', 'a':
    for errors in 'strict', 'replace', 'ignore', 'surrogateescape':
        t(c.decode, data, errors)
t(c.encode, '\udcff', 'surrogateescape')
for name in 'cp949', 'euc_kr', 'johab':
    encoded = []
    for point in range(0x10000):
        try:
            encoded.append(chr(point).encode(name))
        except UnicodeEncodeError:
            encoded.append(b'!')
    print(name, zlib.crc32(b'|'.join(encoded)))
    pairs = [bytes([i]) for i in range(256)] + [bytes([i, j]) for i in range(0x80, 256) for j in range(256)]
    decoded = '|'.join(p.decode(name, 'replace') for p in pairs)
    print(name, zlib.crc32(decoded.encode('utf-8', 'surrogatepass')))
print('\uad8c\ubdc1'.encode('euc_kr'), '\ubdc1'.encode('euc_kr').decode('euc_kr') == '\ubdc1')
t(b'\xa4\xd4\xa4'.decode, 'euc_kr')
t(b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xff'.decode, 'euc_kr')


class I(M.MultibyteIncrementalEncoder):
    codec = c
class D(M.MultibyteIncrementalDecoder):
    codec = c
class R(M.MultibyteStreamReader):
    codec = c
class W(M.MultibyteStreamWriter):
    codec = c
i = I()
t(i.encode, '\uac00')
t(i.getstate)
t(i.setstate, 0)
t(i.reset)
print(i.errors)
i.errors = 'replace'
t(i.encode, '\xe9')
for bad in (lambda: setattr(i, 'errors', 5)), (lambda: delattr(i, 'errors')):
    t(bad) if False else None
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
d = D()
t(d.decode, b'\xb0')
t(d.getstate)
t(d.decode, b'\xa1')
t(d.decode, b'\xb0', True)
t(d.setstate, (b'\xb0', 0))
t(d.decode, b'\xa1')
t(d.reset)
t(d.setstate, 5)
t(d.setstate, (b'x' * 9, 0))
t(d.getstate)
r = R(io.BytesIO(b'\xb0\xa1\n\xb0\xa2a\nx'))
t(r.readline)
t(r.read, 1)
t(r.read)
t(r.readlines)
b = io.BytesIO()
w = W(b)
w.write('\uac00')
w.writelines(['\ub098', '\ub2e4'])
print(b.getvalue())
t(M.MultibyteIncrementalEncoder)
t(I, 'x', 5)
t(R)
class X(M.MultibyteIncrementalEncoder):
    codec = 5
t(X)
with io.TextIOWrapper(io.BytesIO('\ud55c\uae00\n\ub9d0'.encode('cp949')), encoding='cp949') as f:
    print(ascii(f.read()))
