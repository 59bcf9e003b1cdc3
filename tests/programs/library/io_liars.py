# Raw and buffered files of the program's own that lie, change things meanwhile, or call back.
import array
import gc
import io
import sys


def show(function):
    try:
        print(function())
    except Exception as error:
        text = "" if isinstance(error, BlockingIOError) else error
        print(type(error).__name__, text, "|", repr(error.__cause__))


class Raw(io.RawIOBase):
    def __init__(self, *answers):
        self.answers = list(answers)

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def answer(self, buffer, otherwise):
        answer = self.answers.pop(0) if self.answers else otherwise
        return answer(buffer) if callable(answer) else answer

    def readinto(self, buffer):
        return self.answer(buffer, 0)

    def write(self, buffer):
        return self.answer(buffer, len(buffer))

    def tell(self):
        return self.seek(0, 1)

    def seek(self, offset, whence=0):
        return 0


def fill(text):
    def fill(buffer):
        buffer[: len(text)] = text
        return len(text)
    return fill


print("-- readinto")
for answer in (99999, -1, None, b"x", "a", 1.5, 1 << 70, fill(b"abc")):
    show(lambda: io.BufferedReader(Raw(answer)).read(5))
    show(lambda: io.BufferedReader(Raw(answer)).read1(5))
    show(lambda: io.BufferedReader(Raw(answer)).peek())
    show(lambda: io.BufferedReader(Raw(answer)).readline())
print("-- write")
for answer in (99, -1, None, "a", 0.5):
    show(lambda: io.BufferedWriter(Raw(answer), 4).write(b"0123456789"))
w = io.BufferedWriter(Raw(2, None), 4)
show(lambda: w.write(b"0123456789"))
try:
    io.BufferedWriter(Raw(3, None), 4).write(b"0123456789")
except BlockingIOError as error:
    print(error.characters_written)
print("-- seek and tell")
for answer in (-1, "a", 1 << 70, None):
    class Seeker(Raw):
        def seek(self, offset, whence=0):
            return answer
    show(lambda: io.BufferedReader(Seeker()).tell())
    show(lambda: io.BufferedReader(Seeker()).seek(5))

print("-- calling back")
r = io.BufferedReader(Raw(lambda buffer: r.read(1) and 1))
try:
    r.read(3)
except RuntimeError as error:
    print(str(error).split(" at ")[0].split("<")[0])
w = io.BufferedWriter(Raw(lambda buffer: w.write(b"zz")), 2)
try:
    w.write(b"abcdef")
except RuntimeError as error:
    print(str(error).split("<")[0])


def keep(buffer):
    kept.append(buffer)
    buffer[:2] = b"hi"
    return 2


kept = []
print(io.BufferedReader(Raw(keep, keep)).read(4), len(kept), type(kept[0]))

print("-- readers that give anything")
for answer in ("abc", None, 5, [], bytearray(b"abc"), memoryview(b"abc")):
    class Buffer(io.BufferedIOBase):
        def readable(self):
            return True

        def read(self, size=-1):
            given, self.given = getattr(self, "given", answer), b""
            return given

        read1 = read
    show(lambda: io.TextIOWrapper(Buffer(), "utf-8").readline())
    show(lambda: io.TextIOWrapper(Buffer(), "utf-8").read(2))
    show(lambda: io.BufferedIOBase.readinto(Buffer(), bytearray(2)))


class Lines(io.IOBase):
    def __init__(self, *answers):
        self.answers = list(answers)

    def read(self, size):
        return self.answers.pop(0) if self.answers else b""

    def peek(self, size):
        return b"ab\ncd"


show(lambda: Lines(b"ab\n").readline())
show(lambda: Lines("ab").readline())
show(lambda: Lines(None).readline())
show(lambda: list(Lines(b"a\n", b"b\n", b"c")))
show(lambda: Lines(b"a\n", b"bb\n", b"c\n").readlines(3))


class NoLength(io.IOBase):
    def readline(self):
        return 5


show(lambda: next(NoLength()))
show(lambda: NoLength().readlines())

print("-- buffers that change meanwhile")
a = array.array("H", [1, 2, 3])
print(io.BytesIO(b"abcd").readinto(a), a)
print(io.BytesIO(bytes(8)).readinto(a), a)
target = bytearray(4)


class Resizer(Raw):
    def readinto(self, buffer):
        show(lambda: target.append(1))
        return 0


print(io.BufferedReader(Resizer()).readinto(target), len(target))
b = io.BytesIO(b"abc")
view = b.getbuffer()
show(lambda: b.write(view))
view.release()
print(b.write(b.getvalue() * 2), b.getvalue())
m = memoryview(bytearray(4))
show(lambda: io.BytesIO(b"xyz").readinto(m[::2]))
show(lambda: io.BytesIO(b"xyz").readinto(m.toreadonly()))
show(lambda: io.BytesIO().writelines([b"a", "b"]))
show(lambda: io.StringIO().writelines(["a", b"b"]))
show(lambda: io.StringIO().writelines(5))

print("-- names that cannot be shown")


class Named(io.BytesIO):
    @property
    def name(self):
        raise ValueError("no name")


print(io.BufferedReader(Named()), io.TextIOWrapper(Named(), "utf-8"))
r = io.BufferedReader(io.BytesIO())
r.raw.name = r
show(lambda: repr(r))


print("-- the end")


class Closer(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print("write", bytes(data))
        return len(data)

    def close(self):
        print("close", self.closed)
        super().close()

    def __del__(self):
        print("del")
        super().__del__()


w = io.BufferedWriter(Closer())
w.write(b"abc")
del w
t = io.TextIOWrapper(io.BufferedWriter(Closer()), "utf-8")
t.write("text")
t.itself = t
del t
gc.collect()


class Failing(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError("write")

    def close(self):
        raise ValueError("close")


sys.unraisablehook = lambda ignored: print("ignored", type(ignored.object).__name__, ignored.exc_value)
w = io.BufferedWriter(Failing())
w.write(b"abc")
try:
    w.close()
except ValueError as error:
    print(error, "|", error.__context__)
del w
