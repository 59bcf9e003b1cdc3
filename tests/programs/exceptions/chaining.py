# __context__, __cause__, re-raising, and what is handled when.
import sys


def chain(e):
    parts = []
    while e is not None:
        parts.append(f"{type(e).__name__}({e})" + ("!" if e.__suppress_context__ else ""))
        e = e.__cause__ or e.__context__
    return " <- ".join(parts)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]
except IndexError as e:
    print(chain(e))
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as e:
    print(chain(e), repr(e.__cause__), e.__cause__ is e.__context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("v") from None
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise KeyError("k") from ValueError
except KeyError as e:
    print(repr(e.__cause__))
for bad in (lambda: exec("raise 3"), lambda: exec("raise ValueError from 3"), lambda: exec("raise int"), lambda: exec("raise")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

first = ValueError("first")
try:
    try:
        raise first
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            raise first
except ValueError as e:
    print(chain(e), e.__context__ and repr(e.__context__.__context__))

try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError as e:
    print(chain(e))


def handled():
    return repr(sys.exception())


print(handled())
try:
    raise ValueError("a")
except ValueError:
    print(handled())
    try:
        raise KeyError("b")
    except KeyError:
        print(handled())
    print(handled())
print(handled())


def generator():
    try:
        yield handled()
    except KeyError:
        yield handled()
    yield handled()


try:
    raise ValueError("outer")
except ValueError:
    g = generator()
    print(next(g))
    print(g.throw(KeyError("thrown")))
    print(next(g))
print(handled())

try:
    try:
        raise ValueError("x")
    except ValueError as error:
        error.__context__ = error
        raise TypeError("y")
except TypeError as e:
    print(type(e.__context__).__name__, e.__context__.__context__ is e.__context__)

a, b = ValueError("a"), KeyError("b")
a.__context__ = b
b.__context__ = a
try:
    try:
        raise a
    except ValueError:
        raise TypeError("t")
except TypeError as e:
    print(e.__context__ is a, a.__context__ is b, b.__context__ is a)

try:
    try:
        raise ValueError("same")
    except ValueError as e:
        raise e
except ValueError as e:
    print(e.__context__)


class Meta(type):
    def __instancecheck__(cls, instance):
        return True


class Odd(Exception, metaclass=Meta):
    pass


try:
    try:
        raise ValueError
    except Odd:
        print("not here")
except ValueError:
    print("except looks at the class alone")


class NotException:
    pass


try:
    try:
        raise ValueError("v")
    except NotException:
        pass
except TypeError as e:
    print(e, repr(e.__context__))
try:
    try:
        raise ValueError("v")
    except (KeyError, (TypeError, ValueError)):
        print("nested tuples")
except TypeError as e:
    print(e)


class BadInit(Exception):
    def __init__(self):
        raise KeyError("from init")


try:
    raise BadInit
except Exception as e:
    print(repr(e))


class NewOther(Exception):
    def __new__(cls):
        return 5


try:
    raise NewOther
except TypeError as e:
    print(e)
