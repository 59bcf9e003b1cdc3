# Newline modes, encodings, and places in text: tell() and seek() at each line and in the middle of characters' bytes.
import io
import os
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
modes = (None, "", "\n", "\r", "\r\n")

print("-- newlines")
for written in modes:
    with open("n", "w", newline=written) as f:
        f.write("a\nb\r\nc\rd")
    print(repr(written), open("n", "rb").read(), [open("n", newline=read).readlines() for read in modes])
for chunk in (1, 2, 3, 5):
    for read in modes:
        f = io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\n\r\nd\r"), newline=read)
        f._CHUNK_SIZE = chunk
        print(chunk, repr(read), f.readlines(), f.newlines)
for read in modes:
    s = io.StringIO("a\r\nb\rc\nd", newline=read)
    print(repr(read), s.readlines(), repr(s.getvalue()), s.newlines)
d = io.IncrementalNewlineDecoder(None, translate=True)
print([d.decode(part) for part in ("a\r", "\nb\r", "c", "\n\r")], d.getstate(), d.decode("", final=True), d.newlines)
d = io.IncrementalNewlineDecoder(None, translate=False)
print([d.decode(part) for part in ("a\r", "\nb\r", "c")], d.newlines)

print("-- encodings")
for encoding in ("utf-8", "latin-1", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig", "cp1252"):
    with open("e", "w", encoding=encoding, errors="replace") as f:
        f.write("aé\n")
        f.write("üZ\U0001F600\n")
    with open("e", "a", encoding=encoding, errors="replace") as f:
        f.write("end")
    print(encoding, open("e", "rb").read(), open("e", encoding=encoding).readlines())
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, repr(io.TextIOWrapper(io.BytesIO(b"a\xffb\xc3"), "utf-8", errors).read()))
for data in (b"a\xffb", b"ab\xc3", b"\xe2\x82"):
    try:
        io.TextIOWrapper(io.BytesIO(data), "utf-8").read()
    except UnicodeDecodeError as error:
        print(error)
try:
    io.TextIOWrapper(io.BytesIO(), "ascii").write("aé")
except UnicodeEncodeError as error:
    print(error)

print("-- places")
text = "".join(f"línea {i} \U0001F600{'x' * (i % 7)}\n" for i in range(400))
for encoding in ("utf-8", "utf-16", "latin-1", "utf-8-sig"):
    for newline in (None, ""):
        with open("p", "w", encoding=encoding, errors="replace", newline=newline) as f:
            f.write(text)
        for chunk in (7, 128, 8192):
            with open("p", encoding=encoding, newline=newline) as f:
                f._CHUNK_SIZE = chunk
                places = []
                while True:
                    place = f.tell()
                    line = f.readline()
                    if not line:
                        break
                    places.append((place, line))
                for place, line in places[::-37]:
                    f.seek(place)
                    assert f.readline() == line, (encoding, chunk, place)
                f.seek(0)
                characters = 0
                for step in (1, 2, 3, 5, 8, 13, 21, 34, 55):
                    f.read(step)
                    place = f.tell()
                    rest = f.read(40)
                    f.seek(place)
                    assert f.read(40) == rest, (encoding, chunk, step)
                    f.seek(place)
                print(encoding, repr(newline), chunk, len(places), place & 0xFFFFFFFF, places[-1][0] & 0xFFFFFFFF)

print("-- reading and writing by turns")
with open("r", "w+", encoding="utf-8") as f:
    print(f.write("één\ntwee\ndrie\n"), f.tell(), f.seek(0), f.readline(), f.tell())
    print(f.write("X"), f.tell(), f.seek(0), f.read(), f.seek(0, 2), f.truncate(5), f.seek(0), repr(f.read()))
    print(f.line_buffering, f.write_through, f.reconfigure(line_buffering=True, write_through=True), f.line_buffering, f.write_through)
with open("r", "r+b") as f:
    print(f.read(3), f.write(b"##"), f.tell(), f.seek(0), f.read(), f.seek(-2, 2), f.peek(9), f.read1(1), f.readinto(bytearray(9)), f.read())
b = io.BytesIO()
t = io.TextIOWrapper(b, "ascii", newline="\r\n", write_through=False)
print(t.write("a\nb"), b.getvalue(), t.flush(), b.getvalue(), t.reconfigure(newline="\n", encoding="utf-8"), t.write("é\n"), t.detach().getvalue())
os.chdir("/")
