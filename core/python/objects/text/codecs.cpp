// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/codecs.h"

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_errors.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

constexpr bool isSurrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }
constexpr bool isHighSurrogate(uint32_t c) { return c >= 0xd800 && c < 0xdc00; }
constexpr bool isLowSurrogate(uint32_t c) { return c >= 0xdc00 && c < 0xe000; }

// What an encoding is like.
struct CodecForm {
    const char* name; // as errors call it
    uint8_t unit;     // bytes
    bool big;
    uint32_t limit; // above which characters there is nothing; 0x110000 where only surrogates are missing
    const char* reason;
};
constexpr const char* noSurrogates = "surrogates not allowed";
constexpr CodecForm forms[] = {
    {"utf-8", 1, false, 0x110000, noSurrogates},
    {"ascii", 1, false, 0x80, "ordinal not in range(128)"},
    {"latin-1", 1, false, 0x100, "ordinal not in range(256)"},
    {"utf-16", 2, false, 0x110000, noSurrogates},
    {"utf-16-le", 2, false, 0x110000, noSurrogates},
    {"utf-16-be", 2, true, 0x110000, noSurrogates},
    {"utf-32", 4, false, 0x110000, noSurrogates},
    {"utf-32-le", 4, false, 0x110000, noSurrogates},
    {"utf-32-be", 4, true, 0x110000, noSurrogates},
};
const CodecForm& formOf(Codec codec) { return forms[static_cast<size_t>(codec)]; }

// ---- encoding

struct Encoder {
    std::string& out;
    const CodecForm& form;

    bool encodable(uint32_t c) const { return c < form.limit && !(form.limit > 0xffff && isSurrogate(c)); }
    void putUnit(uint32_t u) {
        for (int i = 0; i < form.unit; ++i) out += static_cast<char>(u >> 8 * (form.big ? form.unit - 1 - i : i));
    }
    void put(uint32_t c) {
        if (form.unit == 1 && form.limit > 0x100) return utf8::append(out, c);
        if (form.unit != 2 || c < 0x10000) return putUnit(c);
        putUnit(0xd800 + ((c - 0x10000) >> 10));
        putUnit(0xdc00 + ((c - 0x10000) & 0x3ff));
    }
    // What an error handler gave. False: it cannot be encoded itself.
    bool putReplacement(const Replacement& replacement) {
        if (replacement.isBytes) {
            out += replacement.bytes;
            return replacement.bytes.size() % form.unit == 0;
        }
        const uint32_t limit = form.limit > 0xffff ? 0x80 : form.limit; // the Unicode encodings take ASCII only
        for (char32_t c : replacement.text) {
            if (c >= limit) return false;
            put(c);
        }
        return true;
    }
};

bool encodeAll(Encoder encoder, Object* str, std::string_view errors) {
    const CodecForm& form = encoder.form;
    EncodeTrouble trouble(form.name, str, errors);
    const TextView text = viewOf(str);
    for (ssize i = 0; i < text.length;) {
        const uint32_t c = text.at(i);
        if (encoder.encodable(c)) {
            encoder.put(c);
            ++i;
            continue;
        }
        ssize end = i + 1, next;
        while (form.unit == 1 && end < text.length && !encoder.encodable(text.at(end))) ++end;
        Replacement replacement;
        if (!trouble.handle(i, end, form.reason, replacement, next)) return false;
        if (!encoder.putReplacement(replacement)) return trouble.raise(i, end, form.reason);
        i = next;
    }
    return true;
}

// ---- decoding

// What has been read so far is all that there is for now.
bool leave(const CodecInput& input, size_t at) {
    if (input.consumed) *input.consumed = at;
    return true;
}

// The first two of the three bytes of a surrogate, which only an error handler takes: it is to see all three.
bool isSurrogateBeginning(std::string_view rest) {
    return rest.size() == 2 && rest[0] == '\xed' && utf8::isContinuation(rest[1]) && rest[1] >= '\xa0';
}

bool decodeUtf8(StrBuilder& out, CodecInput input) {
    DecodeTrouble trouble("utf-8", input, out);
    size_t i = 0;
    while (i < input.size) {
        const std::string_view bytes(reinterpret_cast<const char*>(input.data), input.size);
        if (utf8::isAscii(bytes[i])) {
            const size_t ascii = utf8::asciiLength(bytes, i);
            out.append(TextView{input.data + i, static_cast<ssize>(ascii), 1});
            i += ascii;
            continue;
        }
        const utf8::Step step = utf8::decode(bytes, i);
        if (step.problem == utf8::Problem::None) {
            out.append(uint32_t{step.character});
            i += step.length;
            continue;
        }
        if (input.consumed && (step.problem == utf8::Problem::UnexpectedEnd || isSurrogateBeginning(bytes.substr(i)))) break;
        if (!trouble.handle(i, i + step.length, utf8::words(step.problem), i)) return false;
    }
    return leave(input, i);
}

bool decodeAscii(StrBuilder& out, CodecInput input) {
    DecodeTrouble trouble("ascii", input, out);
    for (size_t i = 0; i < input.size;) {
        const size_t ascii = utf8::asciiLength({reinterpret_cast<const char*>(input.data), input.size}, i);
        out.append(TextView{input.data + i, static_cast<ssize>(ascii), 1});
        i += ascii;
        if (i < input.size && !trouble.handle(i, i + 1, "ordinal not in range(128)", i)) return false;
    }
    return leave(input, input.size);
}

// The byte order that a mark at the beginning tells, and the length of the mark.
size_t readOrderMark(const CodecInput& input, size_t unit, int& order) {
    if (order != 0 || input.size < unit) return 0;
    static constexpr uint8_t little[] = {0xff, 0xfe, 0, 0}, big[] = {0, 0, 0xfe, 0xff};
    if (std::memcmp(input.data, little, unit) == 0) order = -1;
    else if (std::memcmp(input.data, big + (4 - unit), unit) == 0) order = 1;
    return order ? unit : 0;
}

uint32_t unitAt(const CodecInput& input, size_t at, size_t unit, bool big) {
    uint32_t c = 0;
    for (size_t i = 0; i < unit; ++i) c |= uint32_t{input.data[at + i]} << 8 * (big ? unit - 1 - i : i);
    return c;
}

}

bool decodeUtf16(StrBuilder& out, CodecInput input, int& order) {
    size_t i = readOrderMark(input, 2, order);
    const bool big = order > 0;
    DecodeTrouble trouble(big ? "utf-16-be" : "utf-16-le", input, out);
    while (i < input.size) {
        const char* reason = nullptr;
        size_t end = i + 2;
        if (input.size - i < 2) {
            reason = "truncated data";
        } else {
            const uint32_t c = unitAt(input, i, 2, big);
            if (!isSurrogate(c)) {
                out.append(c);
                i += 2;
                continue;
            }
            if (isLowSurrogate(c)) {
                reason = "illegal encoding";
            } else if (input.size - i < 4) {
                reason = "unexpected end of data";
            } else if (const uint32_t low = unitAt(input, i + 2, 2, big); isLowSurrogate(low)) {
                out.append(0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
                i += 4;
                continue;
            } else {
                reason = "illegal UTF-16 surrogate";
            }
            if (isHighSurrogate(c) && input.size - i < 4) {
                end = input.size;
                if (input.consumed) break;
            }
        }
        if (end > input.size) {
            end = input.size;
            if (input.consumed) break;
        }
        if (!trouble.handle(i, end, reason, i)) return false;
    }
    return leave(input, i);
}

bool decodeUtf32(StrBuilder& out, CodecInput input, int& order) {
    size_t i = readOrderMark(input, 4, order);
    const bool big = order > 0;
    DecodeTrouble trouble(big ? "utf-32-be" : "utf-32-le", input, out);
    while (i < input.size) {
        if (input.size - i < 4) {
            if (input.consumed) break;
            if (!trouble.handle(i, input.size, "truncated data", i)) return false;
            continue;
        }
        const uint32_t c = unitAt(input, i, 4, big);
        const char* reason = c > 0x10ffff     ? "code point not in range(0x110000)"
                             : isSurrogate(c) ? "code point in surrogate code point range(0xd800, 0xe000)"
                                              : nullptr;
        if (reason) {
            if (!trouble.handle(i, i + 4, reason, i)) return false;
            continue;
        }
        out.append(c);
        i += 4;
    }
    return leave(input, i);
}

bool encodeBy(std::string& out, Object* str, Codec codec, std::string_view errors) {
    StrObject* s = asStr(str);
    if (s->ascii && codec <= Codec::Latin1) {
        out.append(static_cast<const char*>(strData(s)), static_cast<size_t>(s->length));
        return true;
    }
    if (codec == Codec::Utf16) out += "\xff\xfe";
    if (codec == Codec::Utf32) out.append("\xff\xfe\0\0", 4);
    return encodeAll(Encoder{out, formOf(codec)}, str, errors);
}

bool decodeBy(StrBuilder& out, Codec codec, CodecInput input) {
    int order = codec == Codec::Utf16 || codec == Codec::Utf32 ? 0 : formOf(codec).big ? 1 : -1;
    switch (codec) {
    case Codec::Utf8: return decodeUtf8(out, input);
    case Codec::Ascii: return decodeAscii(out, input);
    case Codec::Latin1: out.append(TextView{input.data, static_cast<ssize>(input.size), 1}); return leave(input, input.size);
    default: return formOf(codec).unit == 2 ? decodeUtf16(out, input, order) : decodeUtf32(out, input, order);
    }
}

}
