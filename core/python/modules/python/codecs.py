# SPDX-License-Identifier: GPL-3.0-or-later
"""Text to bytes and back by the name of an encoding."""

from _codecs import decode, encode

__all__ = ["encode", "decode", "lookup", "CodecInfo", "iterencode", "iterdecode", "open", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32",
           "BOM_UTF32_LE", "BOM_UTF32_BE", "BOM", "BOM_LE", "BOM_BE"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """What lookup() gives: encode and decode functions, each giving a pair of the result and how much was used."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


def lookup(encoding):
    "".encode(encoding)
    name = encoding.lower().replace("_", "-").replace("utf8", "utf-8").replace("latin1", "iso8859-1").replace("latin-1", "iso8859-1")

    def encoder(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decoder(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)

    return CodecInfo(encoder, decoder, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def iterencode(iterator, encoding, errors="strict"):
    for text in iterator:
        yield text.encode(encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    text = b"".join(iterator).decode(encoding, errors)
    if text:
        yield text


_open = open


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    return _open(filename, mode if encoding is None or "b" in mode else mode, encoding=encoding, errors=errors if encoding else None)
