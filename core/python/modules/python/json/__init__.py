# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON: text to values and back."""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_INFINITY = float("inf")
_escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


# ---- reading

_unescape = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_blank = " \t\n\r"
_hex = frozenset("0123456789abcdefABCDEF")


def _read_hex(text, at):
    digits = text[at + 1:at + 5]
    if len(digits) == 4 and _hex.issuperset(digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, at)


def _read_string(text, at, strict):
    """`at` is after the opening quote; the value and the place after the closing one."""
    begin = at - 1
    pieces = []
    length = len(text)
    start = at
    while True:
        while at < length:
            c = text[at]
            if c == '"' or c == "\\" or (c < " " and strict):
                break
            at += 1
        else:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        pieces.append(text[start:at])
        if c == '"':
            return "".join(pieces), at + 1
        if c != "\\":
            raise JSONDecodeError("Invalid control character at", text, at)
        at += 1
        if at >= length:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        c = text[at]
        if c == "u":
            code = _read_hex(text, at)
            at += 5
            if 0xd800 <= code <= 0xdbff and text.startswith("\\u", at):
                low = _read_hex(text, at + 1)
                if 0xdc00 <= low <= 0xdfff:
                    code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00))
                    at += 6
            pieces.append(chr(code))
        else:
            try:
                pieces.append(_unescape[c])
            except KeyError:
                raise JSONDecodeError("Invalid \\escape", text, at - 1) from None
            at += 1
        start = at


def _skip(text, at):
    while at < len(text) and text[at] in _blank:
        at += 1
    return at


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or {"-Infinity": -_INFINITY, "Infinity": _INFINITY, "NaN": float("nan")}.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        self._memo = {}
        try:
            return self._value(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None

    def _value(self, text, at):
        try:
            c = text[at]
        except IndexError:
            raise StopIteration(at) from None
        if c == '"':
            return _read_string(text, at + 1, self.strict)
        if c == "{":
            return self._object(text, at + 1)
        if c == "[":
            return self._array(text, at + 1)
        if c == "n" and text.startswith("null", at):
            return None, at + 4
        if c == "t" and text.startswith("true", at):
            return True, at + 4
        if c == "f" and text.startswith("false", at):
            return False, at + 5
        if c == "N" and text.startswith("NaN", at):
            return self.parse_constant("NaN"), at + 3
        if c == "I" and text.startswith("Infinity", at):
            return self.parse_constant("Infinity"), at + 8
        if c == "-" and text.startswith("-Infinity", at):
            return self.parse_constant("-Infinity"), at + 9
        return self._number(text, at)

    def _number(self, text, at):
        end = at + (text[at] == "-")
        first = end
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
        if end == first:
            raise StopIteration(at)
        if text[first] == "0":
            end = first + 1
        is_float = False
        if end + 1 < len(text) and text[end] == "." and "0" <= text[end + 1] <= "9":
            is_float = True
            end += 2
            while end < len(text) and "0" <= text[end] <= "9":
                end += 1
        if end < len(text) and text[end] in "eE":
            power = end + 1
            if power < len(text) and text[power] in "+-":
                power += 1
            if power < len(text) and "0" <= text[power] <= "9":
                is_float = True
                end = power + 1
                while end < len(text) and "0" <= text[end] <= "9":
                    end += 1
        return (self.parse_float if is_float else self.parse_int)(text[at:end]), end

    def _object(self, text, at):
        pairs = []
        at = _skip(text, at)
        if text[at:at + 1] == "}":
            at += 1
        else:
            if text[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
            while True:
                key, at = _read_string(text, at + 1, self.strict)
                key = self._memo.setdefault(key, key)
                at = _skip(text, at)
                if text[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                at = _skip(text, at + 1)
                try:
                    value, at = self._value(text, at)
                except StopIteration as err:
                    raise JSONDecodeError("Expecting value", text, err.value) from None
                pairs.append((key, value))
                at = _skip(text, at)
                c = text[at:at + 1]
                if c == "}":
                    at += 1
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at)
                comma = at
                at = _skip(text, at + 1)
                c = text[at:at + 1]
                if c != '"':
                    if c == "}":
                        raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        result = dict(pairs)
        if self.object_hook is not None:
            result = self.object_hook(result)
        return result, at

    def _array(self, text, at):
        values = []
        at = _skip(text, at)
        if text[at:at + 1] == "]":
            return values, at + 1
        while True:
            try:
                value, at = self._value(text, at)
            except StopIteration as err:
                raise JSONDecodeError("Expecting value", text, err.value) from None
            values.append(value)
            at = _skip(text, at)
            c = text[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            comma = at
            at = _skip(text, at + 1)
            if text[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)


# ---- writing

def _quote(text):
    out = ['"']
    for c in text:
        if c in _escapes:
            out.append(_escapes[c])
        elif c < " ":
            out.append("\\u%04x" % ord(c))
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


def _quote_ascii(text):
    out = ['"']
    for c in text:
        if c in _escapes:
            out.append(_escapes[c])
        elif " " <= c <= "~":
            out.append(c)
        else:
            n = ord(c)
            if n < 0x10000:
                out.append("\\u%04x" % n)
            else:
                n -= 0x10000
                out.append("\\u%04x\\u%04x" % (0xd800 | n >> 10, 0xdc00 | n & 0x3ff))
    out.append('"')
    return "".join(out)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None,
                 default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return _quote_ascii(o) if self.ensure_ascii else _quote(o)
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        self._markers = {} if self.check_circular else None
        self._quote = _quote_ascii if self.ensure_ascii else _quote
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        self._indent = indent
        return self._write(o, 0)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == _INFINITY:
            text = "Infinity"
        elif o == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _enter(self, o):
        if self._markers is not None:
            if id(o) in self._markers:
                raise ValueError("Circular reference detected")
            self._markers[id(o)] = o

    def _leave(self, o):
        if self._markers is not None:
            del self._markers[id(o)]

    def _write(self, o, level):
        if isinstance(o, str):
            yield self._quote(o)
        elif o is None:
            yield "null"
        elif o is True:
            yield "true"
        elif o is False:
            yield "false"
        elif isinstance(o, int):
            yield int.__repr__(o)
        elif isinstance(o, float):
            yield self._float(o)
        elif isinstance(o, (list, tuple)):
            yield from self._write_list(o, level)
        elif isinstance(o, dict):
            yield from self._write_dict(o, level)
        else:
            self._enter(o)
            yield from self._write(self.default(o), level)
            self._leave(o)

    def _write_list(self, values, level):
        if not values:
            yield "[]"
            return
        self._enter(values)
        level += 1
        separator = self.item_separator
        buffer = "["
        if self._indent is not None:
            line = "\n" + self._indent * level
            separator += line
            buffer += line
        for value in values:
            yield buffer
            buffer = separator
            yield from self._write(value, level)
        if self._indent is not None:
            yield "\n" + self._indent * (level - 1)
        yield "]"
        self._leave(values)

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _write_dict(self, dct, level):
        if not dct:
            yield "{}"
            return
        self._enter(dct)
        level += 1
        buffer = "{"
        separator = self.item_separator
        if self._indent is not None:
            line = "\n" + self._indent * level
            separator += line
            buffer += line
        first = True
        for key, value in sorted(dct.items()) if self.sort_keys else dct.items():
            key_text = self._key(key)
            if key_text is None:
                continue
            yield (buffer if first else separator) + self._quote(key_text) + self.key_separator
            first = False
            yield from self._write(value, level)
        if first:
            yield "{"
        elif self._indent is not None:
            yield "\n" + self._indent * (level - 1)
        yield "}"
        self._leave(dct)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
          sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
         sort_keys=False, **kw):
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                   separators=separators, default=default, sort_keys=sort_keys, **kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def detect_encoding(b):
    if b.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        if s.startswith(b"\xef\xbb\xbf"):
            s = s[3:]
        s = s.decode(detect_encoding(s), "surrogatepass")
    for name, value in (("object_hook", object_hook), ("object_pairs_hook", object_pairs_hook), ("parse_float", parse_float), ("parse_int", parse_int),
                        ("parse_constant", parse_constant)):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                 object_pairs_hook=object_pairs_hook, **kw)


import sys

JSONDecodeError.__module__ = JSONDecoder.__module__ = "json.decoder"
JSONEncoder.__module__ = "json.encoder"
decoder = encoder = sys.modules["json.decoder"] = sys.modules["json.encoder"] = sys.modules[__name__]
del sys
