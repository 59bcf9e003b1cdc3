// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What encoders, decoders and streams of _multibytecodec share (multibyte_object.h).

#include <string>
#include <string_view>

#include "core/python/modules/codecs/multibyte_state.h"
#include "core/python/modules/codecs/multibyte_text.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// What all four have; a subclass names its codec as a class attribute.
struct StreamObject : Object {
    Object *codec, *errors, *stream;
    CodecState state;
    uint8_t pending[mostPending]; // of a decoder: bytes of an unfinished character; of an encoder: characters in UTF-8 that wait for the next one
    uint8_t pendingCount;
};
inline StreamObject* asStream(Object* o) { return static_cast<StreamObject*>(o); }

// ---- multibyte_object.cpp: encoding and decoding behind what was left before
// `final`: the text ends here, in ASCII. False: an exception is pending.
bool encodeMore(Object* self, Object* given, bool final, std::string& bytes);
Owned decodeMore(Object* self, std::string_view bytes, bool final);
Owned resetDecoder(Object* self);

// ---- multibyte_streams.cpp
extern const MethodDef multibyteReaderMethods[], multibyteWriterMethods[];

}
