"""ISO-2022-KR, the variants of ISO-2022-JP, and HZ: escape sequences, shifts, pieces, streams, error handlers."""
import codecs
import io
import random
import zlib

NAMES = 'iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_2004 iso2022_jp_ext hz'.split()


def tell(f, *a):
    try:
        return ascii(f(*a))
    except UnicodeEncodeError as e:
        return f'UnicodeEncodeError {e.encoding} {e.object!a} {e.start} {e.end} {e.reason}'
    except UnicodeDecodeError as e:
        return f'UnicodeDecodeError {e.encoding} {e.object} {e.start} {e.end} {e.reason}'
    except (UnicodeError, OverflowError, TypeError, RuntimeError) as e:
        return type(e).__name__ + ' ' + ascii(e.args)


print('-- every character of the planes 0 and 2')
for name in NAMES:
    crc = 0
    for base in *range(0, 0x10000, 0x100), *range(0x20000, 0x30000, 0x100):
        text = '\n'.join(map(chr, range(base, base + 0x100)))
        crc = zlib.crc32(text.encode(name, 'xmlcharrefreplace'), crc)
    print(name, crc)

print('-- every code of every set')
SETS = (b'', b'\x1b(J', b'\x1b(I', b'\x1b(A', b'\x1b$@', b'\x1b$B', b'\x1b$A', b'\x1b$(A', b'\x1b$(C', b'\x1b$(D', b'\x1b$(O', b'\x1b$(P', b'\x1b$(Q',
        b'\x1b$)C\x0e', b'\x1b.A\x1bN', b'\x1b.F\x1bN', b'\x1bN', b'~{', b'\x1b&@\x1b$B', b'\x1b)I\x0e')
for name in NAMES:
    for start in SETS:
        try:
            start.decode(name)
        except UnicodeDecodeError as e:
            if 'incomplete' not in e.reason:
                print(name, start, e)
                continue
        crc = 0
        single = start.endswith(b'\x1bN')
        for i in range(0x20, 0x81):
            codes = bytes([i]) if single else b''.join(bytes([i, j]) for j in range(0x20, 0x81))
            crc = zlib.crc32((start + codes).decode(name, 'backslashreplace').encode(), crc)
        print(name, start, crc)

print('-- texts')
TEXTS = ('', 'a', '\uac00a\uac00\n\uac00', '\u3042a\n\u3042', '\u4e02\u3042\xa5\u203e\uff71', 'a~\u4e2d~\n\u4e2d', '\u304b\u309a\u304b\u304b', '\xe6\u0300\xe6',
         '\u2cd9\u02e9\u02e5\u02e5', '\u20ac\xc0\u0391', '\x0e\x0f\x1b', '\U0002000b\u4ff1\u9b1c')
for name in NAMES:
    print(name, [tell(text.encode, name, 'replace') for text in TEXTS])

print('-- sequences')
SEQUENCES = (b'\x1b', b'\x1b(', b'\x1bA$', b'\x1b[1;2\n\xff\x1bA!', b'\x1b(1234567890123', b'\x1b(12345678901234', b'\x1b(1B', b'\x1b$B\x1b[1$$A$"',
             b'\x1b$B$\n', b'\x1b$B\n$"', b'\x1b$B\xa4\xa2', b'\x1b$)C\x0e0!\n0!', b'\x1b$)C\x0e\x1b[\x0f1A0!', b'\x1b&@', b'\x1b&@\x1b$B$"', b'\x1b&@\x1b(B',
             b'\x1b(&@1B', b'\x1b.A\n\x1bN\nA', b'\x1b.A\x1bN', b'\x1b.A\x1bN\xc1', b'\x1b.J\x1bNA', b'\x1b(AA', b'~', b'~a', b'~}', b'~\na', b'~{~{', b'~{!',
             b'~{!!\n', b'~{!!~}~~', b'\x80')
for data in SEQUENCES:
    print(data)
    for name in NAMES:
        print('   ', name, tell(data.decode, name), tell(data.decode, name, 'replace'))


def own(e):
    print('    ', type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason)
    return '\u304b?', e.end


codecs.register_error('own', own)
codecs.register_error('bytes', lambda e: (b'\x1b!', e.end))
codecs.register_error('worse', lambda e: ('a\u1100', e.end))
print('-- error handlers')
for name in NAMES:
    for handler in 'strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'own', 'bytes', 'worse', 'surrogateescape':
        print(name, handler, tell('\u304b\u1100\u304ba\udc80'.encode, name, handler))
        print(name, handler, tell(b'\x1b$B$\xff$"\x1b(XA~{!\xff~x'.decode, name, handler) if handler not in ('bytes', 'xmlcharrefreplace') else '')

print('-- pieces')
for name in NAMES:
    encoder, decoder = codecs.getincrementalencoder(name)(), codecs.getincrementaldecoder(name)()
    print(name, hex(encoder.getstate()), decoder.getstate())
    for piece in '\u304b', 'a', '\u304b', '\n', '\xe6', '\u304b', '\u309a', '\u304b', '\u1100', '':
        print('   ', tell(encoder.encode, piece), hex(encoder.getstate()))
    state = encoder.getstate()
    print('   ', tell(encoder.encode, '', True), hex(encoder.getstate()), encoder.setstate(state), encoder.encode('a'), encoder.setstate(state), encoder.reset(), hex(encoder.getstate()))
    for piece in b'\x1b$B', b'$', b'"', b'\x1b[', b'A', b'\x1b', b'(B', b'\x1b.A', b'\x1b$(', b'O', b'~', b'{', b'!', b'!', b'~}', b'\x1b$)C\x0e', b'0', b'\x1b(1234567':
        print('   ', piece, tell(decoder.decode, piece), decoder.getstate())
    print('   ', tell(decoder.decode, b'', True), decoder.getstate(), decoder.reset(), decoder.getstate())
    for state in 0, 5, 9, 1 << 80, 1 << 140, -1, 'x', 2 | 0x8281e3 << 8:
        print('   ', state, tell(encoder.setstate, state), hex(encoder.getstate()))
    for state in (b'\x1b', 5), (b'', 1 << 64), (b'', -1), (b'123456789', 0), (b'', (1 << 64) - 1):
        print('   ', state, tell(decoder.setstate, state), decoder.getstate())

print('-- streams')
for name in NAMES:
    text = {'hz': '\u4e2d', 'iso2022_kr': '\uac00'}.get(name, '\u304b')
    stream = io.BytesIO()
    writer = codecs.getwriter(name)(stream)
    for step in range(2):
        writer.write(text)
        print(name, stream.getvalue(), writer.reset(), stream.getvalue())
    writer.writelines([text, 'a\n', text + 'b'])
    writer.write(text)
    print(name, stream.getvalue(), writer.reset(), stream.getvalue())
    reader = codecs.getreader(name)(io.BytesIO(stream.getvalue()))
    print(name, [ascii(reader.read(1)) for i in range(4)], ascii(reader.readline()), ascii(reader.readlines()))
    with io.TextIOWrapper(io.BytesIO(), encoding=name, newline='') as f:
        f.write(text + 'a\n' + text)
        f.flush()
        print(f.buffer.getvalue(), f.seek(0), ascii(f.readline()), f.tell(), ascii(f.read()))

print('-- random bytes')
choose = random.Random(2022)
PIECES = [b'\x1b$B', b'\x1b$(', b'\x1b(', b'\x1b$)C', b'\x0e', b'\x0f', b'\n', b'\x1b', b'\x1bN', b'\x1b.', b'~{', b'~}', b'~', b'&@', b'$"0!VP', b'\x1b(B', b'\x1b[']
for name in NAMES:
    crc = 0
    for i in range(400):
        data = b''.join(choose.choice(PIECES) if choose.random() < .6 else bytes([choose.randrange(256)]) for j in range(choose.randrange(1, 9)))
        decoder = codecs.getincrementaldecoder(name)('replace')
        at = choose.randrange(len(data) + 1)
        pieces = [tell(decoder.decode, data[:at]), decoder.getstate(), tell(decoder.decode, data[at:], True), decoder.getstate()]
        crc = zlib.crc32(repr((tell(data.decode, name), pieces)).encode(), crc)
    print(name, crc)
