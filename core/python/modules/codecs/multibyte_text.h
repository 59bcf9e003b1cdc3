// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts to bytes and back by a codec of East Asia, whole or piece by piece, with error handlers.

#include <string>
#include <string_view>

#include "core/python/modules/codecs/multibyte_codecs.h"
#include "core/python/objects/text/codecs.h"

namespace memtape {

// The argument `errors`: str, None or null.
bool multibyteErrors(const char* function, Object* given, std::string& out);

enum class CodecDirection : uint8_t { Encoding, Decoding };
// What a text begins with.
CodecState beginMultibyte(const MultibyteCodec& codec, CodecDirection direction);
// Leads back to ASCII.
void endMultibyte(const MultibyteCodec& codec, CodecState& state, std::string& out);
void resetMultibyteDecoding(const MultibyteCodec& codec, CodecState& state);

// `used`: the characters that are encoded, which may be all but the last where the text is not `final`.
bool encodeMultibyteText(const MultibyteCodec& codec, CodecState& state, Object* text, std::string_view errors, bool final, std::string& out,
                         ssize& used);
// A whole text.
bool encodeMultibyteText(const MultibyteCodec& codec, Object* text, std::string_view errors, std::string& out);
// `unfinished`: where the character begins within which the bytes end, if that is the error.
Owned decodeMultibyteBytes(const MultibyteCodec& codec, CodecState& state, CodecInput input, size_t* unfinished = nullptr);

}
