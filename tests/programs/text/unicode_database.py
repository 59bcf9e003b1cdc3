# unicodedata, of all characters: properties, names, decompositions, normal forms; of the older version; and what goes wrong.
import unicodedata as u


def tell(call, *args, **kwargs):
    try:
        print(ascii(call(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


def checksum(number, value):
    for c in value:
        number = (number * 31 + ord(c)) & 0xffffffff
    return number


for data in u, u.ucd_3_2_0:
    print(data.unidata_version)
    properties = [data.category, data.bidirectional, data.combining, data.mirrored, data.east_asian_width, data.decomposition]
    optional = [data.name, data.numeric, data.decimal, data.digit]
    sums = [0] * (len(properties) + len(optional))
    last = None
    for point in [*range(0x3400), *range(0x4db0, 0x4e10), *range(0x9ff0, 0xac10), *range(0xd7a0, 0x10000), *range(0x10000, 0x19000, 3),
                  *range(0x1afe0, 0x20010), *range(0x2a6d0, 0x2a710), *range(0x2eb00, 0x2ee80), *range(0x2f800, 0x2fa30), *range(0xe0000, 0xe0200), 0x10ffff]:
        c = chr(point)
        answers = tuple([f(c) for f in properties] + [f(c, None) for f in optional])
        for i, value in enumerate(answers):
            if value != (last and last[i]):
                sums[i] = checksum(sums[i], f"{point}{value}")
        last = answers
    print(sums)
    for form in "NFC", "NFD", "NFKC", "NFKD":
        number = 0
        for first in "aA\u0928\u1100\u30ab\xe9\u0627\U00011131", :
            for mark in range(0x300, 0x370):
                number = checksum(number, data.normalize(form, first + chr(mark) + "\u0301" + first + chr(mark)))
        print(form, number, ascii(data.normalize(form, "\xc5ngstr\xf6m \ufb01 \u212b \u1e9b\u0323 \uac00\u11a8 \U0002f868 \u0344 \u2126 \u1d2d")))
        print([data.is_normalized(form, t) for t in ("", "abc", "\xe9", "e\u0301", "\ufb01", "\uac00", "\u0301\u0323", "\ud800\udc00")],
              ascii(data.normalize(form, "\ud83d\ude00\ud800e\u0301")))

for name in ("SPACE", "latin small letter e with acute", "LATIN SMALL LETTER R WITH TILDE", "keycap digit one", "LF", "CJK UNIFIED IDEOGRAPH-4E00", "HANGUL SYLLABLE GA",
             "hangul syllable ga", "CJK UNIFIED IDEOGRAPH-2EBF0", "IDEOGRAPHIC DESCRIPTION CHARACTER ROTATION", "BRAKCET", "no such", "", "x" * 256, "x" * 257, "\xe9", "a\0", b"SPACE", bytearray(b"COMMA"), 5, None, "\ud800"):
    print(ascii(name)[:60], end=" ")
    tell(u.lookup, name)
    tell(u.ucd_3_2_0.lookup, name)
for f in u.category, u.name, u.numeric, u.decimal, u.digit, u.decomposition, u.bidirectional, u.combining, u.mirrored, u.east_asian_width:
    for args in (5,), ("",), ("ab",), (), ("a", 1, 2), ("a",), ("\n",), ("\ud800",), ("\xbd",):
        tell(f, *args)
    tell(f, chr="a")
    tell(f, "\n", "otherwise")
for args in ("NFX", "a"), (5, "a"), ("NFC", 5), ("NFC",), ("NFX", ""), ("nfc", "\xe9"):
    tell(u.normalize, *args)
    tell(u.is_normalized, *args)
text = "\xe9" * 3
print(u.normalize("NFC", text) is text, type(u.normalize("NFC", type("S", (str,), {})("\xe9"))))
tell(u.UCD)
print(u.UCD, u.ucd_3_2_0.__sizeof__(), [n for n in dir(u) if not n.startswith("_")], [n for n in dir(u.ucd_3_2_0) if not n.startswith("_")])
print(len(u.normalize("NFKD", "\ufdfa" * 100000)))
print(ascii("\N{LF}\N{NBSP}\N{latin small letter a}\N{ZERO WIDTH JOINER}\N{ZWJ}"))
