# What the classes of files say of wrong arguments, and of themselves when they are closed, detached or not initialised.
import io
import os
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)


def show(*functions):
    for function in functions:
        try:
            print(function())
        except Exception as error:
            print(type(error).__name__, error)


with open("f.txt", "wb") as f:
    f.write(b"abc\ndef")

print("-- FileIO")
for arguments in [(-3,), (1.5,), (None,), (99,), ("f.txt", "zz"), ("f.txt", "rw"), ("f.txt", ""), ("f.txt", "r++"), ("f.txt", 5), ("f.txt", "r", False),
                  ("f\0.txt",), ("nowhere/f",), ("f.txt", "x"), (".",), (1 << 40,), ()]:
    show(lambda: io.FileIO(*arguments))
show(lambda: io.FileIO("f.txt", opener=lambda name, flags: "x"), lambda: io.FileIO("f.txt", opener=lambda name, flags: -1),
     lambda: io.FileIO("f.txt", opener=5))
for mode in ("r", "r+", "w", "w+", "a", "a+"):
    with io.FileIO("other", mode) if mode[0] != "r" else io.FileIO("f.txt", mode) as f:
        print(mode, f.mode, f.readable(), f.writable(), f.seekable(), f.closefd, f.name, f.isatty())
with io.FileIO("f.txt") as f:
    show(lambda: f.write(b"1"), lambda: f.truncate(3), lambda: f.seek(1.5), lambda: f.seek("a"), lambda: f.seek(0, 9), lambda: f.seek(-5),
         lambda: f.read("a"), lambda: f.readinto(b"aa"), lambda: f.readinto("a"), lambda: f.__reduce__(), lambda: f.__reduce_ex__(4), lambda: f)
with io.FileIO("other", "w") as f:
    show(f.read, f.readall, lambda: f.readinto(bytearray(2)), lambda: f.write("a"))
for name in "read readall fileno isatty seekable readable writable tell truncate close __repr__".split():
    print(name, end=": ")
    show(getattr(f, name))

print("-- open")
for arguments in [(), (5.5,), ("f.txt", None), ("f.txt", ""), ("f.txt", "rr"), ("f.txt", "rU"), ("f.txt", "rw"), ("f.txt", "+"), ("f.txt", "tb"),
                  ("f.txt", "r", 0), ("f.txt", "rb", "a"), ("f.txt", "w", "w"), ("nowhere/f",), ("",), ("f.txt", "x"), (-1,), (99,)]:
    show(lambda: open(*arguments))
for keywords in [{"encoding": "nope"}, {"encoding": 5}, {"newline": "q"}, {"newline": 5}, {"newline": b""}, {"encoding": "a\0b"}, {"errors": 5}, {"foo": 1},
                 {"mode": "rb", "encoding": "a"}, {"mode": "rb", "errors": "a"}, {"mode": "rb", "newline": ""}]:
    show(lambda: open("f.txt", **keywords))
for mode, buffering in [("r", -1), ("rb", -1), ("r+b", -1), ("wb", -1), ("rb", 0), ("r", 2), ("rb", -5)]:
    with open("f.txt" if mode[0] == "r" else "other", mode, buffering) as f:
        print(mode, buffering, f, f.mode)
show(lambda: io.text_encoding(None), lambda: io.text_encoding("x"), lambda: io.open_code(5), lambda: open is io.open)

print("-- buffered")
b = io.BytesIO(b"abc")
for arguments in [(b, 0), (b, -1), (5,), (b, 1 << 70), (b, 1 << 62), (), (b, "x")]:
    show(lambda: io.BufferedReader(*arguments))
r = io.BufferedReader(b)
show(lambda: r.read(-2), lambda: r.read("a"), r.peek, lambda: r.read1(2), lambda: r.seek(0, 5), lambda: r.seek(-1), r.__reduce__, lambda: r, r.truncate,
     lambda: r.write(b""), r.readline, lambda: r.readline("a"), lambda: r.detach() is b, r.read, lambda: r, lambda: r.closed, lambda: r.raw, lambda: r.name)
for made in (io.BufferedReader(io.BytesIO(b"abc")), io.BufferedWriter(io.BytesIO()), io.BufferedRandom(io.BytesIO()),
             io.BufferedRWPair(io.BytesIO(), io.BytesIO())):
    made.close()
    for name in "read peek read1 readline seek tell truncate write flush fileno isatty seekable readable writable readinto detach __next__ close".split():
        arguments = {"readinto": (bytearray(2),), "seek": (0,), "write": (b"",)}.get(name, ())
        print(type(made).__name__, name, end=": ")
        show(lambda: getattr(made, name)(*arguments))
x = io.BufferedReader.__new__(io.BufferedReader)
show(x.read, lambda: x.closed, lambda: x.raw, lambda: x)
show(lambda: io.BufferedRWPair(1, 2), lambda: io.BufferedWriter(io.BytesIO()).write("a"), lambda: isinstance(io.BufferedWriter(io.BytesIO()).read, object))

print("-- text")
T, B = io.TextIOWrapper, io.BytesIO
show(T, lambda: T(B(), 5), lambda: T(B(), errors=5), lambda: T(B(), newline=5), lambda: T(5), lambda: T(B(), "utf-8", "a\0b"), lambda: T(B(), "\udcfe"),
     lambda: T(B()).encoding, lambda: T(B(), "latin1"))
x = T.__new__(T)
show(x.read, lambda: x, lambda: x.encoding, lambda: x.closed, lambda: x.buffer, lambda: x.errors, lambda: x.name)
w = T(B(b"ab\ncd"))
show(lambda: w.write(5), lambda: w.write(None), lambda: w.read("a"), lambda: w.readline("a"), lambda: w.readline(None), lambda: w.seek("a"),
     lambda: w.seek(1, 1), lambda: w.seek(1, 2), lambda: w.seek(0, 5), lambda: w.seek(-1), lambda: w.reconfigure(encoding=5),
     lambda: w.reconfigure(newline=5), lambda: w.reconfigure(errors=5), lambda: w.reconfigure(5), lambda: w.reconfigure(encoding="locale\0"),
     lambda: w._CHUNK_SIZE, lambda: setattr(w, "_CHUNK_SIZE", 0), lambda: setattr(w, "_CHUNK_SIZE", "a"), lambda: delattr(w, "_CHUNK_SIZE"),
     lambda: next(w), w.tell, lambda: w.reconfigure(encoding="latin1"), w.__reduce__)
show(lambda: isinstance(w.detach(), B), w.read, lambda: w, lambda: w.closed, lambda: w.encoding, lambda: w.buffer, lambda: w.name, lambda: w.newlines)
w = T(B())
w.close()
for name in "read readline write seek tell truncate flush fileno isatty seekable readable writable detach __next__ __iter__ reconfigure close".split():
    print(name, end=": ")
    show(lambda: getattr(w, name)(*{"write": ("",), "seek": (0,)}.get(name, ())))

print("-- memory")
s = io.StringIO()
show(lambda: io.StringIO(5), lambda: io.StringIO("", 5), lambda: io.StringIO("", "q"), lambda: s.write(5), lambda: s.seek(-1), lambda: s.seek(1, 1),
     lambda: s.seek(0, 5), lambda: s.truncate(-1), lambda: s.truncate("a"), lambda: s.read("a"), lambda: io.StringIO.__new__(io.StringIO).read(),
     lambda: s.__setstate__(5), lambda: s.__setstate__(("", 1, 2, 3)), lambda: s.__setstate__(("", "", -1, None)),
     lambda: s.__setstate__(("", "", "a", None)), lambda: s.__setstate__(("", "", 1, 5)), lambda: s.encoding, s.__getstate__)
b = B(b"abc")
show(lambda: B(5), lambda: B("a"), lambda: b.write("a"), lambda: b.seek(-1), lambda: b.seek(0, 5), lambda: b.seek(1 << 70), lambda: b.truncate(-1),
     lambda: b.read("a"), lambda: b.readinto(b""), lambda: b.__setstate__(5), lambda: b.__setstate__((b"", -1, None)),
     lambda: b.__setstate__((b"", "a", None)), lambda: b.__setstate__((b"", 1, 5)), lambda: b.__setstate__(("", 1, None)))
b = B(b"abc")
with b.getbuffer() as view:
    show(lambda: b.write(b"x"), lambda: b.truncate(1), b.close)
    view[0] = 65
    print(b.getvalue(), type(view.obj))
for made in (s, b):
    made.close()
    for name in "read readline write seek tell truncate flush fileno isatty seekable getvalue __next__ __enter__ writelines __getstate__".split():
        print(type(made).__name__, name, end=": ")
        show(lambda: getattr(made, name)(*{"write": ("" if made is s else b"",), "seek": (0,), "writelines": ([],)}.get(name, ())))


def far(made, what):
    made.seek(1 << 62)
    made.write(what)


show(lambda: far(B(), b"a"), lambda: far(io.StringIO(), "a"))

print("-- bases")
show(lambda: io.RawIOBase().readinto(b""), lambda: io.RawIOBase().read(3), lambda: io.BufferedIOBase().read(), lambda: io.IOBase().seek(0),
     lambda: io.IOBase().fileno(), lambda: io.TextIOBase().read(), lambda: io.IOBase().readline("a"), lambda: io.IOBase()._checkReadable(),
     lambda: io.IOBase()._checkSeekable(), lambda: io.IOBase().tell(), lambda: io.IOBase(1), lambda: io.IncrementalNewlineDecoder(None),
     lambda: io.IncrementalNewlineDecoder(None, True).decode(b""), lambda: io.IncrementalNewlineDecoder(None, True).setstate(5))
os.chdir("/")
