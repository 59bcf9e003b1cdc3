// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What _zlib._ZlibDecompressor, BZ2Decompressor and LZMADecompressor have in common: decompress(data, max_length=-1) that keeps what it has no
// room for, and says by needs_input and eof what it wants.

#include "core/python/modules/compression/output_bytes.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct DecompressorObject : Object {
    Object* unusedData;
    void* library;    // the library's stream, a block of the region
    uint8_t* pending; // input not taken yet, a block of the region
    size_t pendingSize;
    Object* dictionary; // zlib's
    int check;          // lzma's
    bool eof, needsInput;
};
inline DecompressorObject* asDecompressor(Object* o) { return static_cast<DecompressorObject*>(o); }

struct StreamInput {
    const uint8_t* data;
    size_t size;
};
enum class StreamStep : uint8_t {
    Fed,      // all input is taken, and nothing held back
    FedBlock, // the same, but more may come where more room is given
    Full,     // there is input left, and no room
    Ended,
    Failed, // an exception is pending
};

// The whole of decompress(); `run` takes of the input what it can, and gives output until that is full or the input used up. `atEnd`: EOFError's words.
Owned decompressPiece(Object* self, Args args, const char* atEnd, StreamStep (*run)(DecompressorObject*, StreamInput*, OutputBytes*));

// A new instance with a library's stream of so many bytes, all zero.
OwnedOf<DecompressorObject> newDecompressor(Type* type, size_t streamBytes);
void dropDecompressor(DecompressorObject* d); // the end of dealloc, after the library's own
// The attributes; `withCheck`: lzma's.
extern const MemberDef decompressorMembers[], decompressorMembersWithCheck[];
extern const Field decompressorFields[];

}
