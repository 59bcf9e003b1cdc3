# zlib: whole pieces, streams fed piece by piece, dictionaries, copies, and what goes wrong.
import zlib

data = b"".join(b"line %d of the text\n" % (i * i) for i in range(400))


def tell(what, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(what, "->", type(e).__module__, type(e).__name__, e)
    else:
        print(what, "->", result if not isinstance(result, bytes) or len(result) < 60 else len(result))


# Checksums.
print(zlib.crc32(b""), zlib.crc32(data), zlib.crc32(data[100:], zlib.crc32(data[:100])))
print(zlib.adler32(b""), zlib.adler32(data), zlib.adler32(data[100:], zlib.adler32(data[:100])))
print(zlib.crc32(b"x", -1), zlib.crc32(b"x", 2**40 + 5), zlib.adler32(bytearray(b"abc"), 2**32), zlib.crc32(memoryview(b"abc")))
tell("crc of str", zlib.crc32, "abc")
tell("crc with float", zlib.crc32, b"", 1.5)
tell("crc without", zlib.crc32)
tell("adler many", zlib.adler32, b"", 1, 2)

# Whole pieces.
for level in range(-1, 10):
    packed = zlib.compress(data, level)
    assert zlib.decompress(packed) == data, level
for bits in (9, 12, 15, -9, -15, 25, 31):
    packed = zlib.compress(data, wbits=bits)
    assert zlib.decompress(packed, wbits=bits) == data, bits
    print(bits, zlib.decompress(packed, bits, bufsize=1) == data, len(packed) < len(data))
packed = zlib.compress(data)
print(zlib.decompress(zlib.compress(b"")), zlib.decompress(packed, bufsize=0) == data, zlib.decompress(packed, wbits=47) == data)
tell("level 10", zlib.compress, data, 10)
tell("level -2", zlib.compress, data, -2)
tell("level float", zlib.compress, data, 1.0)
tell("level huge", zlib.compress, data, 2**31)
tell("level huger", zlib.compress, data, 2**70)
tell("wbits 8", lambda: zlib.decompress(zlib.compress(data, wbits=8), wbits=8) == data)
tell("wbits 7", zlib.compress, data, wbits=7)
tell("str", zlib.compress, "text")
tell("none", zlib.compress)
tell("name", zlib.compress, data=data)
tell("unknown", zlib.compress, data, levl=3)
tell("cut", zlib.decompress, packed[:-1])
tell("cut more", zlib.decompress, packed[:20])
tell("empty", zlib.decompress, b"")
tell("garbage", zlib.decompress, b"garbage garbage")
tell("check", zlib.decompress, packed[:-1] + bytes([packed[-1] ^ 1]))
tell("wrong window", zlib.decompress, packed, -15)
tell("bad wbits", zlib.decompress, packed, 99)
tell("bad bufsize", zlib.decompress, packed, bufsize=-1)
tell("huge bufsize", zlib.decompress, packed, bufsize=2**64)
tell("rest is let be", zlib.decompress, zlib.compress(b"abc") + b"tail")

# Streams: pieces of every size.
for size in (1, 7, 100, 5000):
    c = zlib.compressobj(6)
    out = b"".join(c.compress(data[i:i + size]) for i in range(0, len(data), size))
    out += c.flush(zlib.Z_SYNC_FLUSH)
    out += c.flush(zlib.Z_FULL_FLUSH)
    out += c.flush(zlib.Z_NO_FLUSH)
    out += c.flush()
    d = zlib.decompressobj()
    back = b"".join(d.decompress(out[i:i + size]) for i in range(0, len(out), size))
    back += d.flush()
    print(size, back == data, d.eof, d.unused_data, d.unconsumed_tail)

tell("flushed", c.compress, b"x")
tell("flushed again", c.flush)
tell("flushed copy", c.copy)
tell("flushed, nothing", c.flush, zlib.Z_NO_FLUSH)
tell("no such flush", zlib.compressobj().flush, 99)
tell("flush name", zlib.compressobj().flush, mode=4)

# max_length, unconsumed_tail, unused_data.
d = zlib.decompressobj()
piece, pieces = packed + b"behind", 0
back = b""
while piece and not d.eof:
    got = d.decompress(piece, 333)
    assert len(got) <= 333
    back += got
    piece = d.unconsumed_tail
    pieces += 1
print(pieces, back == data, d.eof, d.unused_data, d.unconsumed_tail)
print(d.decompress(b" more"), d.unused_data)
print(d.flush(), d.eof, d.unused_data)
tell("after flush", d.decompress, b" and more")
print(d.unused_data)
d = zlib.decompressobj()
got = d.decompress(packed, max_length=10)
print(got, len(d.unconsumed_tail) > 0, d.eof)
rest = d.flush(1)
print(len(got + rest) == len(data), d.eof, d.unconsumed_tail)
tell("negative", zlib.decompressobj().decompress, b"", -1)
tell("flush zero", zlib.decompressobj().flush, 0)
tell("flush negative", zlib.decompressobj().flush, -5)
tell("flush nothing", zlib.decompressobj().flush)
tell("garbage", zlib.decompressobj().decompress, b"garbage")
tell("garbage, raw", zlib.decompressobj(-15).decompress, b"\xff\xff\xff\xff")

# Preset dictionaries.
words = b"of the text\nline "
for bits in (15, -15):
    c = zlib.compressobj(wbits=bits, zdict=words)
    out = c.compress(data) + c.flush()
    d = zlib.decompressobj(bits, zdict=words)
    print(bits, d.decompress(out) + d.flush() == data)
out = zlib.compressobj(zdict=words)
out = out.compress(data) + out.flush()
tell("no dictionary", zlib.decompressobj().decompress, out)
tell("wrong dictionary", zlib.decompressobj(zdict=b"other").decompress, out)
tell("whole without", zlib.decompress, out)
tell("no bytes", zlib.decompressobj, zdict="text")
tell("no bytes", zlib.compressobj, zdict="text")
tell("no bytes", zlib.compressobj, zdict=5)

# Copies go on by themselves.
c = zlib.compressobj()
first = c.compress(data[:3000])
import copy
for other in (c.copy(), copy.copy(c), copy.deepcopy(c)):
    print(type(other).__name__, zlib.decompress(first + other.compress(b"another end") + other.flush())[3000:])
print(zlib.decompress(first + c.compress(data[3000:]) + c.flush()) == data)
d = zlib.decompressobj()
first = d.decompress(packed[:50])
e = d.copy()
print(first + d.decompress(packed[50:]) == data, first + e.decompress(packed[50:]) == data, d.eof, e.eof)
print(d.copy().eof, d.copy().flush(), copy.deepcopy(d).unused_data)

# The one that gzip reads with.
d = zlib._ZlibDecompressor()
print(d.eof, d.needs_input, d.unused_data)
got = d.decompress(packed[:200], max_length=40)
print(len(got), d.eof, d.needs_input)
while not d.eof and not d.needs_input:
    more = d.decompress(b"", max_length=40)
    assert len(more) <= 40
    got += more
print(len(got) > 40, d.eof, d.needs_input)
got += d.decompress(packed[200:] + b"rest")
print(got == data, d.eof, d.needs_input, d.unused_data)
tell("at the end", d.decompress, b"")
tell("garbage", zlib._ZlibDecompressor().decompress, b"garbage")
tell("wbits", zlib._ZlibDecompressor, 100)
tell("no data", zlib._ZlibDecompressor().decompress)
for size in range(1, 40):
    d, got = zlib._ZlibDecompressor(), b""
    states = []
    for i in range(0, len(packed), 31):
        got += d.decompress(packed[i:i + 31], size)
        states.append(d.needs_input)
    while not d.eof:
        got += d.decompress(b"", size)
    assert got == data
    print(size, sum(states), end=" ")
print()

# Objects.
tell("options", zlib.compressobj, 99)
tell("options", zlib.compressobj, memLevel=0)
tell("options", zlib.compressobj, strategy=77)
tell("options", zlib.compressobj, method=3)
tell("options", zlib.compressobj, wbits=3)
tell("options", zlib.decompressobj, 3)
tell("options", zlib.compressobj, level="a")
tell("new", type(zlib.compressobj()))
tell("new", type(zlib.decompressobj()))
print(type(zlib.compressobj()), type(zlib.decompressobj()), zlib._ZlibDecompressor, zlib.error, zlib.error.__mro__)
print(zlib.compressobj().__sizeof__(), zlib.decompressobj().__sizeof__(), zlib._ZlibDecompressor().__sizeof__())
print([n for n in dir(zlib) if not n.startswith("__")])
print([n for n in dir(zlib.decompressobj()) if not n.startswith("__")], [n for n in dir(d) if not n.startswith("__")])


class Lying:
    def __index__(self):
        raise KeyError("no number")


tell("lying", zlib.compress, data, Lying())
tell("lying", zlib.decompressobj().decompress, packed, Lying())

# Nothing of what is damaged may be more than an error.
import random
r = random.Random(5)
kinds = {}
for n in range(3000):
    damaged = bytearray(packed)
    for _ in range(r.randrange(1, 4)):
        damaged[r.randrange(len(damaged))] = r.randrange(256)
    try:
        zlib.decompressobj().decompress(bytes(damaged))
        kind = "fine"
    except zlib.error as e:
        kind = str(e)
    kinds[kind] = kinds.get(kind, 0) + 1
for kind in sorted(kinds):
    print(kinds[kind], kind)
