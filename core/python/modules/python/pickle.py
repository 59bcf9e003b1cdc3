# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects as bytes and back: protocols 0 to 5."""

import copyreg
import io
import sys
from functools import partial
from types import FunctionType

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer"]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """What goes wrong with pickles, of any kind."""


class PicklingError(PickleError):
    """An object that cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class PickleBuffer:
    """A buffer that may travel beside the pickle."""

    def __init__(self, o):
        self._view = memoryview(o)

    def raw(self):
        return self._view.cast("B")

    def release(self):
        self._view.release()


MARK, STOP, POP, POP_MARK, DUP = b"(", b".", b"0", b"1", b"2"
FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE = b"F", b"I", b"J", b"K", b"L", b"M", b"N"
PERSID, BINPERSID, REDUCE, STRING, BINSTRING, SHORT_BINSTRING = b"P", b"Q", b"R", b"S", b"T", b"U"
UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT = b"V", b"X", b"a", b"b", b"c", b"d"
EMPTY_DICT, APPENDS, GET, BINGET, INST, LONG_BINGET = b"}", b"e", b"g", b"h", b"i", b"j"
LIST, EMPTY_LIST, OBJ, PUT, BINPUT, LONG_BINPUT = b"l", b"]", b"o", b"p", b"q", b"r"
SETITEM, TUPLE, EMPTY_TUPLE, SETITEMS, BINFLOAT = b"s", b"t", b")", b"u", b"G"
TRUE, FALSE = b"I01\n", b"I00\n"
PROTO, NEWOBJ, EXT1, EXT2, EXT4 = b"\x80", b"\x81", b"\x82", b"\x83", b"\x84"
TUPLE1, TUPLE2, TUPLE3, NEWTRUE, NEWFALSE, LONG1, LONG4 = b"\x85", b"\x86", b"\x87", b"\x88", b"\x89", b"\x8a", b"\x8b"
BINBYTES, SHORT_BINBYTES = b"B", b"C"
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET = b"\x8c", b"\x8d", b"\x8e", b"\x8f", b"\x90", b"\x91"
NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = b"\x92", b"\x93", b"\x94", b"\x95"
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = b"\x96", b"\x97", b"\x98"

# What protocols 0 to 2 call things by: the names of Python 2.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "functools": "functools"}
_OLD_NAMES = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"), ("builtins", "chr"): ("__builtin__", "unichr"),
              ("builtins", "int"): ("__builtin__", "long"), ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "zip"): ("itertools", "izip"),
              ("builtins", "map"): ("itertools", "imap"), ("builtins", "filter"): ("itertools", "ifilter"), ("itertools", "zip_longest"): ("itertools", "izip_longest"),
              ("collections", "UserDict"): ("UserDict", "IterableUserDict"), ("collections", "UserList"): ("UserList", "UserList"),
              ("collections", "UserString"): ("UserString", "UserString"), ("sys", "intern"): ("__builtin__", "intern")}
_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_NEW_MODULES["exceptions"] = "builtins"
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}

_BATCH = 1000
_FRAME_SIZE = 64 * 1024


def _number(n, size):
    return n.to_bytes(size, "little")


def encode_long(n):
    """A whole number as little-endian bytes, two's complement; 0 is b''."""
    if n == 0:
        return b""
    size = (n.bit_length() >> 3) + 1
    text = n.to_bytes(size, "little", signed=True)
    if n < 0 and size > 1 and text[-1] == 0xff and text[-2] & 0x80:
        text = text[:-1]
    return text


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _double(x):
    # IEEE 754, big-endian.
    from math import copysign, frexp, isinf, isnan
    sign = 1 if copysign(1.0, x) < 0 else 0
    if isnan(x):
        bits = 0x7ff8 << 48
    elif isinf(x):
        bits = 0x7ff << 52
    elif x == 0:
        bits = 0
    else:
        mantissa, exponent = frexp(abs(x))
        exponent += 1022
        bits = int(mantissa * 2**53) - 2**52 + (exponent << 52) if exponent > 0 else int(mantissa * 2**(52 + exponent))
    return (sign << 63 | bits).to_bytes(8, "big")


def _from_double(data):
    from math import ldexp
    bits = int.from_bytes(data, "big")
    sign, exponent, fraction = -1.0 if bits >> 63 else 1.0, bits >> 52 & 0x7ff, bits & (1 << 52) - 1
    if exponent == 0x7ff:
        return float("nan") if fraction else sign * float("inf")
    return sign * (ldexp(fraction, -1074) if exponent == 0 else ldexp(fraction + 2**52, exponent - 1075))


def _resolve(module, dotted):
    found = module
    parent = None
    for part in dotted.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {dotted!r} on {module!r}")
        try:
            parent, found = found, getattr(found, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {dotted!r} on {module!r}") from None
    return found, parent


def whichmodule(o, name):
    """The name of the module that the object is found in."""
    module = getattr(o, "__module__", None)
    if module is not None:
        return module
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _resolve(module, name)[0] is o:
                return module_name
        except AttributeError:
            pass
    return "__main__"


# ---- writing

class Pickler:
    """Writes objects to a binary file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._parts = []
        self._size = 0

    def clear_memo(self):
        """Forgets which objects have been pickled."""
        self.memo.clear()

    def write(self, data):
        self._parts.append(data)
        self._size += len(data)
        if self.proto >= 4 and self._size >= _FRAME_SIZE:
            self._flush()

    def _flush(self):
        data = b"".join(self._parts)
        self._parts, self._size = [], 0
        if self.proto >= 4 and len(data) >= 4:
            self._file_write(FRAME + _number(len(data), 8) + data)
        elif data:
            self._file_write(data)

    def _write_large(self, header, payload):
        # What is as large as a frame stands outside of frames.
        if self.proto >= 4 and len(payload) >= _FRAME_SIZE:
            self._flush()
            self._file_write(header + payload)
        else:
            self.write(header)
            self.write(bytes(payload))

    def dump(self, o):
        """Write a pickled representation of the object to the file."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {self.__class__.__name__}.__init__()")
        if self.proto >= 2:
            self._file_write(PROTO + _number(self.proto, 1))
        self.save(o)
        self.write(STOP)
        self._flush()

    def persistent_id(self, o):
        return None

    def memoize(self, o):
        if self.fast:
            return
        index = len(self.memo)
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif self.bin:
            self.write(BINPUT + _number(index, 1) if index < 256 else LONG_BINPUT + _number(index, 4))
        else:
            self.write(PUT + repr(index).encode("ascii") + b"\n")
        self.memo[id(o)] = index, o

    def _get(self, index):
        if self.bin:
            return BINGET + _number(index, 1) if index < 256 else LONG_BINGET + _number(index, 4)
        return GET + repr(index).encode("ascii") + b"\n"

    def save(self, o, save_persistent_id=True):
        if save_persistent_id:
            pid = self.persistent_id(o)
            if pid is not None:
                return self._save_persistent(pid)
        known = self.memo.get(id(o))
        if known is not None:
            return self.write(self._get(known[0]))
        override = getattr(self, "reducer_override", None)
        reduced = override(o) if override is not None else NotImplemented
        if reduced is NotImplemented:
            kind = type(o)
            by_type = _savers.get(kind)
            if by_type is not None:
                return by_type(self, o)
            reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(kind)
            if reduce is not None:
                reduced = reduce(o)
            elif issubclass(kind, type):
                return self.save_global(o)
            else:
                reduce = getattr(o, "__reduce_ex__", None)
                if reduce is not None:
                    reduced = reduce(self.proto)
                else:
                    reduce = getattr(o, "__reduce__", None)
                    if reduce is None:
                        raise PicklingError(f"Can't pickle {kind.__name__!r} object: {o!r}")
                    reduced = reduce()
        if isinstance(reduced, str):
            return self.save_global(o, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError(f"{reduce} must return string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError(f"Tuple returned by {reduce} must have two to six elements")
        self.save_reduce(*reduced, obj=o)

    def _save_persistent(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
        else:
            try:
                self.write(PERSID + str(pid).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if self.proto >= 4:
                self.save(cls)
                self.save(args)
                self.save(kwargs)
                self.write(NEWOBJ_EX)
            else:
                self.save(partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self.write(REDUCE)
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(NEWOBJ)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            if id(obj) in self.memo: # a cycle came back to it
                self.write(POP + self._get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch(listitems, APPEND, APPENDS, 1)
        if dictitems is not None:
            self._batch(dictitems, SETITEM, SETITEMS, 2)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(BUILD)
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(TUPLE2 + REDUCE + POP)

    def _batch(self, items, one, many, width):
        items = iter(items)
        while True:
            batch = []
            for item in items:
                batch.append(item)
                if len(batch) == _BATCH:
                    break
            if not batch:
                return
            if not self.bin or (len(batch) == 1):
                for item in batch:
                    for part in (item if width == 2 else (item,)):
                        self.save(part)
                    self.write(one)
            else:
                self.write(MARK)
                for item in batch:
                    for part in (item if width == 2 else (item,)):
                        self.save(part)
                self.write(many)
            if len(batch) < _BATCH:
                return

    def save_global(self, o, name=None):
        if name is None:
            name = getattr(o, "__qualname__", None)
            if name is None:
                name = o.__name__
        module_name = whichmodule(o, name)
        try:
            __import__(module_name, level=0)
            found, parent = _resolve(sys.modules[module_name], name)
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {o!r}: import of module {module_name!r} failed") from None
        except AttributeError:
            raise PicklingError(f"Can't pickle {o!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not o:
            raise PicklingError(f"Can't pickle {o!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif "." in name and parent is not sys.modules[module_name]:
            self.save_reduce(getattr, (parent, name.rpartition(".")[2]))
        else:
            if self.fix_imports:
                if module_name == "builtins" and isinstance(o, type) and issubclass(o, BaseException):
                    module_name = "exceptions"
                module_name, name = _OLD_NAMES.get((module_name, name), (_OLD_MODULES.get(module_name, module_name), name))
            encoding = "utf-8" if self.proto >= 3 else "ascii"
            try:
                self.write(GLOBAL + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}") from None
        self.memoize(o)

    def save_none(self, o):
        self.write(NONE)

    def save_bool(self, o):
        if self.proto >= 2:
            self.write(NEWTRUE if o else NEWFALSE)
        else:
            self.write(TRUE if o else FALSE)

    def save_int(self, n):
        if self.bin and 0 <= n < 256:
            self.write(BININT1 + _number(n, 1))
        elif self.bin and 0 <= n < 65536:
            self.write(BININT2 + _number(n, 2))
        elif self.bin and -2**31 <= n < 2**31:
            self.write(BININT + n.to_bytes(4, "little", signed=True))
        elif self.proto >= 2:
            data = encode_long(n)
            self.write((LONG1 + _number(len(data), 1) if len(data) < 256 else LONG4 + _number(len(data), 4)) + data)
        elif -2**31 <= n < 2**31:
            self.write(INT + repr(n).encode("ascii") + b"\n")
        else:
            self.write(LONG + repr(n).encode("ascii") + b"L\n")

    def save_float(self, x):
        self.write(BINFLOAT + _double(x) if self.bin else FLOAT + repr(x).encode("ascii") + b"\n")

    def save_bytes(self, o):
        if self.proto < 3:
            if not o:
                self.save_reduce(bytes, (), obj=o)
            else:
                import codecs
                self.save_reduce(codecs.encode, (str(o, "latin1"), "latin1"), obj=o)
            return
        n = len(o)
        if n < 256:
            self.write(SHORT_BINBYTES + _number(n, 1) + o)
        elif n >= 2**32 and self.proto >= 4:
            self._write_large(BINBYTES8 + _number(n, 8), o)
        else:
            self._write_large(BINBYTES + _number(n, 4), o)
        self.memoize(o)

    def save_bytearray(self, o):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(o),) if o else (), obj=o)
        else:
            self._write_large(BYTEARRAY8 + _number(len(o), 8), o)
            self.memoize(o)

    def save_picklebuffer(self, o):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        view = o.raw()
        inside = True
        if self._buffer_callback is not None:
            inside = bool(self._buffer_callback(o))
        if inside:
            (self.save_bytes if view.readonly else self.save_bytearray)(bytes(view) if view.readonly else bytearray(view))
        else:
            self.write(NEXT_BUFFER + (READONLY_BUFFER if view.readonly else b""))

    def save_str(self, o):
        if self.bin:
            data = o.encode("utf-8", "surrogatepass")
            n = len(data)
            if n < 256 and self.proto >= 4:
                self.write(SHORT_BINUNICODE + _number(n, 1) + data)
            elif n >= 2**32 and self.proto >= 4:
                self._write_large(BINUNICODE8 + _number(n, 8), data)
            else:
                self._write_large(BINUNICODE + _number(n, 4), data)
        else:
            text = o
            for character in "\\\0\n\r\x1a":
                text = text.replace(character, "\\u%04x" % ord(character))
            self.write(UNICODE + b"".join(_raw_unicode(c) for c in text) + b"\n")
        self.memoize(o)

    def save_tuple(self, o):
        if not o:
            return self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
        if len(o) <= 3 and self.proto >= 2:
            for item in o:
                self.save(item)
            if id(o) in self.memo:
                self.write(POP * len(o) + self._get(self.memo[id(o)][0]))
            else:
                self.write((TUPLE1, TUPLE2, TUPLE3)[len(o) - 1])
                self.memoize(o)
            return
        self.write(MARK)
        for item in o:
            self.save(item)
        if id(o) in self.memo:
            get = self._get(self.memo[id(o)][0])
            self.write(POP_MARK + get if self.bin else POP * (len(o) + 1) + get)
        else:
            self.write(TUPLE)
            self.memoize(o)

    def save_list(self, o):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(o)
        self._batch(o, APPEND, APPENDS, 1)

    def save_dict(self, o):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(o)
        self._batch(o.items(), SETITEM, SETITEMS, 2)

    def save_set(self, o):
        if self.proto < 4:
            return self.save_reduce(set, (list(o),), obj=o)
        self.write(EMPTY_SET)
        self.memoize(o)
        items = list(o)
        for start in range(0, len(items), _BATCH):
            self.write(MARK)
            for item in items[start:start + _BATCH]:
                self.save(item)
            self.write(ADDITEMS)

    def save_frozenset(self, o):
        if self.proto < 4:
            return self.save_reduce(frozenset, (list(o),), obj=o)
        self.write(MARK)
        for item in o:
            self.save(item)
        if id(o) in self.memo:
            return self.write(POP_MARK + self._get(self.memo[id(o)][0]))
        self.write(FROZENSET)
        self.memoize(o)

    def save_type(self, o):
        for singleton in (None, NotImplemented, ...):
            if o is type(singleton):
                return self.save_reduce(type, (singleton,), obj=o)
        self.save_global(o)


def _from_raw_unicode(data):
    parts = data.decode("latin1").split("\\")
    text = [parts[0]]
    for part in parts[1:]:
        size = {"u": 4, "U": 8}.get(part[:1], 0)
        if size:
            text.append(chr(int(part[1:1 + size], 16)) + part[1 + size:])
        else:
            text.append("\\" + part)
    return "".join(text)


def _raw_unicode(character):
    code = ord(character)
    if code < 256:
        return bytes((code,))
    return (b"\\u%04x" if code < 0x10000 else b"\\U%08x") % code


_savers = {
    type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_int, float: Pickler.save_float, bytes: Pickler.save_bytes,
    bytearray: Pickler.save_bytearray, PickleBuffer: Pickler.save_picklebuffer, str: Pickler.save_str, tuple: Pickler.save_tuple, list: Pickler.save_list,
    dict: Pickler.save_dict, set: Pickler.save_set, frozenset: Pickler.save_frozenset, FunctionType: Pickler.save_global, type: Pickler.save_type,
}


# ---- reading

class _Joined:
    """A frame, and behind it the rest of the file."""

    def __init__(self, data, rest):
        self._frame = io.BytesIO(data)
        self._rest = rest._rest if isinstance(rest, _Joined) else rest

    def read(self, n):
        data = self._frame.read(n)
        return data + self._rest.read(n - len(data)) if len(data) < n else data

    def readline(self):
        data = self._frame.readline()
        return data if data.endswith(b"\n") else data + self._rest.readline()


class Unpickler:
    """Reads objects from a binary file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        for name in ("read", "readline"):
            if not hasattr(file, name):
                raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding, self.errors = encoding, errors
        self.proto = 0
        self.fix_imports = fix_imports

    def read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def readline(self):
        data = self._file.readline()
        if data[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def _length(self, size):
        return int.from_bytes(self.read(size), "little")

    def load(self):
        """Read a pickled object from the file, and return the reconstituted object."""
        if not hasattr(self, "_file"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {self.__class__.__name__}.__init__()")
        self.stack, self.metastack = [], []
        try:
            while True:
                key = self._file.read(1)
                if not key:
                    raise EOFError("Ran out of input")
                action = _loaders.get(key[0])
                if action is None:
                    raise UnpicklingError(f"invalid load key, '{chr(key[0]) if 32 <= key[0] < 127 else chr(92) + 'x%02x' % key[0]}'.")
                action(self)
        except _Stop as stop:
            return stop.value
        except IndexError:
            raise UnpicklingError("unpickling stack underflow") from None

    def pop_mark(self):
        if not self.metastack:
            raise UnpicklingError("could not find MARK")
        items, self.stack = self.stack, self.metastack.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        if self.fix_imports and self.proto < 3:
            module, name = _NEW_NAMES.get((module, name), (_NEW_MODULES.get(module, module), name))
        __import__(module, level=0)
        if self.proto >= 4:
            return _resolve(sys.modules[module], name)[0]
        return getattr(sys.modules[module], name)

    def _push(self, value):
        self.stack.append(value)

    def _remember(self, index):
        if index < 0:
            raise ValueError("negative PUT argument")
        self.memo[index] = self.stack[-1]

    def _recall(self, index):
        try:
            self._push(self.memo[index])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {index}") from None

    def _text(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _build(self):
        state = self.stack.pop()
        o = self.stack[-1]
        set_state = getattr(o, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            for key, value in state.items():
                o.__dict__[sys.intern(key) if type(key) is str else key] = value
        if slots:
            for key, value in slots.items():
                setattr(o, key, value)

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _new(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self._push(cls.__new__(cls, *args))

    def _new_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _appends(self):
        items = self.pop_mark()
        target = self.stack[-1]
        if hasattr(target, "extend"):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _setitems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _additems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _pop(self):
        if self.stack:
            del self.stack[-1]
        elif self.metastack:
            self.pop_mark()
        else:
            raise IndexError

    def _int(self):
        data = self.readline()
        self._push(False if data == b"00" else True if data == b"01" else int(data, 0))

    def _long(self):
        data = self.readline()
        self._push(int(data[:-1] if data.endswith(b"L") else data, 0))

    def _string(self):
        data = self.readline()
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        from _codecs import escape_decode
        self._push(self._text(escape_decode(data[1:-1])[0]))

    def _signed_length(self, what):
        n = int.from_bytes(self.read(4), "little", signed=True)
        if n < 0:
            raise UnpicklingError(f"{what} pickle has negative byte count")
        return n

    def _protocol(self):
        proto = self.read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _mark(self):
        self.metastack.append(self.stack)
        self.stack = []

    def _frame(self):
        # What a frame says of its length is a help for reading only; less than that is a cut pickle.
        length = self._length(8)
        data = self._file.read(length)
        if len(data) < length:
            raise UnpicklingError("pickle data was truncated")
        self._file = _Joined(data, self._file)

    def _stop(self):
        raise _Stop(self.stack.pop())

    def _bytearray(self):
        n = self._length(8)
        if n > sys.maxsize:
            raise UnpicklingError(f"BYTEARRAY8 exceeds system's maximum size of {sys.maxsize} bytes")
        self._push(bytearray(self.read(n)))

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _readonly_buffer(self):
        with memoryview(self.stack[-1]) as view:
            if not view.readonly:
                self.stack[-1] = view.toreadonly()

    def _tuple_of(self, n):
        items = self.stack[-n:]
        if len(items) < n:
            raise IndexError
        self.stack[-n:] = [tuple(items)]

    def _old_object(self):
        args = self.pop_mark()
        cls = args.pop(0)
        self._instantiate(cls, args)

    def _inst(self):
        module, name = self.readline().decode("ascii"), self.readline().decode("ascii")
        self._instantiate(self.find_class(module, name), self.pop_mark())

    def _global(self):
        module, name = self.readline().decode("utf-8"), self.readline().decode("utf-8")
        self._push(self.find_class(module, name))

    def _append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def _setitem(self):
        value, key = self.stack.pop(), self.stack.pop()
        self.stack[-1][key] = value

    def _dict(self):
        items = self.pop_mark()
        self._push({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def _raw_text(self):
        self._push(_from_raw_unicode(self.readline()))


_loaders = {key[0]: action for key, action in {
    PROTO: Unpickler._protocol, FRAME: Unpickler._frame, STOP: Unpickler._stop, MARK: Unpickler._mark, POP: Unpickler._pop,
    POP_MARK: lambda s: s.pop_mark(), DUP: lambda s: s._push(s.stack[-1]), NONE: lambda s: s._push(None), NEWTRUE: lambda s: s._push(True),
    NEWFALSE: lambda s: s._push(False), INT: Unpickler._int, LONG: Unpickler._long, FLOAT: lambda s: s._push(float(s.readline())),
    BININT: lambda s: s._push(int.from_bytes(s.read(4), "little", signed=True)), BININT1: lambda s: s._push(s.read(1)[0]), BININT2: lambda s: s._push(s._length(2)),
    LONG1: lambda s: s._push(decode_long(s.read(s._length(1)))), LONG4: lambda s: s._push(decode_long(s.read(s._signed_length("LONG")))),
    BINFLOAT: lambda s: s._push(_from_double(s.read(8))), STRING: Unpickler._string, BINSTRING: lambda s: s._push(s._text(s.read(s._signed_length("BINSTRING")))),
    SHORT_BINSTRING: lambda s: s._push(s._text(s.read(s._length(1)))), UNICODE: Unpickler._raw_text,
    BINUNICODE: lambda s: s._push(str(s.read(s._length(4)), "utf-8", "surrogatepass")), SHORT_BINUNICODE: lambda s: s._push(str(s.read(s._length(1)), "utf-8", "surrogatepass")),
    BINUNICODE8: lambda s: s._push(str(s.read(s._length(8)), "utf-8", "surrogatepass")), BINBYTES: lambda s: s._push(s.read(s._length(4))),
    SHORT_BINBYTES: lambda s: s._push(s.read(s._length(1))), BINBYTES8: lambda s: s._push(s.read(s._length(8))), BYTEARRAY8: Unpickler._bytearray,
    NEXT_BUFFER: Unpickler._next_buffer, READONLY_BUFFER: Unpickler._readonly_buffer, EMPTY_TUPLE: lambda s: s._push(()), TUPLE: lambda s: s._push(tuple(s.pop_mark())),
    TUPLE1: lambda s: s._tuple_of(1), TUPLE2: lambda s: s._tuple_of(2), TUPLE3: lambda s: s._tuple_of(3), EMPTY_LIST: lambda s: s._push([]),
    LIST: lambda s: s._push(s.pop_mark()), EMPTY_DICT: lambda s: s._push({}), DICT: Unpickler._dict, EMPTY_SET: lambda s: s._push(set()),
    FROZENSET: lambda s: s._push(frozenset(s.pop_mark())), ADDITEMS: Unpickler._additems, APPEND: Unpickler._append, APPENDS: Unpickler._appends,
    SETITEM: Unpickler._setitem, SETITEMS: Unpickler._setitems, GLOBAL: Unpickler._global, STACK_GLOBAL: Unpickler._stack_global, REDUCE: Unpickler._reduce,
    NEWOBJ: Unpickler._new, NEWOBJ_EX: Unpickler._new_ex, OBJ: Unpickler._old_object, INST: Unpickler._inst, BUILD: Unpickler._build,
    PUT: lambda s: s._remember(int(s.readline())), BINPUT: lambda s: s._remember(s._length(1)), LONG_BINPUT: lambda s: s._remember(s._length(4)),
    MEMOIZE: lambda s: s._remember(len(s.memo)), GET: lambda s: s._recall(int(s.readline())), BINGET: lambda s: s._recall(s._length(1)),
    LONG_BINGET: lambda s: s._recall(s._length(4)), PERSID: lambda s: s._push(s.persistent_load(s.readline().decode("ascii"))),
    BINPERSID: lambda s: s._push(s.persistent_load(s.stack.pop())),
}.items()}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    "Write a pickled representation of obj to the open file object file."
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    "Return the pickled representation of the object as a bytes object."
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    "Read and return an object from the pickle data stored in a file."
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    "Read and return an object from the given pickle data."
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()
