"""Exceptions that nobody can catch are printed and forgotten. The stream takes the addresses out."""
import atexit
import sys


class WithoutAddresses:
    def write(self, text):
        while " at 0x" in text:
            at = text.index(" at 0x")
            text = text[:at] + text[at:].lstrip(" at0x").lstrip("0123456789abcdef")
        return sys.__stderr__.write(text)

    def flush(self):
        sys.__stderr__.flush()


sys.stderr = WithoutAddresses()


class Fails:
    def __del__(self):
        1 / 0


class Exits:
    def __del__(self):
        sys.exit(5)


class Chains:
    def __del__(self):
        try:
            {}["key"]
        except KeyError:
            raise ValueError("of a chain")


def generator():
    try:
        yield 1
    finally:
        sys.exit(7)


def recurse():
    recurse()


class Recurses:
    def __del__(self):
        recurse()


class Interrupted:
    def __del__(self):
        raise KeyboardInterrupt


class Wordless:
    def __del__(self):
        raise Silent


class Silent(Exception):
    def __str__(self):
        raise Silent


class Outer:
    class Inner(Exception):
        pass

    def __del__(self):
        raise self.Inner("nested")


Fails()
Exits()
Chains()
x = generator()
next(x)
del x
Recurses()
Interrupted()
Wordless()
Outer()


class Named:
    def __init__(self, name, exception):
        self.name, self.exception = name, exception

    def __repr__(self):
        return f"<{self.name}>"

    def __call__(self):
        print("running", self.name)
        atexit.register(print, "too late")
        raise self.exception


atexit.register(Named("an error", ValueError("text")))
atexit.register(Named("an exit", SystemExit(3)))
atexit.register(Named("an interrupt", KeyboardInterrupt()))
taken_back = Named("not run", ValueError())
atexit.register(taken_back)
atexit.register(atexit.unregister, taken_back)
print("the end")
