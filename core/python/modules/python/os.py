# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program may ask of the system: paths, and the files that it is allowed. There is no environment and there are no processes."""

import sys
import _os_files
import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, fspath, pardir, pathsep, sep

sys.modules["os.path"] = path

__all__ = ["altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "extsep", "environ", "getenv",
           "getcwd", "listdir", "walk", "fspath", "PathLike", "error", "urandom", "SEEK_SET", "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode"]

name = "posix"
linesep = "\n"
error = OSError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
environ = {}
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getcwd():
    return _os_files.folder()


def listdir(path="."):
    return _os_files.names(fspath(path))


def access(path, mode):
    return _os_files.kind(fspath(path)) != 0


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    dirs, files = [], []
    try:
        for entry in listdir(top):
            (dirs if path.isdir(path.join(top, entry)) else files).append(entry)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        yield from walk(path.join(top, entry), topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def urandom(size):
    return _os_files.random(size)


def cpu_count():
    return 1


def process_cpu_count():
    return 1


def get_terminal_size(fd=None):
    return terminal_size((80, 24))


class terminal_size(tuple):
    @property
    def columns(self):
        return self[0]

    @property
    def lines(self):
        return self[1]

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def strerror(code):
    return _os_files.error(code)


def _exit(status):
    raise SystemExit(status)


def _refused(what):
    def function(*args, **kwargs):
        raise PermissionError(1, "Operation not permitted: Memtape runs programs without " + what)
    return function


system = popen = _refused("other processes")
fork = kill = abort = getpid = getppid = _refused("processes")
remove = unlink = rename = replace = mkdir = makedirs = rmdir = removedirs = chdir = chmod = stat = lstat = scandir = _refused("changes to folders")

import abc


class PathLike(abc.ABC):
    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__") or NotImplemented
        return NotImplemented
