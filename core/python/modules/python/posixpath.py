# SPDX-License-Identifier: GPL-3.0-or-later
"""Paths with slashes (os.path). What asks the disk goes through _os_files."""

import _os_files

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "commonpath",
           "getsize", "islink", "exists", "lexists", "isdir", "isfile", "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir",
           "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "samefile"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError("expected {}.__fspath__() to return str or bytes, not {}".format(type(path).__name__, type(result).__name__))


def _sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return fspath(s)


def isabs(s):
    s = fspath(s)
    return s.startswith(_sep(s))


def join(a, *p):
    a = fspath(a)
    slash = _sep(a)
    path = a
    for b in map(fspath, p):
        if type(b) is not type(a) and isinstance(a, str) != isinstance(b, str):
            raise TypeError("Can't mix strings and bytes in path components") from None
        if b.startswith(slash):
            path = b
        elif not path or path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    p = fspath(p)
    slash = _sep(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    p = fspath(p)
    return p[p.rfind(_sep(p)) + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    dot = b"." if isinstance(p, bytes) else "."
    start = p.rfind(_sep(p)) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = fspath(p)
    return p[:0], p


def splitroot(p):
    p = fspath(p)
    slash, empty = _sep(p), p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = tuple(map(fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _sep(paths[0])
    dot = b"." if isinstance(paths[0], bytes) else "."
    try:
        isabs, = {p.startswith(slash) for p in paths}
    except ValueError:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[c for c in path.split(slash) if c and c != dot] for path in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    return (slash if isabs else slash[:0]) + slash.join(common)


def normpath(path):
    path = fspath(path)
    if not path:
        return b"." if isinstance(path, bytes) else "."
    slash = _sep(path)
    dot, dotdot = (b".", b"..") if isinstance(path, bytes) else (".", "..")
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dotdot or (not root and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = fspath(path)
    if not isabs(path):
        path = join(_os_files.folder(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    path = fspath(path)
    if not path:
        raise ValueError("no path specified")
    start = curdir if start is None else fspath(start)
    start_list = [x for x in abspath(start).split(sep) if x]
    path_list = [x for x in abspath(path).split(sep) if x]
    i = len(commonprefix([start_list, path_list]))
    parts = [pardir] * (len(start_list) - i) + path_list[i:]
    return join(*parts) if parts else curdir


def exists(path):
    return _os_files.kind(fspath(path)) != 0


lexists = exists


def isfile(path):
    return _os_files.kind(fspath(path)) == 1


def isdir(path):
    return _os_files.kind(fspath(path)) == 2


def islink(path):
    return False


def getsize(path):
    return _os_files.size(fspath(path))


def samefile(a, b):
    return abspath(a) == abspath(b)


def expanduser(path):
    return fspath(path)


def expandvars(path):
    return fspath(path)
