# SPDX-License-Identifier: GPL-3.0-or-later
"""Regular expressions: patterns, matches, and functions that compile a pattern on the way and keep it for the next time."""

import enum

import _regex

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match",
    "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

Pattern = _regex.Pattern
Match = _regex.Match


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """A pattern that cannot be compiled: msg, pattern, pos, lineno, colno."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError

_compiled = {}
_MOST_KEPT = 512
_SPECIAL = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = (type(pattern), pattern, flags)
    try:
        return _compiled[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray, memoryview)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _regex.compile(pattern, flags)
    if len(_compiled) >= _MOST_KEPT:
        del _compiled[next(iter(_compiled))]
    _compiled[key] = made
    return made


def purge():
    "Clear the regular expression caches"
    _compiled.clear()


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    "All matches that do not overlap, as a list of texts, or of tuples where the pattern has several groups."
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    "An iterator over all matches that do not overlap."
    return compile(pattern, flags).finditer(string)


class _Absent(int):
    "Tells a default from an argument that was given by position."


_absent = _Absent(0)


def _by_position(function, names, args, given):
    # count, maxsplit and flags by position are deprecated since 3.13.
    for name, value in zip(names, args):
        if given[name] is not _absent:
            raise TypeError(f"{function}() got multiple values for argument {name!r}")
        given[name] = value
    if len(args) > len(names):
        raise TypeError(f"{function}() takes from {5 - len(names)} to 5 positional arguments but {5 - len(names) + len(args)} were given")
    import warnings
    warnings.warn(f"{names[0]!r} is passed as positional argument", DeprecationWarning, stacklevel=3)


def sub(pattern, repl, string, *args, count=_absent, flags=_absent):
    "The string with the leftmost matches that do not overlap replaced by repl, a template or a function of the match."
    if args:
        given = {"count": count, "flags": flags}
        _by_position("sub", ("count", "flags"), args, given)
        count, flags = given["count"], given["flags"]
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_absent, flags=_absent):
    "What sub() gives, and how many were replaced."
    if args:
        given = {"count": count, "flags": flags}
        _by_position("subn", ("count", "flags"), args, given)
        count, flags = given["count"], given["flags"]
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_absent, flags=_absent):
    "The parts of the string between the matches, and the groups of each match between them."
    if args:
        given = {"maxsplit": maxsplit, "flags": flags}
        _by_position("split", ("maxsplit", "flags"), args, given)
        maxsplit, flags = given["maxsplit"], given["flags"]
    return compile(pattern, flags).split(string, maxsplit)


def escape(pattern):
    "The pattern that matches this text, whatever is in it."
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")
