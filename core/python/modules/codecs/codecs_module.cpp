// SPDX-License-Identifier: GPL-3.0-or-later

// _codecs: the registry, and the encodings that are built in, for the library's codecs.py and its package encodings.

#include "core/python/modules/arguments.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_errors.h"
#include "core/python/objects/text/codec_registry.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/text/quoted.h"

namespace memtape {

namespace {

// ---- the registry

bool wantName(const char* function, const char* which, Object* o, std::string& out) {
    if (!wantStr(function, which, o)) return false;
    std::string utf8;
    if (!encodeBy(utf8, o, Codec::Utf8, "strict")) return false;
    if (utf8.find('\0') != utf8.npos) return raise(exc::ValueError, "embedded null character");
    out = std::move(utf8);
    return true;
}

Owned registerSearch(Object*, Object* function) { return registerCodecSearch(function) ? newNone() : Owned(nullptr); }
Owned unregisterSearch(Object*, Object* function) { return unregisterCodecSearch(function) ? newNone() : Owned(nullptr); }
Owned lookup(Object*, Object* encoding) {
    std::string name;
    return wantName("lookup", "argument", encoding, name) ? lookupCodec(name) : Owned(nullptr);
}

using CallCodec = Owned (*)(Object* codec, Object* object, std::string_view encoding, std::string_view errors);
Owned code(const char* function, Args args, CallCodec callCodec) {
    Object* out[3] = {nullptr, nullptr, nullptr};
    std::string encoding = "utf-8", errors;
    if (!parseArgs(function, args, "obj | encoding errors", out)) return nullptr;
    if (out[1] && !wantName(function, "argument 'encoding'", out[1], encoding)) return nullptr;
    if (out[2] && !wantName(function, "argument 'errors'", out[2], errors)) return nullptr;
    Held<> codec(lookupCodec(encoding));
    return codec ? callCodec(codec, out[0], encoding, errors) : Owned(nullptr);
}
Owned encode(Object*, Args args) { return code("encode", args, callEncoder); }
Owned decode(Object*, Args args) { return code("decode", args, callDecoder); }

Owned registerError(Object*, Args args) {
    std::string name;
    if (!wantName("register_error", "argument 1", args[0], name)) return nullptr;
    return registerErrorHandler(args[0], args[1]) ? newNone() : Owned(nullptr);
}
Owned lookupError(Object*, Object* name) {
    std::string text;
    return wantName("lookup_error", "argument", name, text) ? lookupErrorHandler(text) : Owned(nullptr);
}

// ---- arguments and results of the encodings

// The argument `errors` at a place: str or None.
bool readErrors(const char* function, Args args, size_t index, std::string& out) {
    if (args.count <= index || isNone(args[index])) return true;
    if (!isStr(args[index]))
        return raise(exc::TypeError, "{}() argument {} must be str or None, not {}", function, index + 1, args[index]->type->name);
    return wantName(function, "argument 2", args[index], out);
}

Owned bytesAndLength(const std::string& bytes, ssize length) {
    Held<> encoded(newBytes(bytes));
    Ref<> count(newInt(length));
    return encoded && count ? packTuple(encoded.get(), count.get()) : Owned(nullptr);
}

Owned textAndLength(StrBuilder& text, size_t consumed) {
    Held<> decoded(text.finish());
    Ref<> count(newInt(static_cast<ssize>(consumed)));
    return decoded && count ? packTuple(decoded.get(), count.get()) : Owned(nullptr);
}

// encode(str, errors, …)
template <class Encode> Owned encodeWith(const char* function, Args args, Encode encode) {
    std::string errors, out;
    if (!wantStr(function, "argument 1", args[0]) || !readErrors(function, args, 1, errors)) return nullptr;
    if (!encode(out, args[0], errors)) return nullptr;
    return bytesAndLength(out, asStr(args[0])->length);
}

enum class Takes : uint8_t { Bytes, TextToo };

// The bytes of what is to be decoded; of a str, where that is taken, its UTF-8.
struct Source {
    HeldBuffer buffer;
    std::string utf8;
    bool isText = false;
    bool want(Object* o, Takes takes) {
        isText = takes == Takes::TextToo && isStr(o);
        return isText ? encodeBy(utf8, o, Codec::Utf8, "strict") : buffer.want(o);
    }
    const uint8_t* data() const { return isText ? reinterpret_cast<const uint8_t*>(utf8.data()) : buffer.data(); }
    size_t size() const { return isText ? utf8.size() : buffer.size(); }
};

// decode(data, errors, final, …): `finalAt` is where the argument `final` is; −1: there is none, all is final.
template <class Decode> Owned decodeWith(const char* function, Args args, int finalAt, bool final, Takes takes, Decode decode) {
    Source source;
    std::string errors;
    if (!source.want(args[0], takes) || !readErrors(function, args, 1, errors)) return nullptr;
    if (finalAt >= 0 && args.count > static_cast<size_t>(finalAt)) {
        const int given = isTrue(args[static_cast<size_t>(finalAt)]);
        if (given < 0) return nullptr;
        final = given != 0;
    }
    StrBuilder out;
    size_t consumed = source.size();
    CodecInput input{source.data(), source.size(), source.isText ? nullptr : args[0], errors, final ? nullptr : &consumed};
    if (!decode(out, input)) return nullptr;
    return textAndLength(out, consumed);
}

// ---- the Unicode encodings

struct PlainCodec {
    const char *encoder, *decoder;
    Codec codec;
};

template <const PlainCodec& codec> Owned encodePlain(Object*, Args args) {
    return encodeWith(codec.encoder, args,
                      [](std::string& out, Object* str, std::string_view errors) { return encodeBy(out, str, codec.codec, errors); });
}
template <const PlainCodec& codec> Owned decodePlain(Object*, Args args) {
    return decodeWith(codec.decoder, args, 2, codec.codec == Codec::Latin1 || codec.codec == Codec::Ascii, Takes::Bytes,
                      [](StrBuilder& out, CodecInput input) { return decodeBy(out, codec.codec, input); });
}

constexpr PlainCodec utf8{"utf_8_encode", "utf_8_decode", Codec::Utf8}, ascii{"ascii_encode", "ascii_decode", Codec::Ascii},
    latin1{"latin_1_encode", "latin_1_decode", Codec::Latin1}, utf16{"utf_16_encode", "utf_16_decode", Codec::Utf16},
    utf16Le{"utf_16_le_encode", "utf_16_le_decode", Codec::Utf16Le}, utf16Be{"utf_16_be_encode", "utf_16_be_decode", Codec::Utf16Be},
    utf32{"utf_32_encode", "utf_32_decode", Codec::Utf32}, utf32Le{"utf_32_le_encode", "utf_32_le_decode", Codec::Utf32Le},
    utf32Be{"utf_32_be_encode", "utf_32_be_decode", Codec::Utf32Be};

// utf_16_encode(str, errors, byteorder): 0 with a mark, −1 little, 1 big endian without.
Owned encodeOrdered(Args args, const PlainCodec& marked, Codec little, Codec big) {
    int order = 0;
    if (args.count > 2 && !intArgument(args[2], &order)) return nullptr;
    const Codec codec = order == 0 ? marked.codec : order < 0 ? little : big;
    return encodeWith(marked.encoder, args,
                      [&](std::string& out, Object* str, std::string_view errors) { return encodeBy(out, str, codec, errors); });
}
Owned encodeUtf16(Object*, Args args) { return encodeOrdered(args, utf16, Codec::Utf16Le, Codec::Utf16Be); }
Owned encodeUtf32(Object*, Args args) { return encodeOrdered(args, utf32, Codec::Utf32Le, Codec::Utf32Be); }

// utf_16_ex_decode(data, errors, byteorder, final): the byte order that was found is told too.
Owned decodeOrdered(const char* function, Args args, bool (*decode)(StrBuilder&, CodecInput, int&)) {
    int order = 0;
    if (args.count > 2 && !intArgument(args[2], &order)) return nullptr;
    Held<> both(decodeWith(function, args, 3, false, Takes::Bytes, [&](StrBuilder& out, CodecInput input) { return decode(out, input, order); }));
    Ref<> found(both ? newInt(order) : Owned(nullptr));
    return found ? packTuple(asTuple(both)->items[0], asTuple(both)->items[1], found.get()) : Owned(nullptr);
}
Owned decodeUtf16Ex(Object*, Args args) { return decodeOrdered("utf_16_ex_decode", args, decodeUtf16); }
Owned decodeUtf32Ex(Object*, Args args) { return decodeOrdered("utf_32_ex_decode", args, decodeUtf32); }

Owned utf7Encode(Object*, Args args) {
    return encodeWith("utf_7_encode", args, [](std::string& out, Object* str, std::string_view) { return encodeUtf7(out, str); });
}
Owned utf7Decode(Object*, Args args) { return decodeWith("utf_7_decode", args, 2, false, Takes::Bytes, decodeUtf7); }

// ---- escapes

Owned unicodeEscapeEncode(Object*, Args args) {
    return encodeWith("unicode_escape_encode", args, [](std::string& out, Object* str, std::string_view) { return encodeUnicodeEscape(out, str); });
}
Owned unicodeEscapeDecode(Object*, Args args) { return decodeWith("unicode_escape_decode", args, 2, true, Takes::TextToo, decodeUnicodeEscape); }
Owned rawUnicodeEscapeEncode(Object*, Args args) {
    return encodeWith("raw_unicode_escape_encode", args,
                      [](std::string& out, Object* str, std::string_view) { return encodeRawUnicodeEscape(out, str); });
}
Owned rawUnicodeEscapeDecode(Object*, Args args) {
    return decodeWith("raw_unicode_escape_decode", args, 2, true, Takes::TextToo, decodeRawUnicodeEscape);
}

Owned escapeEncode(Object*, Args args) {
    std::string errors, out;
    if (!isBytes(args[0]))
        return raise(exc::TypeError, "escape_encode() argument 1 must be bytes, not {}", isNone(args[0]) ? "None" : args[0]->type->name);
    if (!readErrors("escape_encode", args, 1, errors)) return nullptr;
    for (ssize i = 0; i < bytesLength(args[0]); ++i) out += quotedByte(bytesData(args[0])[i], '\'');
    return bytesAndLength(out, bytesLength(args[0]));
}
Owned escapeDecode(Object*, Args args) {
    Source source;
    std::string errors, out;
    if (!source.want(args[0], Takes::TextToo) || !readErrors("escape_decode", args, 1, errors)) return nullptr;
    if (!decodeEscapes(out, {reinterpret_cast<const char*>(source.data()), source.size()}, errors)) return nullptr;
    return bytesAndLength(out, static_cast<ssize>(source.size()));
}
Owned readbufferEncode(Object*, Args args) {
    Source source;
    std::string errors;
    if (!source.want(args[0], Takes::TextToo) || !readErrors("readbuffer_encode", args, 1, errors)) return nullptr;
    return bytesAndLength({reinterpret_cast<const char*>(source.data()), source.size()}, static_cast<ssize>(source.size()));
}

// ---- tables

Owned charmapBuild(Object*, Object* table) { return wantStr("charmap_build", "argument", table) ? newEncodingMap(table) : Owned(nullptr); }
Owned charmapEncode(Object*, Args args) {
    Object* mapping = args.count > 2 ? args[2] : nullptr;
    return encodeWith("charmap_encode", args,
                      [&](std::string& out, Object* str, std::string_view errors) { return encodeCharmap(out, str, mapping, errors); });
}
Owned charmapDecode(Object*, Args args) {
    Object* mapping = args.count > 2 ? args[2] : nullptr;
    return decodeWith("charmap_decode", args, -1, true, Takes::Bytes,
                      [&](StrBuilder& out, CodecInput input) { return decodeCharmap(out, input, mapping); });
}

const MethodDef functions[] = {
    {"register", registerSearch},
    {"unregister", unregisterSearch},
    {"lookup", lookup},
    {"encode", encode, NativeKind::Keywords},
    {"decode", decode, NativeKind::Keywords},
    {"register_error", registerError, 2, 2},
    {"lookup_error", lookupError},
    {"escape_encode", escapeEncode, 1, 2},
    {"escape_decode", escapeDecode, 1, 2},
    {"utf_8_encode", encodePlain<utf8>, 1, 2},
    {"utf_8_decode", decodePlain<utf8>, 1, 3},
    {"utf_7_encode", utf7Encode, 1, 2},
    {"utf_7_decode", utf7Decode, 1, 3},
    {"utf_16_encode", encodeUtf16, 1, 3},
    {"utf_16_decode", decodePlain<utf16>, 1, 3},
    {"utf_16_le_encode", encodePlain<utf16Le>, 1, 2},
    {"utf_16_le_decode", decodePlain<utf16Le>, 1, 3},
    {"utf_16_be_encode", encodePlain<utf16Be>, 1, 2},
    {"utf_16_be_decode", decodePlain<utf16Be>, 1, 3},
    {"utf_16_ex_decode", decodeUtf16Ex, 1, 4},
    {"utf_32_encode", encodeUtf32, 1, 3},
    {"utf_32_decode", decodePlain<utf32>, 1, 3},
    {"utf_32_le_encode", encodePlain<utf32Le>, 1, 2},
    {"utf_32_le_decode", decodePlain<utf32Le>, 1, 3},
    {"utf_32_be_encode", encodePlain<utf32Be>, 1, 2},
    {"utf_32_be_decode", decodePlain<utf32Be>, 1, 3},
    {"utf_32_ex_decode", decodeUtf32Ex, 1, 4},
    {"unicode_escape_encode", unicodeEscapeEncode, 1, 2},
    {"unicode_escape_decode", unicodeEscapeDecode, 1, 3},
    {"raw_unicode_escape_encode", rawUnicodeEscapeEncode, 1, 2},
    {"raw_unicode_escape_decode", rawUnicodeEscapeDecode, 1, 3},
    {"latin_1_encode", encodePlain<latin1>, 1, 2},
    {"latin_1_decode", decodePlain<latin1>, 1, 2},
    {"ascii_encode", encodePlain<ascii>, 1, 2},
    {"ascii_decode", decodePlain<ascii>, 1, 2},
    {"charmap_encode", charmapEncode, 1, 3},
    {"charmap_decode", charmapDecode, 1, 3},
    {"charmap_build", charmapBuild},
    {"readbuffer_encode", readbufferEncode, 1, 2},
    {},
};

}

Owned makeCodecsModule() {
    Ref<> module = newModule("_codecs");
    return module && addFunctions(module, functions) ? module.release() : Owned(nullptr);
}

}
