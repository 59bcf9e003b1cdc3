# SPDX-License-Identifier: GPL-3.0-or-later
"""Values as packed bytes and back, by a format."""

import pickle as _floats
import sys as _sys

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    """What does not fit a format."""

    __module__ = "struct"


_STANDARD = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {**_STANDARD, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}


def _half_or_single(value, exponent_bits, fraction_bits, name):
    # An IEEE number of that shape, as whole bits; halves to even.
    from math import copysign, frexp, isinf, isnan
    sign = 1 if copysign(1.0, value) < 0 else 0
    top = (1 << exponent_bits) - 1
    if isnan(value):
        bits = top << fraction_bits | 1 << (fraction_bits - 1)
    elif isinf(value):
        bits = top << fraction_bits
    elif value == 0:
        bits = 0
    else:
        bias = top >> 1
        mantissa, exponent = frexp(abs(value))
        exponent -= 1
        least = 1 - bias
        scale = max(exponent, least) - fraction_bits
        exact = int(mantissa * 2**53)
        shift = scale - (exponent + 1 - 53)
        whole, rest = (exact >> shift, exact & (1 << shift) - 1) if shift > 0 else (exact << -shift, 0)
        half = 1 << shift - 1 if shift > 0 else 1
        if rest > half or (rest == half and whole & 1):
            whole += 1
        bits = whole + ((max(exponent, least) - least) << fraction_bits)
        if bits >> fraction_bits >= top:
            raise OverflowError(f"float too large to pack with {name} format")
    return sign << (exponent_bits + fraction_bits) | bits


def _from_bits(bits, exponent_bits, fraction_bits):
    from math import ldexp
    top = (1 << exponent_bits) - 1
    sign = -1.0 if bits >> (exponent_bits + fraction_bits) else 1.0
    exponent, fraction = bits >> fraction_bits & top, bits & (1 << fraction_bits) - 1
    if exponent == top:
        return float("nan") if fraction else sign * float("inf")
    least = 1 - (top >> 1) - fraction_bits
    return sign * (ldexp(fraction, least) if exponent == 0 else ldexp(fraction | 1 << fraction_bits, least + exponent - 1))


class Struct:
    """A format that has been read once."""

    def __init__(self, format):
        if isinstance(format, (bytes, bytearray)):
            format = bytes(format).decode("ascii")
        if not isinstance(format, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self.format = format
        mode = format[0] if format[:1] in tuple("@=<>!") else ""
        self._order = "big" if mode in (">", "!") else "little"
        sizes = _NATIVE if mode in ("", "@") else _STANDARD
        aligned = mode in ("", "@")
        self._parts, size, i = [], 0, len(mode)
        while i < len(format):
            if format[i].isspace():
                i += 1
                continue
            start = i
            while i < len(format) and "0" <= format[i] <= "9":
                i += 1
            if i == len(format):
                raise error("repeat count given without format specifier")
            count = int(format[start:i]) if i > start else 1
            kind = format[i]
            i += 1
            if kind not in sizes:
                raise error("bad char in struct format")
            width = sizes[kind]
            if aligned and kind not in "xsp" and size % width:
                size += width - size % width
            if count * width + size > _sys.maxsize:
                raise error("total struct size too long")
            self._parts.append((kind, count, width, size))
            size += count * width
        self.size = size

    def _expected(self):
        return sum(0 if kind == "x" else 1 if kind in "sp" else count for kind, count, width, at in self._parts)

    def pack(self, *values):
        "Return a bytes object containing values packed according to the format string."
        expected = self._expected()
        if len(values) != expected:
            raise error(f"pack expected {expected} items for packing (got {len(values)})")
        out, values = bytearray(self.size), iter(values)
        for kind, count, width, at in self._parts:
            if kind == "x":
                continue
            if kind in "sp":
                out[at:at + count] = self._text(kind, count, next(values))
                continue
            for i in range(count):
                out[at + i * width:at + (i + 1) * width] = self._one(kind, width, next(values))
        return bytes(out)

    def _text(self, kind, count, value):
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{kind}' must be a bytes object")
        if kind == "s":
            return bytes(value[:count]).ljust(count, b"\0")
        if count == 0:
            return b""
        kept = bytes(value[:min(count - 1, 255)])
        return (bytes((len(kept),)) + kept).ljust(count, b"\0")

    def _one(self, kind, width, value):
        if kind == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if kind == "?":
            return b"\1" if value else b"\0"
        if kind in "efd":
            try:
                value = value.__float__() if not isinstance(value, float) else value
            except AttributeError:
                if not hasattr(value, "__index__"):
                    raise error("required argument is not a float") from None
                value = float(value)
            if kind == "d":
                data = _floats._double(value)
            else:
                bits = _half_or_single(value, *((5, 10) if kind == "e" else (8, 23)), kind)
                data = bits.to_bytes(width, "big")
            return data if self._order == "big" else data[::-1]
        if not isinstance(value, int):
            if not hasattr(value, "__index__"):
                raise error("required argument is not an integer")
            value = value.__index__()
        signed = kind in "bhilqn"
        low, high = (-(1 << 8 * width - 1), (1 << 8 * width - 1) - 1) if signed else (0, (1 << 8 * width) - 1)
        if not low <= value <= high:
            raise error(f"'{kind}' format requires {low} <= number <= {high}")
        return value.to_bytes(width, self._order, signed=signed)

    def _read(self, data):
        out = []
        for kind, count, width, at in self._parts:
            if kind == "x":
                continue
            if kind == "s":
                out.append(bytes(data[at:at + count]))
            elif kind == "p":
                out.append(bytes(data[at + 1:at + 1 + min(data[at], count - 1)]) if count else b"")
            else:
                for i in range(count):
                    out.append(self._value(kind, bytes(data[at + i * width:at + (i + 1) * width])))
        return tuple(out)

    def _value(self, kind, data):
        if kind == "c":
            return data
        if kind == "?":
            return data != b"\0"
        if kind in "efd":
            bits = int.from_bytes(data, self._order)
            return _from_bits(bits, *{"e": (5, 10), "f": (8, 23), "d": (11, 52)}[kind])
        return int.from_bytes(data, self._order, signed=kind in "bhilqn")

    def unpack(self, buffer):
        "Return a tuple containing unpacked values."
        data = memoryview(buffer).cast("B")
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._read(data)

    def unpack_from(self, buffer, offset=0):
        data = memoryview(buffer).cast("B")
        if offset < 0:
            if offset + len(data) < 0:
                raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking {self.size} bytes at offset {offset} "
                        f"(actual buffer size is {len(data)})")
        return self._read(data[offset:offset + self.size])

    def pack_into(self, buffer, offset, *values):
        data = memoryview(buffer).cast("B")
        if offset < 0:
            if offset + len(data) < 0:
                raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f"pack_into requires a buffer of at least {self.size + offset} bytes for packing {self.size} bytes at offset {offset} "
                        f"(actual buffer size is {len(data)})")
        data[offset:offset + self.size] = self.pack(*values)

    def iter_unpack(self, buffer):
        data = memoryview(buffer).cast("B")
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return (self._read(data[at:at + self.size]) for at in range(0, len(data), self.size))

    def __repr__(self):
        return f"_struct.Struct({self.format!r})"


_kept = {}


def _of(format):
    try:
        return _kept[format]
    except KeyError:
        pass
    made = _kept[format] = Struct(format)
    return made


def calcsize(format):
    "Return size in bytes of the struct described by the format string."
    return _of(format).size


def pack(format, /, *values):
    return _of(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _of(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _of(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _of(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _of(format).iter_unpack(buffer)
