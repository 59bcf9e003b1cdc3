# _lzma: containers, filter chains, presets, decompressing piece by piece, and what goes wrong.
import _lzma
from _lzma import *

data = b"".join(b"line %d of the text\n" % (i * i) for i in range(400))
raw = [{"id": FILTER_LZMA2, "preset": 3}]


def tell(what, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(what, "->", type(e).__module__, type(e).__name__, e)
    else:
        print(what, "->", result if not isinstance(result, bytes) or len(result) < 60 else len(result))


def pack(*args, **kwargs):
    c = LZMACompressor(*args, **kwargs)
    return c.compress(data) + c.flush()


packed = pack()
alone = pack(FORMAT_ALONE)
rawly = pack(FORMAT_RAW, filters=raw)
for what, d in ("xz", LZMADecompressor()), ("alone", LZMADecompressor()), ("xz", LZMADecompressor(FORMAT_XZ)), ("alone", LZMADecompressor(FORMAT_ALONE)), ("raw", LZMADecompressor(FORMAT_RAW, filters=raw)):
    print(what, d.check, d.eof, d.needs_input, d.unused_data)
    print(d.decompress({"xz": packed, "alone": alone, "raw": rawly}[what] + (b"behind" if what == "xz" else b"")) == data, d.check, d.eof, d.needs_input, d.unused_data)
    if d.eof:
        tell("at the end", d.decompress, b"")
for check in CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, 2, 16, -5:
    try:
        d = LZMADecompressor()
        print(check, is_check_supported(check), d.decompress(pack(check=check)) == data, d.check)
    except LZMAError as e:
        print(e)
for preset in 0, 1, 6, 9 | PRESET_EXTREME:
    try:
        print(preset, LZMADecompressor().decompress(pack(preset=preset)) == data)
    except MemoryError:
        print("memory")
for filters in (
        [{"id": FILTER_LZMA2}],
        [{"id": FILTER_DELTA, "dist": 5}, {"id": FILTER_LZMA2, "preset": 1, "lc": 4, "lp": 0}],
        [{"id": FILTER_X86}, {"id": FILTER_LZMA2, "dict_size": 65536, "mode": MODE_FAST, "mf": MF_HC3, "depth": 10, "nice_len": 20}],
        [{"id": FILTER_POWERPC, "start_offset": 16}, {"id": FILTER_DELTA}, {"id": FILTER_ARM}, {"id": FILTER_LZMA2, "pb": 0}]):
    print(LZMADecompressor().decompress(pack(filters=filters)) == data,
          LZMADecompressor(FORMAT_RAW, filters=filters).decompress(pack(FORMAT_RAW, filters=filters)) == data)
print(LZMADecompressor(FORMAT_RAW, None, [{"id": FILTER_LZMA1}]).decompress(pack(FORMAT_RAW, filters=[{"id": FILTER_LZMA1}])) == data)

for size in (1, 7, 100, 5000):
    c = LZMACompressor()
    out = b"".join(c.compress(data[i:i + size]) for i in range(0, len(data), size)) + c.flush()
    d = LZMADecompressor()
    back, wants = b"", []
    for i in range(0, len(out), size):
        back += d.decompress(out[i:i + size])
        wants.append(d.needs_input)
    print(size, back == data, d.eof, d.unused_data, sum(wants), len(wants))
tell("flushed", c.compress, b"x")
tell("flushed again", c.flush)
d = LZMADecompressor()
got = d.decompress(packed, 100)
print(len(got), d.eof, d.needs_input)
while not d.eof:
    more = d.decompress(b"", max_length=1000)
    assert len(more) <= 1000
    got += more
print(got == data, d.eof, d.needs_input, d.unused_data)
for size in (1, 2, 3, 50, 999):
    d, got, wants = LZMADecompressor(), b"", 0
    for i in range(0, len(packed), 31):
        got += d.decompress(packed[i:i + 31], size)
        wants += d.needs_input
    while not d.eof:
        got += d.decompress(b"", size)
        wants += d.needs_input
    print(size, got == data, wants)

tell("preset 10", LZMACompressor, preset=10)
tell("preset -1", LZMACompressor, preset=-1)
tell("preset huge", LZMACompressor, preset=2**32)
tell("preset huger", LZMACompressor, preset=2**65)
tell("preset text", LZMACompressor, preset="a")
tell("alone preset", LZMACompressor, FORMAT_ALONE, preset=77)
tell("format 9", LZMACompressor, 9)
tell("format auto", LZMACompressor, FORMAT_AUTO)
tell("check", LZMACompressor, FORMAT_ALONE, CHECK_CRC32)
tell("check", LZMACompressor, FORMAT_RAW, CHECK_CRC32)
tell("both", LZMACompressor, preset=3, filters=raw)
tell("raw", LZMACompressor, FORMAT_RAW)
tell("alone", LZMACompressor, FORMAT_ALONE, filters=raw)
tell("none", LZMACompressor, filters=[])
tell("five", LZMACompressor, filters=[{"id": FILTER_DELTA}] * 5)
tell("four", LZMACompressor, filters=[{"id": FILTER_DELTA}] * 4)
tell("number", LZMACompressor, filters=5)
tell("numbers", LZMACompressor, filters=[5])
tell("no id", LZMACompressor, filters=[{}])
tell("id", LZMACompressor, filters=[{"id": 98765}])
tell("id text", LZMACompressor, filters=[{"id": "a"}])
tell("id -1", LZMACompressor, filters=[{"id": -1}])
tell("id huge", LZMACompressor, filters=[{"id": 2**70}])
tell("unknown", LZMACompressor, filters=[{"id": FILTER_LZMA2, "foo": 1}])
tell("value", LZMACompressor, filters=[{"id": FILTER_LZMA2, "lc": "a"}])
tell("value", LZMACompressor, filters=[{"id": FILTER_LZMA2, "lc": 2**33}])
tell("value", LZMACompressor, filters=[{"id": FILTER_LZMA2, "lc": 4, "lp": 4}])
tell("preset", LZMACompressor, filters=[{"id": FILTER_LZMA2, "preset": 99}])
tell("preset", LZMACompressor, filters=[{"id": FILTER_LZMA2, "preset": "a"}])
tell("delta", LZMACompressor, filters=[{"id": FILTER_DELTA, "dist": 1000}, {"id": FILTER_LZMA2}])
tell("delta", LZMACompressor, filters=[{"id": FILTER_DELTA, "a": 1}])
tell("bcj", LZMACompressor, filters=[{"id": FILTER_X86, "a": 1}])
tell("keys", LZMACompressor, filters=[{"id": FILTER_X86, 5: 1}])
tell("str", LZMACompressor().compress, "text")
tell("decoder", LZMADecompressor, 9)
tell("decoder", LZMADecompressor, FORMAT_RAW)
tell("decoder", LZMADecompressor, FORMAT_RAW, memlimit=5, filters=raw)
tell("decoder", LZMADecompressor, FORMAT_XZ, filters=raw)
tell("decoder", LZMADecompressor, memlimit=-1)
tell("decoder", LZMADecompressor, memlimit="a")
tell("small", LZMADecompressor(memlimit=1000).decompress, packed)
tell("garbage", LZMADecompressor().decompress, b"garbage garbage garbage")
tell("garbage", LZMADecompressor(FORMAT_XZ).decompress, b"garbage garbage garbage")
tell("garbage", LZMADecompressor(FORMAT_RAW, filters=raw).decompress, b"garbage garbage garbage")
tell("damaged", LZMADecompressor().decompress, packed[:100] + b"xxx" + packed[103:])
tell("wrong", LZMADecompressor(FORMAT_ALONE).decompress, packed)
tell("empty", LZMADecompressor().decompress, b"")
tell("cut", LZMADecompressor().decompress, packed[:-5])

# Properties.
encode, decode = _lzma._encode_filter_properties, _lzma._decode_filter_properties
for f in {"id": FILTER_LZMA1}, {"id": FILTER_LZMA2}, {"id": FILTER_LZMA2, "dict_size": 4096}, {"id": FILTER_DELTA, "dist": 7}, {"id": FILTER_X86}, {"id": FILTER_SPARC, "start_offset": 32}:
    props = encode(f)
    print(f, props, decode(f["id"], props))
tell("encode", encode, 5)
tell("encode", encode, {"id": 9999})
tell("encode", encode, {"id": FILTER_LZMA1, "lc": 99})
tell("decode", decode, 9999, b"")
tell("decode", decode, FILTER_LZMA1, b"")
tell("decode", decode, FILTER_LZMA2, b"\xff")
tell("decode", decode, FILTER_DELTA, b"ab")
tell("decode", decode, -1, b"")
tell("decode", decode, FILTER_LZMA2, "a")
tell("decode", decode, FILTER_LZMA2)
tell("check", is_check_supported, "a")
tell("check", is_check_supported, 2**40)
print(LZMACompressor().__sizeof__(), LZMADecompressor().__sizeof__(), LZMACompressor, LZMADecompressor, LZMAError, LZMAError.__doc__)
print([(n, getattr(_lzma, n)) for n in dir(_lzma) if n.isupper()], [n for n in dir(_lzma) if not n.startswith("__")])
print([n for n in dir(d) if not n.startswith("__")], [n for n in dir(c) if not n.startswith("__")])

import random
r = random.Random(5)
kinds = {}
for n in range(1000):
    damaged = bytearray(alone if n % 2 else packed)
    for _ in range(r.randrange(1, 4)):
        damaged[r.randrange(20 if n % 3 else 13, len(damaged))] = r.randrange(256)
    try:
        LZMADecompressor(memlimit=1 << 24).decompress(damaged)
        kind = "fine"
    except LZMAError as e:
        kind = str(e)
    kinds[kind] = kinds.get(kind, 0) + 1
for kind in sorted(kinds):
    print(kinds[kind], kind)
