"""Errors and exceptions: handlers, chains, finally, groups, notes, and a traceback at the end."""


class B(Exception): pass
class C(B): pass
class D(C): pass


for cls in [B, C, D]:
    try:
        raise cls()
    except D:
        print("D")
    except C:
        print("C")
    except B:
        print("B")
try:
    raise Exception("spam", "eggs")
except Exception as inst:
    print(type(inst), inst.args, inst, repr(inst))
    x, y = inst.args
try:
    inst
except NameError as error:
    print(error, error.name)


def bool_return():
    try:
        return True
    finally:
        return False


def divide(x, y):
    try:
        result = x / y
    except ZeroDivisionError:
        print("division by zero!")
    else:
        print("result is", result)
    finally:
        print("executing finally clause")

print(bool_return())
divide(2, 1); divide(2, 0)
try:
    divide("2", "1")
except TypeError as error:
    print(error)


def order():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            yield i
        finally:
            yield f"finally {i}"

print(list(order()))


def func():
    raise ConnectionError("no line")

try:
    try:
        func()
    except ConnectionError as exc:
        raise RuntimeError("Failed to open database") from exc
except RuntimeError as error:
    print(repr(error.__cause__), error.__suppress_context__, error.__context__ is error.__cause__)
try:
    try:
        func()
    except ConnectionError:
        raise RuntimeError from None
except RuntimeError as error:
    print(error.__cause__, error.__suppress_context__, repr(error.__context__))


def f():
    raise ExceptionGroup("group1", [OSError(1), SystemError(2), ExceptionGroup("group2", [OSError(3), RecursionError(4)])])

try:
    f()
except* OSError as e:
    print("There were OSErrors", e.exceptions)
except* SystemError as e:
    print("There were SystemErrors", e.exceptions)
except* RecursionError as e:
    print("There were RecursionErrors", e)
try:
    try:
        raise TypeError("bad type")
    except Exception as e:
        e.add_note("Add some information")
        e.add_note("Add some more information")
        raise
except TypeError as e:
    print(e.__notes__)
for text in ("raise 5", "raise int", "raise", "assert 1 == 2, 'message'", "assert False", "x = undefined", "import nonexistent_module", "[].x", "del zz",
             "'a'.foo", "None.x", "None()", "(1)()", "1[0]", "1[0] = 2", "[][0]", "{}['k']", "5()", "a.b.c", "int.x", "'%d' % ()", "for i in 5: pass",
             "with 5: pass", "class X(5): pass", "class X(int, str): pass", "class X(object, int): pass", "class X(bool): pass", "def f(): return g\nf()()", "a, b = 1, 2, 3", "lambda: (yield)", "return 5",
             "break", "x = 1 +", "if True\n  pass", "print 'hello'", "def f(:", "  x = 1", "if 1:\nx", "x = (1", "'abc", "1 = x", "f() = 1", "x +", "a b", "for", "import", "raise from", "class", "else: pass", "x = [1, 2", "0777", "1__0", "é = 1; print(é)", "$", "a?", "nonlocal q", "def f():\n global z; z = 1; nonlocal z",
             "def f(a, a): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**a, *b)", "x = yield", "await x", "async def f(): await", "[*a for a in b]", "{**a: 1}", "del f()", "x: int: str", "(x for x in y, 1)", "f(x for x in y, 1)", "match x:\n case a: pass\n case b: pass", "try: pass", "try:\n pass\nexcept: pass\nexcept A: pass"):
    try:
        exec(text)
    except SyntaxError as error:
        print(text.splitlines()[0], "=>", type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset)
    except BaseException as error:
        print(text.splitlines()[0], "=>", type(error).__name__, error)


def last():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("while looking") from error

try:
    last()
finally:
    print("goodbye")
