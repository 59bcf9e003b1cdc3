// SPDX-License-Identifier: GPL-3.0-or-later

// Encodings by name, for str.encode(), bytes.decode() and all who read or write text.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_registry.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"

namespace memtape {

namespace {

// The encodings that need no codec of the library. What CPython looks up in its registry says so in the notes of its errors.
enum class Way : uint8_t { Direct, Registry };
struct KnownEncoding {
    const char* name;
    Codec codec;
    Way way;
};
const KnownEncoding knownEncodings[] = {
    {"utf_8", Codec::Utf8, Way::Direct},          {"utf8", Codec::Utf8, Way::Direct},           {"u8", Codec::Utf8, Way::Registry},
    {"utf", Codec::Utf8, Way::Registry},          {"cp65001", Codec::Utf8, Way::Registry},      {"ascii", Codec::Ascii, Way::Direct},
    {"us_ascii", Codec::Ascii, Way::Direct},      {"646", Codec::Ascii, Way::Registry},         {"ansi_x3.4_1968", Codec::Ascii, Way::Registry},
    {"latin_1", Codec::Latin1, Way::Direct},      {"latin1", Codec::Latin1, Way::Direct},       {"iso_8859_1", Codec::Latin1, Way::Direct},
    {"iso8859_1", Codec::Latin1, Way::Direct},    {"8859", Codec::Latin1, Way::Registry},       {"iso8859", Codec::Latin1, Way::Registry},
    {"l1", Codec::Latin1, Way::Registry},         {"latin", Codec::Latin1, Way::Registry},      {"cp819", Codec::Latin1, Way::Registry},
    {"utf_16", Codec::Utf16, Way::Direct},        {"utf16", Codec::Utf16, Way::Direct},         {"u16", Codec::Utf16, Way::Registry},
    {"utf_16_le", Codec::Utf16Le, Way::Registry}, {"utf_16le", Codec::Utf16Le, Way::Registry},  {"utf16_le", Codec::Utf16Le, Way::Registry},
    {"utf16le", Codec::Utf16Le, Way::Registry},   {"utf_16_be", Codec::Utf16Be, Way::Registry}, {"utf_16be", Codec::Utf16Be, Way::Registry},
    {"utf16_be", Codec::Utf16Be, Way::Registry},  {"utf16be", Codec::Utf16Be, Way::Registry},   {"utf_32", Codec::Utf32, Way::Direct},
    {"utf32", Codec::Utf32, Way::Direct},         {"u32", Codec::Utf32, Way::Registry},         {"utf_32_le", Codec::Utf32Le, Way::Registry},
    {"utf_32le", Codec::Utf32Le, Way::Registry},  {"utf_32_be", Codec::Utf32Be, Way::Registry}, {"utf_32be", Codec::Utf32Be, Way::Registry},
};

// "UTF_8", "utf-8" and "utf8" are one name: lower case, runs of other characters become one '_'.
const KnownEncoding* knownEncoding(std::string_view name) {
    std::string plain;
    bool gap = false;
    for (char c : name) {
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
        if (!word) {
            if (static_cast<unsigned char>(c) >= 0x80) return nullptr;
            gap = !plain.empty();
            continue;
        }
        if (gap) plain += '_';
        gap = false;
        plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    for (const KnownEncoding& row : knownEncodings)
        if (plain == row.name) return &row;
    return nullptr;
}

// Ends a call of a codec that CPython would have found in its registry.
bool noted(bool fine, Way way, const char* verb, std::string_view encoding) {
    if (!fine && way == Way::Registry && errorOccurred()) noteCodecFailure(verb, encoding);
    return fine;
}

std::string_view textOr(Object* str, std::string& keep, std::string_view fallback) {
    if (!str) return fallback;
    keep = strToUtf8(str);
    return keep;
}

Failure wrongResult(std::string_view encoding, const char* coder, Object* result, const char* wanted, const char* verb) {
    return raise(exc::TypeError, "'{}' {} returned '{}' instead of '{}'; use codecs.{}() to {} to arbitrary types", encoding, coder,
                 result->type->name, wanted, verb, verb);
}

// What a codec of the registry makes of a str: bytes, or an exception.
Owned encodeByRegistry(Object* str, std::string_view encoding, std::string_view errors) {
    Held<> codec(lookupTextCodec(encoding, "codecs.encode()"));
    Held<> result(codec ? callEncoder(codec, str, encoding, errors) : Owned(nullptr));
    if (!result || isBytes(result)) return result.release();
    if (!isByteArray(result)) return wrongResult(encoding, "encoder", result, "bytes", "encode");
    std::string warning =
        "encoder " + std::string(encoding) + " returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types";
    if (!warn(exc::RuntimeWarning, warning)) return nullptr;
    return call(types::Bytes, result.get());
}

Owned decodeByRegistry(Object* bytes, std::string_view encoding, std::string_view errors) {
    Held<> codec(lookupTextCodec(encoding, "codecs.decode()"));
    Held<> result(codec ? callDecoder(codec, bytes, encoding, errors) : Owned(nullptr));
    if (!result || isStr(result)) return result.release();
    return wrongResult(encoding, "decoder", result, "str", "decode");
}

}

Codec codecNamed(std::string_view encoding) {
    const KnownEncoding* known = knownEncoding(encoding);
    return known ? known->codec : Codec::Unknown;
}

bool encodeInto(std::string& out, Object* str, std::string_view encoding, std::string_view errors) {
    if (const KnownEncoding* known = knownEncoding(encoding))
        return noted(encodeBy(out, str, known->codec, errors), known->way, "encoding", encoding);
    Ref<> bytes = encodeByRegistry(str, encoding, errors);
    if (!bytes) return false;
    out.append(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
    return true;
}

Owned encodeStr(Object* str, std::string_view encoding, std::string_view errors) {
    if (!knownEncoding(encoding)) return encodeByRegistry(str, encoding, errors);
    std::string out;
    return encodeInto(out, str, encoding, errors) ? newBytes(out) : Owned(nullptr);
}

Owned encodeStr(Object* str, Object* encoding, Object* errors) {
    std::string name, handler;
    return encodeStr(str, textOr(encoding, name, "utf-8"), textOr(errors, handler, ""));
}

Owned decodeBytes(const uint8_t* data, size_t size, std::string_view encoding, std::string_view errors, Object* forError) {
    const KnownEncoding* known = knownEncoding(encoding);
    if (!known) {
        // as a memoryview of the object, where there is one, so that nothing is copied
        Held<> bytes(forError ? call(types::MemoryView, forError) : newBytes(data, size));
        return bytes ? decodeByRegistry(bytes, encoding, errors) : Owned(nullptr);
    }
    if (known->codec == Codec::Latin1) return newStrFromLatin1(data, size);
    StrBuilder out;
    return noted(decodeBy(out, known->codec, {data, size, forError, errors}), known->way, "decoding", encoding) ? out.finish() : Owned(nullptr);
}

Owned decodeObject(Object* object, Object* encoding, Object* errors) {
    if (isStr(object)) return raise(exc::TypeError, "decoding str is not supported");
    const uint8_t* data;
    size_t size;
    if (!bufferOf(object, &data, &size)) return raise(exc::TypeError, "decoding to str: need a bytes-like object, {} found", object->type->name);
    HeldBuffer buffer; // an error handler may be a function of the program's
    if (!buffer.want(object)) return nullptr;
    std::string name, handler;
    return decodeBytes(buffer.data(), buffer.size(), textOr(encoding, name, "utf-8"), textOr(errors, handler, ""), object);
}

Owned strEncode(Object* self, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("encode", args, "| encoding errors", out)) return nullptr;
    if (out[0] && !wantStr("encode", "argument 'encoding'", out[0])) return nullptr;
    if (out[1] && !wantStr("encode", "argument 'errors'", out[1])) return nullptr;
    return encodeStr(self, out[0], out[1]);
}

}
