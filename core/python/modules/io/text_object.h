// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// TextIOWrapper: text over a buffered file of bytes.
//
//     reading    buffer.read1() → bytes → decoder → newlines → `decoded`, of which `used` characters were taken
//     writing    str → newlines → encoder → `pending` → buffer.write()
//
// tell() gives a cookie: where in the bytes the decoder has a state without bytes of its own, that state, and how to get from there to the character. So that it can be
// found, the bytes of the last chunk and the decoder's state before it are kept (`snapshot`).

#include <string>

#include "core/python/modules/io/io_object.h"
#include "core/python/modules/io/newlines.h"
#include "core/python/objects/text/codecs.h"

namespace memtape::io {

// What a decoder keeps between two pieces, as getstate() tells it.
struct DecoderState {
    std::string bytes;
    int64_t flags = 0;
};

// What lies beside the program's heap.
struct TextState {
    Codec codec = Codec::Unknown; // Unknown: that of the library, by its own incremental encoder and decoder
    std::string errors;           // as UTF-8
    DecoderState native;          // flags: byte order of utf-16 and utf-32: 2 not known yet, 0 little, 1 big
    bool begun = false;           // the encoder is behind the byte order mark
    NewlineMode mode;
    Newlines newlines;
    std::string pending;
    bool hasSnapshot = false;
    DecoderState snapshot; // the state before the chunk, then the chunk
    double bytesPerCharacter = 0;
    ssize chunkSize = 8192;
    bool reads = false, writes = false, seekable = false, telling = false, hasRead1 = false, lineBuffering = false, writeThrough = false;
    bool isStandard = false; // stdout or stderr as they were at the start: nothing stays pending
};

struct TextObject : Object {
    Object *buffer, *encoding, *errors, *encoder, *decoder; // encoder, decoder: null where they are native or not there
    Object* decoded;                                        // str, or null
    ssize used;
    TextState* state;
    bool initialized, detached, finalizing;
    char unused[88];
    Object *weakrefs, *dict;
    char unusedToo[8];
};
static_assert(sizeof(TextObject) == 200);

inline TextObject* asText(Object* o) { return static_cast<TextObject*>(o); }
bool wantUsable(TextObject* t);   // initialized, not detached
bool wantTextOpen(TextObject* t); // and open

// ---- text_codec.cpp
// The encoder and decoder for an encoding and its errors (both str), in the place of those before, which stay where this fails.
bool startCodec(TextObject* t, Object* encoding, Object* errors, bool reads, bool writes);
Owned decodeText(TextObject* t, std::string_view bytes, bool final);
bool encodeText(TextObject* t, Object* str, std::string& bytes);
bool decoderState(TextObject* t, DecoderState& state);
bool setDecoderState(TextObject* t, const DecoderState& state);
bool resetDecoder(TextObject* t);
bool resetEncoder(TextObject* t, bool atStart);

// ---- text_reading.cpp
void setDecoded(TextObject* t, Owned str);
ssize decodedLeft(const TextObject* t);
void forgetSnapshot(TextObject* t);
Owned readText(TextObject* t, ssize size);
Owned readTextLine(TextObject* t, ssize limit);

// ---- text_writing.cpp
bool flushPendingText(TextObject* t); // to the buffer
Owned writeText(TextObject* t, Object* str);

// ---- text_place.cpp
Owned tellText(Object* o);
Owned seekText(Object* o, Args args);

Owned newTextFile(Object* buffer, const char* encoding, const char* errors); // for the standard streams

}
