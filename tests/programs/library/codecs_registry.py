"""Encodings that the program registers, and what the registry says of wrong ones."""
import codecs
import sys

sys.stderr = sys.stdout


def t(f, *a, **k):
    try:
        print(getattr(f, '__name__', f), a, ascii(f(*a, **k)))
    except BaseException as e:
        print(getattr(f, '__name__', f), a, type(e).__qualname__, ascii(str(e)), getattr(e, '__notes__', ''))


def reg(name, f, **k):
    codecs.register(lambda n: codecs.CodecInfo(f, f, name=name, **k) if n == name else None)


reg('bad1', lambda *a: 5)
reg('bad2', lambda *a: ('x', 1))
reg('bad3', lambda *a: (bytearray(b'x'), 1))
reg('bad4', lambda *a: (b'x', 1))
reg('bad5', lambda *a: 1 / 0)
reg('bad6', lambda *a: (b'x', 'y'), _is_text_encoding=False)
codecs.register(lambda n: 5 if n == 'bad7' else (1, 2) if n == 'bad8' else (1, 2, 3, 4) if n == 'bad9' else None)
for n in 'bad1 bad2 bad3 bad4 bad5 bad6 bad7 bad8 bad9 nope rot13'.split():
    t('a'.encode, n)
    t(b'a'.decode, n)
    t(codecs.encode, 'a', n)
    t(codecs.decode, b'a', n)
seen = []
def search(name):
    seen.append(name)
codecs.register(search)
t(codecs.lookup, 'Some-Name 1.5')
codecs.unregister(search)
codecs.unregister(search)
t(codecs.lookup, 'Some-Name 1.5')
print(seen)
t(codecs.lookup, 1)
t(codecs.lookup, 'a\0b')
t(codecs.lookup, '\ud800')
t(codecs.register, 1)
t(codecs.unregister, 1)
t(codecs.encode)
t(codecs.encode, 'a', 5)
t(codecs.encode, '\xe9', 'ascii')
t(codecs.decode, 'a')
t(codecs.encode, 5)
for n in 'utf-8 UTF8 u8 latin1 L1 ascii 646 utf-16-le utf_32_be utf-8-sig cp1252 koi8-r mac-roman iso8859-15 utf-7 unicode_escape raw_unicode_escape'.split():
    text = 'Hello caf\xe9 \u20ac'
    print(n, codecs.lookup(n).name)
    for errors in 'strict', 'replace', 'xmlcharrefreplace', 'backslashreplace':
        try:
            b = text.encode(n, errors)
            print(' ', b, ascii(b.decode(n, errors)))
        except UnicodeError as e:
            print(' ', e)
    print(ascii(bytes(range(256)).decode(n, 'replace')))
for n in 'utf-8-sig', 'utf-16', 'utf-7', 'cp1252':
    i = codecs.getincrementaldecoder(n)()
    out = [i.decode(bytes([b])) for b in text.encode(n)]
    print(ascii(out), ascii(i.decode(b'', True)))
    e = codecs.getincrementalencoder(n)()
    print([e.encode(c) for c in text])
for table in 'a', '', 5, chr(0) * 256, '\0a', ''.join(map(chr, range(256))), '\0\U00010000':
    try:
        m = codecs.charmap_build(table)
        print(type(m).__name__, m if type(m) is dict and len(m) < 5 else m.size(), ascii(codecs.charmap_encode('ab\xe9', 'replace', {97: 98, 63: b'??', 98: None})))
    except TypeError as e:
        print(e)
for mapping in {97: 300}, {97: 'x'}, {97: 1.5}, {97: b'xyz'}, {}, 5:
    t(codecs.charmap_encode, 'a', 'strict', mapping)
for mapping in {97: 0x110000}, {97: 'xyz'}, {97: 1.5}, {97: None}, {97: -1}, 'abc', 5:
    t(codecs.charmap_decode, b'a', 'strict', mapping)
