// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text to bytes and back. The Unicode encodings, ASCII and Latin-1 are here (codecs.cpp); what any other name means says the registry
// (codec_registry.h). What becomes of that which cannot be encoded or decoded is in codec_errors.h.

#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

class StrBuilder;

enum class Codec : uint8_t { Utf8, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be, Unknown };

// ---- by name

Codec codecNamed(std::string_view encoding); // Unknown: the registry may know it

// encoding and errors: str or null (utf-8, strict). The results are a bytes and a str.
Owned encodeStr(Object* str, Object* encoding, Object* errors);
Owned encodeStr(Object* str, std::string_view encoding, std::string_view errors);
Owned decodeBytes(const uint8_t* data, size_t size, std::string_view encoding, std::string_view errors, Object* forError);
// str(object, encoding, errors) and bytes.decode.
Owned decodeObject(Object* object, Object* encoding, Object* errors);
// The bytes of the str, outside the heap; false: an exception is pending.
bool encodeInto(std::string& out, Object* str, std::string_view encoding, std::string_view errors);

// ---- the encodings themselves; each returns false where an exception is pending

// What is decoded. An error handler may put other bytes in its place.
struct CodecInput {
    const uint8_t* data;
    size_t size;
    Object* object;             // the bytes-like object that they are of, or null
    std::string_view errors;    // "": strict
    size_t* consumed = nullptr; // null: there is no more; else an unfinished end is left, and what is before it counted here
};

bool encodeBy(std::string& out, Object* str, Codec codec, std::string_view errors);
bool decodeBy(StrBuilder& out, Codec codec, CodecInput input);
// UTF-16 and UTF-32 whose byte order is to be found out, where `order` is 0, or known: −1 little, 1 big endian. `order` becomes what was found.
bool decodeUtf16(StrBuilder& out, CodecInput input, int& order);
bool decodeUtf32(StrBuilder& out, CodecInput input, int& order);
// codec_utf7.cpp
bool encodeUtf7(std::string& out, Object* str);
bool decodeUtf7(StrBuilder& out, CodecInput input);
// codec_escapes.cpp: texts as in literals. Decoding warns of escapes that mean nothing.
bool encodeUnicodeEscape(std::string& out, Object* str);
bool decodeUnicodeEscape(StrBuilder& out, CodecInput input);
bool encodeRawUnicodeEscape(std::string& out, Object* str);
bool decodeRawUnicodeEscape(StrBuilder& out, CodecInput input);
bool decodeEscapes(std::string& out, std::string_view bytes, std::string_view errors); // of a bytes literal
// codec_charmap.cpp: one byte a character, by a table. mapping: dict, str or encoding map; or null or None (Latin-1).
Owned newEncodingMap(Object* decodingTable); // a str of 256 characters; codecs.charmap_build
bool encodeCharmap(std::string& out, Object* str, Object* mapping, std::string_view errors);
bool decodeCharmap(StrBuilder& out, CodecInput input, Object* mapping);

}
