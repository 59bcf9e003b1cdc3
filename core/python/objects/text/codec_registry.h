// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The registry of codecs: functions that are asked for an encoding by its name, one after the other. The first is that of the library's package
// `encodings`, which is imported when the registry is first needed.

#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

bool registerCodecSearch(Object* function);
bool unregisterCodecSearch(Object* function); // one that is not registered is no mistake
// The codec: a tuple of four, (encoder, decoder, stream reader, stream writer), mostly a codecs.CodecInfo.
Owned lookupCodec(std::string_view encoding);
// The same, where it is one from text to bytes: else LookupError, which names what takes any ("codecs.encode()").
Owned lookupTextCodec(std::string_view encoding, const char* alternative);

// What the codec's function makes of an object; errors "": none are passed on.
Owned callEncoder(Object* codec, Object* object, std::string_view encoding, std::string_view errors);
Owned callDecoder(Object* codec, Object* object, std::string_view encoding, std::string_view errors);
// Adds "encoding with 'x' codec failed" to the pending exception.
void noteCodecFailure(const char* verb, std::string_view encoding);

}
