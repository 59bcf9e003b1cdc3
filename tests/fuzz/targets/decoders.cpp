// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes for one of the library's decoders, which the first of them chooses.
#include "tests/fuzz/run_program.h"
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
};

}

void tryInput(std::string_view bytes) {
    if (bytes.empty()) return;
    const size_t which = static_cast<unsigned char>(bytes[0]) % std::size(decoders);
    runProgram("data = " + bytesLiteral(bytes.substr(1)) + "\ntry:\n    " + decoders[which] + "\nexcept Exception:\n    pass\n");
}

}
