// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/codecs.h"

#include <cstring>

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_methods.h"
#include "core/text/quoted.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

enum class Codec { Utf8, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be, Unknown };

// "UTF_8", "utf-8" and "utf8" are one name: lower case, runs of other characters become one '_'.
Codec codecOf(std::string_view name, std::string& shown) {
    std::string plain;
    bool gap = false;
    for (char c : name) {
        bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
        if (!word) {
            gap = !plain.empty();
            continue;
        }
        if (gap) plain += '_';
        gap = false;
        plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    static const struct {
        const char* name;
        Codec codec;
        const char* shown;
    } table[] = {
        {"utf_8", Codec::Utf8, "utf-8"},
        {"utf8", Codec::Utf8, "utf-8"},
        {"u8", Codec::Utf8, "utf-8"},
        {"utf", Codec::Utf8, "utf-8"},
        {"cp65001", Codec::Utf8, "utf-8"},
        {"ascii", Codec::Ascii, "ascii"},
        {"us_ascii", Codec::Ascii, "ascii"},
        {"646", Codec::Ascii, "ascii"},
        {"ansi_x3.4_1968", Codec::Ascii, "ascii"},
        {"latin_1", Codec::Latin1, "latin-1"},
        {"latin1", Codec::Latin1, "latin-1"},
        {"iso_8859_1", Codec::Latin1, "latin-1"},
        {"iso8859_1", Codec::Latin1, "latin-1"},
        {"8859", Codec::Latin1, "latin-1"},
        {"iso8859", Codec::Latin1, "latin-1"},
        {"l1", Codec::Latin1, "latin-1"},
        {"latin", Codec::Latin1, "latin-1"},
        {"cp819", Codec::Latin1, "latin-1"},
        {"utf_16", Codec::Utf16, "utf-16"},
        {"utf16", Codec::Utf16, "utf-16"},
        {"u16", Codec::Utf16, "utf-16"},
        {"utf_16_le", Codec::Utf16Le, "utf-16-le"},
        {"utf_16le", Codec::Utf16Le, "utf-16-le"},
        {"utf16_le", Codec::Utf16Le, "utf-16-le"},
        {"utf16le", Codec::Utf16Le, "utf-16-le"},
        {"utf_16_be", Codec::Utf16Be, "utf-16-be"},
        {"utf_16be", Codec::Utf16Be, "utf-16-be"},
        {"utf16_be", Codec::Utf16Be, "utf-16-be"},
        {"utf16be", Codec::Utf16Be, "utf-16-be"},
        {"utf_32", Codec::Utf32, "utf-32"},
        {"utf32", Codec::Utf32, "utf-32"},
        {"u32", Codec::Utf32, "utf-32"},
        {"utf_32_le", Codec::Utf32Le, "utf-32-le"},
        {"utf_32le", Codec::Utf32Le, "utf-32-le"},
        {"utf_32_be", Codec::Utf32Be, "utf-32-be"},
        {"utf_32be", Codec::Utf32Be, "utf-32-be"},
    };
    for (const auto& row : table) {
        if (plain == row.name) {
            shown = row.shown;
            return row.codec;
        }
    }
    return Codec::Unknown;
}

enum class Handler { Strict, Ignore, Replace, Backslash, Xml, Name, SurrogateEscape, SurrogatePass, Unknown };

Handler handlerOf(std::string_view name) {
    if (name.empty() || name == "strict") return Handler::Strict;
    if (name == "ignore") return Handler::Ignore;
    if (name == "replace") return Handler::Replace;
    if (name == "backslashreplace") return Handler::Backslash;
    if (name == "xmlcharrefreplace") return Handler::Xml;
    if (name == "namereplace") return Handler::Name;
    if (name == "surrogateescape") return Handler::SurrogateEscape;
    if (name == "surrogatepass") return Handler::SurrogatePass;
    return Handler::Unknown;
}

Failure raiseUnknownHandler(std::string_view name) { return raise(exc::LookupError, "unknown error handler name '{}'", name); }

bool raiseUnicodeError(Type* type, std::string_view encoding, Object* object, ssize start, ssize end, std::string_view reason) {
    Ref<> name(newStr(encoding)), from(newInt(start)), to(newInt(end)), why(newStr(reason));
    if (!name || !from || !to || !why) return false;
    Object* values[] = {name, object, from, to, why};
    Ref<> instance(call(type, Args{values, 5}));
    if (!instance) return false;
    return raiseInstance(instance);
}

bool isSurrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }

// ---- encoding

struct Encoder {
    std::string& out;
    Object* text;
    Codec codec;
    std::string_view shown, errors;
    Handler handler = Handler::Unknown;

    bool encodable(uint32_t c) const {
        if (codec == Codec::Ascii) return c < 0x80;
        if (codec == Codec::Latin1) return c < 0x100;
        return !isSurrogate(c);
    }
    void unit16(uint32_t u) {
        if (codec == Codec::Utf16Be) out += static_cast<char>(u >> 8), out += static_cast<char>(u);
        else out += static_cast<char>(u), out += static_cast<char>(u >> 8);
    }
    void put(uint32_t c) {
        switch (codec) {
        case Codec::Ascii:
        case Codec::Latin1: out += static_cast<char>(c); return;
        case Codec::Utf16:
        case Codec::Utf16Le:
        case Codec::Utf16Be:
            if (c < 0x10000) return unit16(c);
            unit16(0xd800 + ((c - 0x10000) >> 10));
            return unit16(0xdc00 + ((c - 0x10000) & 0x3ff));
        case Codec::Utf32:
        case Codec::Utf32Le:
        case Codec::Utf32Be:
            for (int i = 0; i < 4; ++i) out += static_cast<char>(c >> (codec == Codec::Utf32Be ? 24 - 8 * i : 8 * i));
            return;
        default: break;
        }
        utf8::append(out, c);
    }
    void putText(std::string_view ascii) {
        for (char c : ascii) put(static_cast<unsigned char>(c));
    }

    bool fail(ssize start, ssize end) {
        const char* reason = codec == Codec::Ascii    ? "ordinal not in range(128)"
                             : codec == Codec::Latin1 ? "ordinal not in range(256)"
                                                      : "surrogates not allowed";
        std::string_view name = codec == Codec::Utf16 ? "utf-16" : codec == Codec::Utf32 ? "utf-32" : shown;
        return raiseUnicodeError(exc::UnicodeEncodeError, name, text, start, end, reason);
    }

    // What cannot be encoded, from start to end.
    bool handle(TextView view, ssize start, ssize end) {
        if (handler == Handler::Unknown) handler = handlerOf(errors);
        if (handler == Handler::Unknown) return raiseUnknownHandler(errors);
        for (ssize i = start; i < end; ++i) {
            uint32_t c = view.at(i);
            switch (handler) {
            case Handler::Ignore: break;
            case Handler::Replace: put('?'); break;
            case Handler::Backslash:
            case Handler::Name: putText(escapeOf(c)); break;
            case Handler::Xml: putText("&#" + std::to_string(c) + ";"); break;
            case Handler::SurrogateEscape:
                if (c < 0xdc80 || c > 0xdcff) return fail(start, end);
                out += static_cast<char>(c - 0xdc00);
                break;
            case Handler::SurrogatePass:
                if (!isSurrogate(c) || codec == Codec::Ascii || codec == Codec::Latin1) return fail(start, end);
                put(c);
                break;
            default: return fail(start, end);
            }
        }
        return true;
    }

    bool run() {
        TextView view = viewOf(text);
        if (codec == Codec::Utf16) out += "\xff\xfe";
        if (codec == Codec::Utf32) out.append("\xff\xfe\0\0", 4);
        for (ssize i = 0; i < view.length;) {
            uint32_t c = view.at(i);
            if (encodable(c)) {
                put(c);
                ++i;
                continue;
            }
            ssize end = i + 1;
            bool one = codec == Codec::Utf16 || codec == Codec::Utf16Le || codec == Codec::Utf16Be || codec == Codec::Utf32 ||
                       codec == Codec::Utf32Le || codec == Codec::Utf32Be;
            while (!one && end < view.length && !encodable(view.at(end))) ++end;
            if (!handle(view, i, end)) return false;
            i = end;
        }
        return true;
    }
};

// ---- decoding

struct Decoder {
    StrBuilder& out;
    const uint8_t* data;
    size_t size;
    std::string_view shown, errors;
    Object* object;
    Handler handler = Handler::Unknown;

    bool fail(size_t start, size_t end, std::string_view reason) {
        Ref<> bytes(object && isBytes(object) ? newRef(object) : newBytes(data, size));
        if (!bytes) return false;
        return raiseUnicodeError(exc::UnicodeDecodeError, shown, bytes, static_cast<ssize>(start), static_cast<ssize>(end), reason);
    }
    bool handle(size_t start, size_t end, std::string_view reason) {
        if (handler == Handler::Unknown) handler = handlerOf(errors);
        if (handler == Handler::Unknown) return raiseUnknownHandler(errors);
        switch (handler) {
        case Handler::Ignore: return true;
        case Handler::Replace: out.append(uint32_t{0xfffd}); return true;
        case Handler::Backslash:
            for (size_t i = start; i < end; ++i) out.appendUtf8(escapeOf(data[i]));
            return true;
        case Handler::SurrogateEscape:
            for (size_t i = start; i < end; ++i) {
                if (data[i] < 0x80) return fail(start, end, reason);
                out.append(uint32_t{0xdc00u + data[i]});
            }
            return true;
        case Handler::Xml:
        case Handler::Name: return raise(exc::TypeError, "don't know how to handle UnicodeDecodeError in error callback");
        default: return fail(start, end, reason);
        }
    }

    bool utf8() {
        const std::string_view bytes(reinterpret_cast<const char*>(data), size);
        for (size_t i = 0; i < size;) {
            if (utf8::isAscii(bytes[i])) {
                const size_t ascii = utf8::asciiLength(bytes, i);
                out.append(TextView{data + i, static_cast<ssize>(ascii), 1});
                i += ascii;
                continue;
            }
            utf8::Step step = utf8::decode(bytes, i);
            if (step.problem != utf8::Problem::None && handlerOf(errors) == Handler::SurrogatePass) {
                const utf8::Step passed = utf8::decode(bytes, i, utf8::Surrogates::Passed);
                if (passed.problem == utf8::Problem::None) step = passed;
            }
            if (step.problem == utf8::Problem::None) out.append(uint32_t{step.character});
            else if (!handle(i, i + step.length, utf8::words(step.problem))) return false;
            i += step.length;
        }
        return true;
    }
    bool ascii() {
        for (size_t i = 0; i < size; ++i) {
            if (data[i] < 0x80) out.append(uint32_t{data[i]});
            else if (!handle(i, i + 1, "ordinal not in range(128)")) return false;
        }
        return true;
    }
    bool utf16(bool big, bool mark) {
        size_t i = 0;
        if (mark && size >= 2) {
            if (data[0] == 0xff && data[1] == 0xfe) i = 2;
            else if (data[0] == 0xfe && data[1] == 0xff) big = true, i = 2;
            shown = big ? "utf-16-be" : "utf-16-le";
        }
        auto unit = [&](size_t at) { return big ? uint32_t{data[at]} << 8 | data[at + 1] : uint32_t{data[at + 1]} << 8 | data[at]; };
        while (i < size) {
            if (size - i < 2) return handle(i, size, "truncated data");
            uint32_t c = unit(i);
            if (!isSurrogate(c)) {
                out.append(c);
                i += 2;
            } else if (c < 0xdc00 && size - i < 4) {
                if (!handle(i, size, "unexpected end of data")) return false;
                i = size;
            } else if (c < 0xdc00 && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
                out.append(0x10000 + ((c & 0x3ff) << 10 | (unit(i + 2) & 0x3ff)));
                i += 4;
            } else if (handlerOf(errors) == Handler::SurrogatePass) {
                out.append(c);
                i += 2;
            } else {
                if (!handle(i, i + 2, c < 0xdc00 ? "illegal UTF-16 surrogate" : "illegal encoding")) return false;
                i += 2;
            }
        }
        return true;
    }
    bool utf32(bool big, bool mark) {
        size_t i = 0;
        auto unit = [&](size_t at) {
            uint32_t c = 0;
            for (int k = 0; k < 4; ++k) c |= uint32_t{data[at + static_cast<size_t>(k)]} << (big ? 24 - 8 * k : 8 * k);
            return c;
        };
        if (mark && size >= 4) {
            if (unit(0) == 0xfeff) i = 4;
            else if (unit(0) == 0xfffe0000) big = true, i = 4;
            shown = big ? "utf-32-be" : "utf-32-le";
        }
        while (i < size) {
            if (size - i < 4) return handle(i, size, "truncated data");
            uint32_t c = unit(i);
            if (c > 0x10ffff) {
                if (!handle(i, i + 4, "code point not in range(0x110000)")) return false;
            } else if (isSurrogate(c) && handlerOf(errors) != Handler::SurrogatePass) {
                if (!handle(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)")) return false;
            } else {
                out.append(c);
            }
            i += 4;
        }
        return true;
    }
};

std::string_view textOr(Object* str, std::string& keep, std::string_view fallback) {
    if (!str) return fallback;
    keep = strToUtf8(str);
    return keep;
}

}

bool encodeInto(std::string& out, Object* str, std::string_view encoding, std::string_view errors) {
    std::string shown;
    Codec codec = codecOf(encoding, shown);
    if (codec == Codec::Unknown) return raise(exc::LookupError, "unknown encoding: {}", encoding);
    StrObject* s = asStr(str);
    if (s->ascii && codec <= Codec::Latin1) {
        out.append(static_cast<const char*>(strData(s)), static_cast<size_t>(s->length));
        return true;
    }
    Encoder encoder{out, str, codec, shown, errors};
    return encoder.run();
}

Owned encodeStr(Object* str, std::string_view encoding, std::string_view errors) {
    std::string out;
    if (!encodeInto(out, str, encoding, errors)) return nullptr;
    return newBytes(out);
}

Owned encodeStr(Object* str, Object* encoding, Object* errors) {
    std::string name, handler;
    return encodeStr(str, textOr(encoding, name, "utf-8"), textOr(errors, handler, "strict"));
}

Owned decodeBytes(const uint8_t* data, size_t size, std::string_view encoding, std::string_view errors, Object* forError) {
    std::string shown;
    Codec codec = codecOf(encoding, shown);
    if (codec == Codec::Unknown) return raise(exc::LookupError, "unknown encoding: {}", encoding);
    if (codec == Codec::Latin1) return newStrFromLatin1(data, size);
    StrBuilder out;
    Decoder decoder{out, data, size, shown, errors, forError};
    bool fine = false;
    switch (codec) {
    case Codec::Utf8: fine = decoder.utf8(); break;
    case Codec::Ascii: fine = decoder.ascii(); break;
    case Codec::Utf16:
        decoder.shown = "utf-16";
        fine = decoder.utf16(false, true);
        break;
    case Codec::Utf16Le: fine = decoder.utf16(false, false); break;
    case Codec::Utf16Be: fine = decoder.utf16(true, false); break;
    case Codec::Utf32:
        decoder.shown = "utf-32";
        fine = decoder.utf32(false, true);
        break;
    case Codec::Utf32Le: fine = decoder.utf32(false, false); break;
    default: fine = decoder.utf32(true, false); break;
    }
    return fine ? out.finish() : nullptr;
}

Owned decodeObject(Object* object, Object* encoding, Object* errors) {
    if (isStr(object)) return raise(exc::TypeError, "decoding str is not supported");
    const uint8_t* data;
    size_t size;
    if (!bufferOf(object, &data, &size)) return raise(exc::TypeError, "decoding to str: need a bytes-like object, {} found", object->type->name);
    std::string name, handler;
    return decodeBytes(data, size, textOr(encoding, name, "utf-8"), textOr(errors, handler, "strict"), object);
}

Owned strEncode(Object* self, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("encode", args, "| encoding errors", out)) return nullptr;
    if (out[0] && !wantStr("encode", "argument 'encoding'", out[0])) return nullptr;
    if (out[1] && !wantStr("encode", "argument 'errors'", out[1])) return nullptr;
    return encodeStr(self, out[0], out[1]);
}

}
