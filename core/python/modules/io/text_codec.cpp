// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/python/modules/io/text_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

// The encoder and decoder of a text file, piece by piece.

namespace memtape::io {

namespace {

using Codec = NativeCodec;

// As encodings.normalize_encoding() and its aliases have it.
std::string plainName(std::string_view name) {
    std::string plain;
    bool gap = false;
    for (char c : name) {
        bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
        if (!isWord) {
            gap = !plain.empty();
            continue;
        }
        if (gap) plain += '_';
        gap = false;
        plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return plain;
}

const struct {
    std::string_view name;
    Codec codec;
} nativeNames[] = {
    {"utf_8", Codec::Utf8},        {"utf8", Codec::Utf8},         {"u8", Codec::Utf8},          {"utf", Codec::Utf8},
    {"cp65001", Codec::Utf8},      {"latin_1", Codec::Latin1},    {"latin1", Codec::Latin1},    {"latin", Codec::Latin1},
    {"l1", Codec::Latin1},         {"iso_8859_1", Codec::Latin1}, {"iso8859_1", Codec::Latin1}, {"iso8859", Codec::Latin1},
    {"8859", Codec::Latin1},       {"cp819", Codec::Latin1},      {"ascii", Codec::Ascii},      {"us_ascii", Codec::Ascii},
    {"646", Codec::Ascii},         {"utf_16", Codec::Utf16},      {"utf16", Codec::Utf16},      {"u16", Codec::Utf16},
    {"utf_16_le", Codec::Utf16Le}, {"utf_16le", Codec::Utf16Le},  {"utf16_le", Codec::Utf16Le}, {"utf_16_be", Codec::Utf16Be},
    {"utf_16be", Codec::Utf16Be},  {"utf16_be", Codec::Utf16Be},  {"utf_32", Codec::Utf32},     {"utf32", Codec::Utf32},
    {"u32", Codec::Utf32},         {"utf_32_le", Codec::Utf32Le}, {"utf_32le", Codec::Utf32Le}, {"utf_32_be", Codec::Utf32Be},
    {"utf_32be", Codec::Utf32Be},
};

bool is16(Codec c) { return c == Codec::Utf16 || c == Codec::Utf16Le || c == Codec::Utf16Be; }
bool is32(Codec c) { return c == Codec::Utf32 || c == Codec::Utf32Le || c == Codec::Utf32Be; }
bool hasMark(Codec c) { return c == Codec::Utf16 || c == Codec::Utf32; }

constexpr int64_t orderUnknown = 2, little = 0, big = 1;

// How many bytes at the end are the beginning of a character whose rest has not come yet.
size_t incompleteUtf8(std::string_view bytes) {
    for (size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        unsigned char c = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((c & 0xC0) == 0x80) continue;
        size_t length = c >= 0xF0 && c < 0xF5 ? 4 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xC2 && c < 0xE0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

size_t incomplete16(std::string_view bytes, bool isBig) {
    size_t odd = bytes.size() % 2, whole = bytes.size() - odd;
    if (whole < 2) return odd;
    unsigned char high = static_cast<unsigned char>(bytes[whole - (isBig ? 2 : 1)]);
    return high >= 0xD8 && high < 0xDC ? odd + 2 : odd;
}

Owned decodeNative(TextState& s, std::string_view added, bool final) {
    std::string joined;
    std::string_view bytes = added;
    if (!s.native.bytes.empty()) {
        joined = s.native.bytes;
        joined += added;
        bytes = joined;
    }
    std::string_view name = s.encoding;
    bool isBig = s.codec == Codec::Utf16Be || s.codec == Codec::Utf32Be;
    if (hasMark(s.codec)) {
        size_t unit = is16(s.codec) ? 2 : 4;
        if (s.native.flags == orderUnknown) {
            if (bytes.size() < unit && !final) {
                s.native.bytes = bytes;
                return newRef(emptyString);
            }
            std::string_view mark = bytes.substr(0, unit);
            bool isLittleMark = mark == (unit == 2 ? std::string_view("\xff\xfe", 2) : std::string_view("\xff\xfe\0\0", 4));
            bool isBigMark = mark == (unit == 2 ? std::string_view("\xfe\xff", 2) : std::string_view("\0\0\xfe\xff", 4));
            if (bytes.size() >= unit) s.native.flags = isBigMark ? big : little;
            if (isLittleMark || isBigMark) bytes.remove_prefix(unit);
        }
        isBig = s.native.flags == big;
        name = unit == 2 ? (isBig ? "utf-16-be" : "utf-16-le") : isBig ? "utf-32-be" : "utf-32-le";
    }
    size_t kept = 0;
    if (!final)
        kept = s.codec == Codec::Utf8 ? incompleteUtf8(bytes) : is16(s.codec) ? incomplete16(bytes, isBig) : is32(s.codec) ? bytes.size() % 4 : 0;
    Owned text = decodeBytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size() - kept, name, s.errors, nullptr);
    if (!text) return nullptr;
    std::string rest(bytes.substr(bytes.size() - kept));
    s.native.bytes = std::move(rest);
    return text;
}

}

NativeCodec nativeCodecOf(std::string_view encoding) {
    std::string plain = plainName(encoding);
    for (const auto& row : nativeNames)
        if (row.name == plain) return row.codec;
    return Codec::None;
}

namespace {

// Its CodecInfo; null: LookupError.
Owned findCodec(Object* encoding) {
    std::string text = strToUtf8(encoding);
    if (text.find('\0') != std::string::npos) return raise(exc::LookupError, "unknown encoding: {}", text.c_str());
    Held<> name(newStr("codecs"));
    Held<> module(name ? vmHooks.importModule(name) : Owned(nullptr));
    Held<> lookup(module ? getAttr(module, words::lookup) : Owned(nullptr));
    Held<> info(lookup ? call(lookup, encoding) : Owned(nullptr));
    if (!info) return nullptr;
    bool failed = false;
    Held<> isText(findAttr(info, words::_is_text_encoding, &failed));
    if (failed) return nullptr;
    int truth = isText ? isTrue(isText) : 1;
    if (truth < 0) return nullptr;
    if (!truth) return raise(exc::LookupError, "'{}' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding);
    return info.release();
}

Owned makeCoder(Object* info, Object* name, Object* errors) {
    Held<> make(getAttr(info, name));
    return make ? call(make, errors) : nullptr;
}

}

bool startCodec(TextObject* t, Object* encoding, Object* errors, bool reads, bool writes) {
    NativeCodec codec = nativeCodecOf(strToUtf8(encoding));
    Held<> decoder, encoder;
    if (codec == Codec::None) {
        Held<> info(findCodec(encoding));
        if (!info) return false;
        if (reads) decoder = makeCoder(info, words::incrementaldecoder, errors);
        if (reads && !decoder) return false;
        if (writes) encoder = makeCoder(info, words::incrementalencoder, errors);
        if (writes && !encoder) return false;
    }
    TextState& s = *t->state;
    s.codec = codec;
    s.encoding = strToUtf8(encoding);
    s.errors = strToUtf8(errors);
    s.reads = reads;
    s.writes = writes;
    s.native = DecoderState();
    s.native.flags = hasMark(codec) ? orderUnknown : 0;
    s.begun = false;
    s.newlines = Newlines(s.mode.translates);
    setField<Object>(t, t->encoding, newRef(encoding));
    setField<Object>(t, t->errors, newRef(errors));
    setField<Object>(t, t->decoder, decoder.release());
    setField<Object>(t, t->encoder, encoder.release());
    return true;
}

Owned decodeText(TextObject* t, std::string_view bytes, bool final) {
    TextState& s = *t->state;
    Held<> text;
    if (s.codec == Codec::None && !t->decoder) return raiseUnsupported("not readable"); // it was collected
    if (s.codec != Codec::None) {
        text = decodeNative(s, bytes, final);
    } else {
        Held<> input(newBytes(bytes)), last(newBool(final)), decoder(newRef(t->decoder));
        text = input ? callMethod(decoder, words::decode, input.get(), last.get()) : Owned(nullptr);
    }
    if (!text) return nullptr;
    if (!isStr(text)) return raise(exc::TypeError, "decoder should return a string result, not '{}'", text->type->name);
    return s.mode.universal ? s.newlines.decode(text, final) : text.release();
}

bool encodeText(TextObject* t, Object* str, std::string& out) {
    TextState& s = *t->state;
    if (s.codec != Codec::None) {
        std::string_view name = s.encoding;
        if (s.begun && hasMark(s.codec)) name = s.codec == Codec::Utf16 ? "utf-16-le" : "utf-32-le";
        if (!encodeInto(out, str, name, s.errors)) return false;
        s.begun = true;
        return true;
    }
    if (!t->encoder) return raiseUnsupported("not writable");
    Held<> encoder(newRef(t->encoder));
    Held<> bytes(callMethod(encoder, words::encode, str));
    if (!bytes) return false;
    if (!isBytes(bytes)) return raise(exc::TypeError, "encoder should return a bytes object, not '{}'", bytes->type->name);
    out.append(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
    return true;
}

bool decoderState(TextObject* t, DecoderState& state) {
    TextState& s = *t->state;
    if (s.codec != Codec::None) {
        state = s.native;
    } else {
        Held<> pair(callMethod(t->decoder, words::getstate));
        if (!pair) return false;
        if (!isTuple(pair) || asTuple(pair)->count != 2) return raise(exc::TypeError, "illegal decoder state");
        Object* bytes = asTuple(pair)->items[0];
        if (!isBytes(bytes))
            return raise(exc::TypeError, "illegal decoder state: the first item should be a bytes object, not '{}'", bytes->type->name);
        state.bytes.assign(reinterpret_cast<const char*>(bytesData(bytes)), static_cast<size_t>(bytesLength(bytes)));
        if (!offsetOf(asTuple(pair)->items[1], &state.flags)) return false;
    }
    if (s.mode.universal) state.flags = state.flags << 1 | s.newlines.keepsReturn();
    return true;
}

bool setDecoderState(TextObject* t, const DecoderState& state) {
    TextState& s = *t->state;
    DecoderState own = state;
    if (s.mode.universal) {
        s.newlines.setKeepsReturn(state.flags & 1);
        own.flags = state.flags >> 1;
    }
    if (s.codec != Codec::None) {
        s.native = own;
        return true;
    }
    Held<> bytes(newBytes(own.bytes)), flags(newInt(own.flags));
    Held<> pair(bytes && flags ? packTuple(bytes.get(), flags.get()) : Owned(nullptr));
    return pair && Ref<>(callMethod(t->decoder, words::setstate, pair.get()));
}

bool resetDecoder(TextObject* t) {
    TextState& s = *t->state;
    if (!s.reads) return true;
    s.newlines.reset();
    if (s.codec == Codec::None) return static_cast<bool>(Ref<>(callMethod(t->decoder, words::reset)));
    s.native = DecoderState();
    s.native.flags = hasMark(s.codec) ? orderUnknown : 0;
    return true;
}

bool resetEncoder(TextObject* t, bool atStart) {
    TextState& s = *t->state;
    if (!s.writes) return true;
    s.begun = !atStart;
    if (s.codec != Codec::None) return true;
    if (atStart) return static_cast<bool>(Ref<>(callMethod(t->encoder, words::reset)));
    Held<> zero(newInt(0));
    return static_cast<bool>(Ref<>(callMethod(t->encoder, words::setstate, zero.get())));
}

}
