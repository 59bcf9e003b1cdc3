# SPDX-License-Identifier: GPL-3.0-or-later
"""encode() and decode() by the name of an encoding."""


def encode(obj, encoding="utf-8", errors="strict"):
    if encoding == "rot13" or encoding == "rot_13":
        return obj.translate(_rot13)
    if encoding in ("hex", "hex_codec"):
        return bytes(obj).hex().encode("ascii")
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    if encoding == "rot13" or encoding == "rot_13":
        return obj.translate(_rot13)
    if encoding in ("hex", "hex_codec"):
        return bytes.fromhex(bytes(obj).decode("ascii"))
    return bytes(obj).decode(encoding, errors)


_rot13 = {ord(a) + i: chr(ord(a) + (i + 13) % 26) for a in "aA" for i in range(26)}


def escape_decode(data, errors="strict"):
    """Backslash escapes as in a bytes literal."""
    out, i = bytearray(), 0
    simple = {97: 7, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11, 92: 92, 39: 39, 34: 34}
    while i < len(data):
        if data[i] != 92:
            out.append(data[i])
            i += 1
            continue
        i += 1
        if i == len(data):
            raise ValueError("Trailing \\ in string")
        kind = data[i]
        i += 1
        if kind == 10:
            continue
        if kind in simple:
            out.append(simple[kind])
        elif kind == 120:
            out.append(int(data[i:i + 2], 16))
            i += 2
        elif 48 <= kind <= 55:
            end = i
            while end < i + 2 and end < len(data) and 48 <= data[end] <= 55:
                end += 1
            out.append(int(data[i - 1:end], 8) & 255)
            i = end
        else:
            out += bytes((92, kind))
    return bytes(out), len(data)
