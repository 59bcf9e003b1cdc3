# Natives that make a number or a text and hand it to a call: in a full heap (tests/faults) that making fails, and it is an exception.
import ast
import datetime
import io
import marshal
import xml.parsers.expat


class Day(datetime.date):
    pass


class Source(io.RawIOBase):
    def __init__(self, pieces):
        self.pieces = pieces

    def readable(self):
        return True

    def readinto(self, buffer):
        piece = self.pieces.pop(0) if self.pieces else b""
        buffer[: len(piece)] = piece
        return len(piece)


class Sink(io.RawIOBase):
    def writable(self):
        return True

    fills_up = True

    def write(self, data):
        return None if self.fills_up else len(data)


class Reader:
    def __init__(self, raw):
        self.raw = raw
        self.closed = False

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False

    def read(self, size=-1):
        return self.raw.read(size)

    def flush(self):
        pass

    def close(self):
        self.closed = True


print("αβγ한글".translate({0x3B1: "a", 0x3B2: 0x4E00, 0xD55C: None}))
print(Day.fromordinal(738000), Day(2024, 12, 30) + datetime.timedelta(days=500))
print(io.TextIOWrapper(Reader(io.BytesIO("한 줄\n둘\n".encode()))).readlines())
print(io.TextIOWrapper(io.BufferedReader(Source([b"one\n", b"two"]))).read())

tree = ast.parse("\n" * 300 + "x = [1, 2]\n")
print(tree.body[0].lineno, tree.body[0].value.elts[1].col_offset)
code = compile("\n" * 300 + "def f(a, b=3):\n    return a + b\n", "file", "exec")
space = {}
exec(marshal.loads(marshal.dumps(code)), space)
print(space["f"](4), space["f"].__code__.co_firstlineno)
print(marshal.load(io.BytesIO(marshal.dumps([b"x" * 1000, 12345, "text"])))[1:])

names = []
parser = xml.parsers.expat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: names.append((name, attributes))
parser.ParseFile(io.BytesIO(b"<a x='1'>" + b"<b/>" * 3 + b"</a>"))
print(names)

buffered = io.BufferedWriter(Sink(), 300)
try:
    buffered.write(b"x" * 1000)
except BlockingIOError as error:
    print(error.strerror, error.characters_written)
Sink.fills_up = False
buffered.close()
try:
    exec("if True:\n\tx\n        y\n")
except TabError as error:
    print(error.lineno, error.msg)
