# _bz2: compressing and decompressing piece by piece, and what goes wrong.
import _bz2

data = b"".join(b"line %d of the text\n" % (i * i) for i in range(400))


def tell(what, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(what, "->", type(e).__module__, type(e).__name__, e)
    else:
        print(what, "->", result if not isinstance(result, bytes) or len(result) < 60 else len(result))


packed = b""
for level in range(1, 10):
    c = _bz2.BZ2Compressor(level)
    packed = c.compress(data) + c.flush()
    print(level, len(packed), _bz2.BZ2Decompressor().decompress(packed) == data)
for size in (1, 7, 100, 5000):
    c = _bz2.BZ2Compressor()
    out = b"".join(c.compress(data[i:i + size]) for i in range(0, len(data), size)) + c.flush()
    d = _bz2.BZ2Decompressor()
    back, wants = b"", []
    for i in range(0, len(out), size):
        back += d.decompress(out[i:i + size])
        wants.append(d.needs_input)
    print(size, out == packed, back == data, d.eof, d.unused_data, sum(wants), len(wants))
tell("flushed", c.compress, b"x")
tell("flushed again", c.flush)
tell("str", _bz2.BZ2Compressor().compress, "text")
tell("level 0", _bz2.BZ2Compressor, 0)
tell("level 10", _bz2.BZ2Compressor, 10)
tell("level float", _bz2.BZ2Compressor, 2.0)
tell("level huge", _bz2.BZ2Compressor, 2**65)
tell("two", _bz2.BZ2Compressor, 1, 2)
tell("name", _bz2.BZ2Compressor, compresslevel=3)
tell("decompressor", _bz2.BZ2Decompressor, 1)
tell("decompressor", _bz2.BZ2Decompressor, a=1)

d = _bz2.BZ2Decompressor()
print(d.eof, d.needs_input, d.unused_data)
got = d.decompress(packed + b"behind", 100)
print(len(got), d.eof, d.needs_input)
while not d.eof:
    more = d.decompress(b"", 1000)
    assert len(more) <= 1000
    got += more
print(got == data, d.eof, d.needs_input, d.unused_data)
tell("at the end", d.decompress, b"more")
for size in (1, 2, 3, 50, 999):
    d, got, calls = _bz2.BZ2Decompressor(), b"", 0
    for i in range(0, len(packed), 31):
        got += d.decompress(packed[i:i + 31], size)
        calls += d.needs_input
    while not d.eof:
        got += d.decompress(b"", size)
    print(size, got == data, calls)
tell("max 0", _bz2.BZ2Decompressor().decompress, packed, 0)
tell("max name", _bz2.BZ2Decompressor().decompress, data=packed, max_length=5)
tell("max huge", _bz2.BZ2Decompressor().decompress, packed, 2**64)
tell("max text", _bz2.BZ2Decompressor().decompress, packed, "a")
tell("no data", _bz2.BZ2Decompressor().decompress)
tell("str", _bz2.BZ2Decompressor().decompress, "text")
tell("garbage", _bz2.BZ2Decompressor().decompress, b"garbage")
tell("garbage", _bz2.BZ2Decompressor().decompress, packed[:10] + b"garbage" * 50)
tell("empty", _bz2.BZ2Decompressor().decompress, b"")
c = _bz2.BZ2Compressor()
tell("nothing", c.flush)
print(_bz2.BZ2Compressor().__sizeof__(), _bz2.BZ2Decompressor().__sizeof__(), _bz2.BZ2Compressor, _bz2.BZ2Decompressor)
print([n for n in dir(_bz2) if not n.startswith("__")], [n for n in dir(d) if not n.startswith("__")], [n for n in dir(c) if not n.startswith("__")])

import random
r = random.Random(5)
kinds = {}
for n in range(300):
    damaged = bytearray(packed)
    for _ in range(r.randrange(1, 4)):
        damaged[r.randrange(len(damaged))] = r.randrange(256)
    try:
        _bz2.BZ2Decompressor().decompress(damaged)
        kind = "fine"
    except OSError as e:
        kind = str(e)
    kinds[kind] = kinds.get(kind, 0) + 1
for kind in sorted(kinds):
    print(kinds[kind], kind)
