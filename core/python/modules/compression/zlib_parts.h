// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of zlib share: zlib_module (whole pieces, checksums), zlib_streams (compressobj, decompressobj), zlib_decompressor.

#include <zlib.h>

#include "core/python/modules/compression/output_bytes.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

extern Type* zlibError;

void prepareStream(z_stream* stream); // with our memory functions
// "Error -3 while decompressing data: incorrect header check"; MemoryError where memory was it.
Failure raiseZlibError(const z_stream& stream, int status, const char* what);

// Runs deflate() or inflate() over the input until all of it is taken and no output is held back, or the stream has ended, or `out` is full.
// Gives the last status; −100: an exception is pending. `needsDictionary` is asked when inflate() wants one; null: then the status ends it.
struct ZlibInput {
    const uint8_t* data;
    size_t size;
};
constexpr int zlibFailed = -100;
int runDeflate(z_stream* stream, ZlibInput* input, OutputBytes* out, int flush);
int runInflate(z_stream* stream, ZlibInput* input, OutputBytes* out, int flush, Object* dictionary);
bool setInflateDictionary(z_stream* stream, Object* dictionary);

Owned zlibCompressObject(Object* module, Args args);
Owned zlibDecompressObject(Object* module, Args args);
bool addZlibTypes(Object* module);
bool addZlibDecompressor(Object* module);

}
