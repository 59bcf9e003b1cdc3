// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes for one of the library's decoders, which the first of them chooses.
#include <string>

#include "tests/fuzz/served_program.h"
#include "tests/fuzz/target.h"

namespace memtape::fuzz {

namespace {

// Each is handed the bytes as `data`.
constexpr const char* decoders[] = {
    "import pickle; pickle.loads(data)",
    "import marshal; marshal.loads(data)",
    "import json; json.loads(data)",
    "import zlib; zlib.decompressobj(wbits=47).decompress(data, 100000)",
    "import bz2; bz2.BZ2Decompressor().decompress(data, 100000)",
    "import lzma; lzma.LZMADecompressor(memlimit=10**7).decompress(data, 100000)",
    "import struct; form, _, rest = data.partition(b'\\n'); struct.calcsize(form) < 10**6 and list(struct.iter_unpack(form, rest))",
    "import csv; list(csv.reader(data.decode('latin-1').splitlines(True)))",
    "import xml.etree.ElementTree as tree; tree.tostring(tree.fromstring(data))",
    "name, _, rest = data.partition(b'\\n'); rest.decode(name.decode('latin-1'), 'backslashreplace')",
    "import base64, binascii; [decode(data) for decode in (base64.b64decode, binascii.a2b_uu, binascii.a2b_qp, base64.b85decode)]",
    "import ast; ast.literal_eval(data.decode('latin-1'))",
    "import codecs; name, _, rest = data.partition(b'\\n'); list(codecs.iterdecode((bytes([b]) for b in rest), name.decode('latin-1')))",
    "name, _, rest = data.decode('utf-8', 'surrogateescape').partition('\\n'); rest.encode(name, 'xmlcharrefreplace')",
    "text = data.decode('latin-1'); text.format(1, 2.5, 'x', [1], x=3j)",
    "text = data.decode('latin-1'); text % (1, 2.5, 'x', [1])",
    "text = data.decode('latin-1'); [format(value, text) for value in (12345, -1.5, 'text', 2j)]",
    "import datetime as d; text = data.decode('utf-8', 'surrogateescape'); [c.fromisoformat(text) for c in (d.date, d.time, d.datetime)]",
    "import time, datetime; text = data.decode('utf-8', 'surrogateescape'); time.strftime(text); datetime.datetime(2024, 2, 29).strftime(text)",
    "from decimal import Decimal; text = data.decode('utf-8', 'surrogateescape'); value = Decimal(text); format(value, '.20g'), value.sqrt()",
    "text = data.decode('utf-8', 'surrogateescape'); int(text, 0)",
    "text = data.decode('utf-8', 'surrogateescape'); float(text), complex(text)",
    "text = data.decode('latin-1'); float.fromhex(text)",
    "import array; a = array.array(chr(data[0]), data[1:]); a.byteswap(), a.tolist()",
    "form, _, rest = data.decode('latin-1').partition('\\n'); view = memoryview(rest.encode('latin-1')).cast(form); view.tolist(), view[::-2].tobytes()",
    "import tokenize; list(tokenize.tokenize(iter(data.splitlines(True)).__next__))",
    "import unicodedata as u; text = data.decode('utf-8', 'surrogateescape'); [u.normalize(form, text) for form in ('NFC', 'NFKD')]; u.lookup(text)",
};

std::string literalOf(const std::string& text) {
    std::string literal = "'";
    for (const char c : text) {
        if (c == '\\' || c == '\'') literal += '\\';
        literal += c;
    }
    return literal + "'";
}

std::string listOfDecoders() {
    std::string list = "decoders = [";
    for (const char* decoder : decoders) list += "compile(" + literalOf(decoder) + ", 'decoder', 'exec'),\n";
    return list + "]\n";
}

}

void tryInput(std::string_view bytes) { serve(listOfDecoders(), "exec(decoders[data[0] % len(decoders)], {'data': data[1:]})", bytes); }

}
