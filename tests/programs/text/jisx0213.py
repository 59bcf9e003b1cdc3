# The codecs of JIS X 0213: each seventh character and each fifth code (from another one in each codec), pairs of a base and a combining character, and pieces of a text.
import codecs
import zlib

names = ["euc_jisx0213", "shift_jisx0213", "euc_jis_2004", "shift_jis_2004"]
combining = "\u02e5\u02e9\u0300\u0301\u0302\u0303\u0304\u0308\u309a\u3099\u0305\u030c"
for turn, name in enumerate(names):
    known = []
    some = {*range(turn, 0xd800, 7), *range(0xe000 + turn, 0x30000, 7), *range(0x3041, 0x30ff), *map(ord, "\xe6\u0254\u0259\u025a\u028c\u02e5\u02e9\u31f7aA")}
    for number in sorted(some):
        try:
            known.append((chr(number), chr(number).encode(name)))
        except UnicodeEncodeError:
            pass
    print(name, len(known), zlib.crc32(repr(known).encode()))
    bases = [c for c, code in known if c in "\xe6\u0254\u0259\u025a\u028c\u02e5\u02e9\u31f7aA" or "\u3040" < c < "\u30ff"]
    pairs = []
    for base in bases:
        for second in combining:
            try:
                code = (base + second).encode(name)
            except UnicodeEncodeError:
                continue
            if len(code) == len(base.encode(name)):
                assert code.decode(name) == base + second
                pairs.append((ascii(base + second), code))
    print(len(pairs), pairs)
    total = 0
    for lead in range(128, 256):
        for trail in range(lead % 5, 256, 5):
            for third in b"\xa1\xb7\xbb\xfe" if lead == 0x8f else [0]:
                code = bytes([lead, trail, third])
                try:
                    text = code.decode(name)
                except UnicodeDecodeError as error:
                    text = (error.start, error.end, error.reason)
                total = zlib.crc32(repr(text).encode(), total)
    print(total)
    encoder = codecs.getincrementalencoder(name)()
    print(encoder.encode("か"), encoder.getstate(), encoder.encode("\u309a"), encoder.encode("か"), encoder.encode("x"),
          encoder.encode("か", True), encoder.getstate())
    decoder = codecs.getincrementaldecoder(name)()
    print([ascii(decoder.decode(bytes([byte]))) for byte in "か\u309aか".encode(name)])
    print("か\U0001f600".encode(name, "replace"), "か\u309a\U0001f600か".encode(name, "xmlcharrefreplace"))
    try:
        "か\U0001f600".encode(name)
    except UnicodeEncodeError as error:
        print(error)
