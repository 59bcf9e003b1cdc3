# Bytes that are no UTF-8: what is decoded, and what is said of the first wrong ones, for every arrangement of the bytes at which a rule changes.
edges = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]


def digest(text):
    data = text.encode("utf-8", "surrogatepass")
    return f"{len(text)} {int.from_bytes(data, 'big') % (2**61 - 1):x}"


def strict(data):
    try:
        return data.decode()
    except UnicodeDecodeError as problem:
        return str(problem)


arranged = [bytes([a, b, c]) for a in edges for b in edges for c in edges]
arranged += [bytes([a, b, 0x80, c]) for a in edges[-6:] for b in edges for c in edges]
arranged += [bytes([a]) for a in edges] + [bytes([a, b]) for a in edges for b in edges]
print(len(arranged))
print("strict", digest("\n".join(map(strict, arranged))))
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, digest("|".join(data.decode("utf-8", errors) for data in arranged)))
passed = [data for data in arranged if data[0] == 0xED and len(data) == 3 and data[1] >= 0x80 and 0x80 <= data[2] < 0xC0]
print("surrogatepass", ascii("|".join(data.decode("utf-8", "surrogatepass") for data in passed if data[1] < 0xC0)))
for data in (b"\xed\xa0", b"\xed\xa0A", b"ab\xff", b"\xe2\x82", b"\xf0\x9f\x98"):
    for errors in ("strict", "surrogatepass"):
        try:
            print(data, data.decode("utf-8", errors))
        except UnicodeDecodeError as problem:
            print(errors, problem)

# And back.
for text in ("\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff", "a\ud800b", "\udc80\udcff", "\ud83d\ude00"):
    for errors in ("strict", "surrogatepass", "surrogateescape", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
        try:
            data = text.encode("utf-8", errors)
            print(ascii(text), errors, data, len(data))
        except UnicodeEncodeError as problem:
            print(ascii(text), errors, problem)
