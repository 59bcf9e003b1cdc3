# What the builtin exceptions carry, how they show, and what their constructors accept.
import builtins


def show(text, **names):
    try:
        print(text, "->", repr(eval(text, globals(), names)))
    except Exception as e:
        print(text, "->", f"{type(e).__name__}: {e}")


names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException))
for name in names:
    cls = getattr(builtins, name)
    print(name, cls.__base__.__name__, [c.__name__ for c in cls.__mro__][:-1], cls.__module__, cls.__qualname__)
    for args in ((), ("a",), ("a", 2)):
        try:
            e = cls(*args)
            print("  ", repr(e), "|", str(e), "|", e.args)
        except TypeError as error:
            print("   TypeError:", error)

e = ValueError("x", 1)
print(e.args, e.__traceback__, e.__context__, e.__cause__, e.__suppress_context__, e.__dict__, hasattr(e, "__notes__"))
e.args = [3, 4]
print(e.args, e)
e.note = "mine"
print(e.__dict__)
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.__dict__)
print(e.with_traceback(None) is e, e.__reduce__())
e.__cause__ = KeyError("k")
print(repr(e.__cause__), e.__suppress_context__)
for text in ["e.add_note(3)", "e.with_traceback(3)", "setattr(e, '__cause__', 3)", "setattr(e, '__context__', 3)", "delattr(e, '__cause__')", "delattr(e, 'args')", "setattr(e, 'args', 3)", "delattr(e, '__traceback__')",
             "setattr(e, '__traceback__', 3)", "ValueError(x=1)", "e.__setstate__({'a': 1})", "e.a", "e.__setstate__(3)", "e.__setstate__(None)", "BaseException.__new__(ValueError, 1).args", "ValueError.__init__(e, 9)", "e.args"]:
    show(text)
e.__notes__ = 3
show("e.add_note('x')")

print(str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")), repr(KeyError("k")), str(KeyError("")))
s = SystemExit(3)
print(s.code, SystemExit().code, SystemExit(1, 2).code, repr(s))
print(StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value)
i = ImportError("msg", name="n", path="p")
print(i.msg, i.name, i.path, i.name_from, i, repr(i), i.args, ImportError("a", "b").msg, i.__reduce__())
show("ImportError('x', foo=1)")
show("ImportError(name='n')")
show("ModuleNotFoundError('m', name='q').name")
a = AttributeError("msg", name="n", obj=5)
print(a.name, a.obj, a, AttributeError("x").name)
show("AttributeError('x', foo=1)")
print(NameError("msg", name="n").name, UnboundLocalError("u").name)
show("NameError('x', obj=1)")
try:
    (5).missing
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    missing_name
except NameError as e:
    print(e, e.name)
try:
    {}["k"]
except KeyError as e:
    print(e, repr(e), e.args)

o = OSError(2, "No such file", "f.txt")
print(type(o).__name__, o, repr(o), o.errno, o.strerror, o.filename, o.filename2, o.args, o.__reduce__())
for args in ((2, "x"), (13, "x"), (17, "x"), (1, "x"), (11, "x"), (32, "x"), (104, "x"), (110, "x"), (20, "x"), (21, "x"), (3, "x"), (4, "x"), (10, "x"), (111, "x"), (103, "x"), (999, "x"), ("a", "b"), (2,), (), (2, "x", "f", 0, "g"), (1, 2, 3, 4, 5, 6)):
    o = OSError(*args)
    print(args, type(o).__name__, o, repr(o), o.errno, o.filename2)
show("OSError(2, 'x', foo=1)")
show("OSError(2, 'x').characters_written")
b = BlockingIOError(11, "again", 7)
print(b.characters_written, b.args, b.filename)
show("FileNotFoundError(13, 'x')")
show("type(FileNotFoundError(13, 'x')).__name__")
print(IOError is OSError, EnvironmentError is OSError)


class MyOS(OSError):
    def __init__(self, code, extra):
        self.extra = extra
        super().__init__(code, "text")


m = MyOS(2, "more")
print(type(m).__name__, m, m.errno, m.extra, m.args)

x = SyntaxError("bad", ("dir/f.py", 3, 5, "text", 3, 9))
print(x, x.msg, x.filename, x.lineno, x.offset, x.text, x.end_lineno, x.end_offset, x.print_file_and_line, repr(x))
print(SyntaxError("bad", ("f.py", 3, 5, "text")), SyntaxError("bad"), SyntaxError(), SyntaxError("bad", (None, 3, 5, "text")), SyntaxError("bad", ("f.py", None, 5, "text")))
for text in ["SyntaxError('bad', 3)", "SyntaxError('bad', (1, 2))", "SyntaxError('bad', (1, 2, 3, 4, 5))", "SyntaxError('bad', (1, 2, 3, 4, 5, 6, 7))", "SyntaxError('a', 'b', 'c')"]:
    show(text)

u = UnicodeEncodeError("ascii", "a\xe4b", 1, 2, "reason")
print(u, repr(u), u.encoding, u.object, u.start, u.end, u.reason, u.args)
print(UnicodeEncodeError("ascii", "a\u20ac\U0001f600b", 1, 2, "r"), UnicodeEncodeError("ascii", "a\u20ac\U0001f600b", 2, 3, "r"), UnicodeEncodeError("ascii", "abcd", 1, 3, "r"))
print(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "bad"), UnicodeDecodeError("utf-8", b"abcd", 1, 3, "bad"), UnicodeDecodeError("utf-8", bytearray(b"ab"), 0, 1, "bad").object)
print(UnicodeTranslateError("a\xe4", 1, 2, "bad"), UnicodeTranslateError("abcd", 1, 3, "bad"))
for text in ["UnicodeEncodeError('a')", "UnicodeEncodeError(1, 'a', 1, 2, 'r')", "UnicodeEncodeError('a', 1, 1, 2, 'r')", "UnicodeEncodeError('a', 'b', 'c', 2, 'r')", "UnicodeDecodeError('a', 'b', 1, 2, 'r')", "UnicodeDecodeError('a', b'b', 1, 2, 3)",
             "UnicodeTranslateError()", "UnicodeEncodeError('a', 'b', 1, 2, None)"]:
    show(text)
u.start = 0
print(u)
try:
    "\xe4".encode("ascii")
except UnicodeEncodeError as e:
    print(e)
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)


class Custom(Exception):
    def __init__(self, value, *, key=None):
        self.value = value
        self.key = key

    def __str__(self):
        return f"custom {self.value} {self.key}"


c = Custom(1, key=2)
print(c, repr(c), c.args, c.__dict__, Custom.__mro__[1:3])


class Plain(Exception):
    """doc"""


print(Plain(), repr(Plain("x")), Plain.__doc__, Plain(1, 2).args, issubclass(Plain, Exception))
