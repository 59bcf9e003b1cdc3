// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <string>

#include "core/python/modules/arguments.h"
#include "core/python/modules/binary/binascii_codecs.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type* binasciiError = nullptr;

namespace {

std::string_view viewOfBytes(const uint8_t* data, size_t size) { return {reinterpret_cast<const char*>(data), size}; }

bool wantBytes(Object* o, std::string_view* out) {
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(o, &data, &size)) return false;
    *out = viewOfBytes(data, size);
    return true;
}

// What the decoders take: bytes-like objects, and ASCII in a str.
bool wantText(Object* o, std::string_view* out) {
    const uint8_t* data;
    size_t size;
    if (isStr(o)) {
        bool ascii;
        *out = strAsciiView(o, &ascii);
        return ascii || raise(exc::ValueError, "string argument should contain only ASCII characters");
    }
    if (!bufferOf(o, &data, &size)) return raise(exc::TypeError, "argument should be bytes, buffer or ASCII string, not '{}'", o->type->name);
    *out = viewOfBytes(data, size);
    return true;
}

Owned decoded(bool good, const std::string& out) { return good ? newBytes(out) : Owned(nullptr); }

Owned a2bBase64(Object*, Args args) {
    Object* out[2] = {};
    bool strict = false;
    std::string_view data;
    std::string bytes;
    if (!parseArgs("a2b_base64", args, "data / | $ strict_mode", out) || !boolArgument(out[1], &strict) || !wantText(out[0], &data)) return nullptr;
    return decoded(decodeBase64(data, strict ? Base64Mode::Strict : Base64Mode::Lenient, bytes), bytes);
}
Owned b2aBase64(Object*, Args args) {
    Object* out[2] = {};
    bool newline = true;
    std::string_view data;
    if (!parseArgs("b2a_base64", args, "data / | $ newline", out) || !boolArgument(out[1], &newline) || !wantBytes(out[0], &data)) return nullptr;
    return newBytes(encodeBase64(data) + (newline ? "\n" : ""));
}

Owned a2bUu(Object*, Object* given) {
    std::string_view data;
    std::string bytes;
    return wantText(given, &data) ? decoded(decodeUu(data, bytes), bytes) : Owned(nullptr);
}
Owned b2aUu(Object*, Args args) {
    Object* out[2] = {};
    bool backtick = false;
    std::string_view data;
    std::string line;
    if (!parseArgs("b2a_uu", args, "data / | $ backtick", out) || !boolArgument(out[1], &backtick) || !wantBytes(out[0], &data)) return nullptr;
    return decoded(encodeUu(data, backtick ? '`' : ' ', line), line);
}

Owned a2bQp(Object*, Args args) {
    Object* out[2] = {};
    bool header = false;
    std::string_view data;
    if (!parseArgs("a2b_qp", args, "data | header", out) || !boolArgument(out[1], &header) || !wantText(out[0], &data)) return nullptr;
    return newBytes(decodeQuotedPrintable(data, header));
}
Owned b2aQp(Object*, Args args) {
    Object* out[4] = {};
    QuotedPrintableOptions options{false, true, false};
    std::string_view data;
    if (!parseArgs("b2a_qp", args, "data | quotetabs istext header", out) || !boolArgument(out[1], &options.quoteTabs) ||
        !boolArgument(out[2], &options.isText) || !boolArgument(out[3], &options.header) || !wantBytes(out[0], &data))
        return nullptr;
    return newBytes(encodeQuotedPrintable(data, options));
}

Owned crc32Function(Object*, Args args) {
    unsigned long crc = 0;
    std::string_view data;
    if (!unsignedArgument(args.count > 1 ? args[1] : nullptr, &crc) || !wantBytes(args[0], &data)) return nullptr;
    return newIntFromUnsigned(crc32_z(static_cast<uint32_t>(crc), reinterpret_cast<const uint8_t*>(data.data()), data.size()));
}
Owned crcHqxFunction(Object*, Args args) {
    unsigned long crc;
    std::string_view data;
    if (!unsignedArgument(args[1], &crc) || !wantBytes(args[0], &data)) return nullptr;
    return newInt(crcHqxOf(data, static_cast<uint16_t>(crc)));
}

// A separator of hexlify(): one character, whatever byte it is.
bool wantSeparator(Object* given, char* out) {
    ssize length = lengthOf(given);
    if (length < 0) return false;
    if (length != 1) return raise(exc::ValueError, "sep must be length 1.");
    uint32_t c;
    if (isStr(given)) c = charAt(asStr(given), 0);
    else if (isBytes(given)) c = bytesData(given)[0];
    else return raise(exc::TypeError, "sep must be str or bytes.");
    if (c > 255) return raise(exc::ValueError, "sep must be ASCII.");
    *out = static_cast<char>(c);
    return true;
}

// Groups are counted from the right; from the left where their size is negative.
Owned hexlify(const char* name, Args args) {
    constexpr char digits[] = "0123456789abcdef";
    Object* out[3] = {};
    int perGroup = 1;
    char separator = 0;
    std::string_view data;
    if (!parseArgs(name, args, "data | sep bytes_per_sep", out) || !intArgument(out[2], &perGroup)) return nullptr;
    if (!wantBytes(out[0], &data) || (out[1] && !wantSeparator(out[1], &separator)) || !wantBytes(out[0], &data)) return nullptr;
    size_t group = !out[1] || perGroup == 0 ? data.size() + 1 : perGroup < 0 ? 0 - static_cast<size_t>(perGroup) : static_cast<size_t>(perGroup);
    std::string text;
    text.reserve(2 * data.size() + data.size() / group);
    for (size_t i = 0; i < data.size(); ++i) {
        size_t counted = perGroup < 0 ? i : data.size() - i;
        if (i && counted % group == 0) text += separator;
        text += digits[static_cast<uint8_t>(data[i]) >> 4];
        text += digits[data[i] & 15];
    }
    return newBytes(text);
}
Owned hexlifyFunction(Object*, Args args) { return hexlify("hexlify", args); }
Owned b2aHexFunction(Object*, Args args) { return hexlify("b2a_hex", args); }

Owned unhexlifyFunction(Object*, Object* given) {
    std::string_view text;
    if (!wantText(given, &text)) return nullptr;
    if (text.size() % 2) return raise(binasciiError, "Odd-length string");
    auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (size_t i = 0; i < text.size(); i += 2) {
        int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0) return raise(binasciiError, "Non-hexadecimal digit found");
        bytes += static_cast<char>(high << 4 | low);
    }
    return newBytes(bytes);
}

const MethodDef functions[] = {
    {"a2b_base64", a2bBase64, NativeKind::Keywords},
    {"a2b_hex", unhexlifyFunction},
    {"a2b_qp", a2bQp, NativeKind::Keywords},
    {"a2b_uu", a2bUu},
    {"b2a_base64", b2aBase64, NativeKind::Keywords},
    {"b2a_hex", b2aHexFunction, NativeKind::Keywords},
    {"b2a_qp", b2aQp, NativeKind::Keywords},
    {"b2a_uu", b2aUu, NativeKind::Keywords},
    {"crc32", crc32Function, 1, 2},
    {"crc_hqx", crcHqxFunction, 2, 2},
    {"hexlify", hexlifyFunction, NativeKind::Keywords},
    {"unhexlify", unhexlifyFunction},
    {},
};

Type* incomplete = nullptr;

RuntimeCache madeCache([] { binasciiError = incomplete = nullptr; });

// Made once for a run, so that a module that is imported anew shares them with the one before.
bool makeTypes() {
    if (incomplete) return true;
    binasciiError = newExceptionClass("binascii.Error", {exc::ValueError});
    incomplete = binasciiError ? newExceptionClass("binascii.Incomplete", {exc::Exception}) : nullptr;
    return incomplete != nullptr;
}

}

Owned makeBinasciiModule() {
    Ref<> module = newModule("binascii");
    bool good = module && addFunctions(module, functions) && makeTypes() && addToModule(module, "Error", newRef(binasciiError)) &&
                addToModule(module, "Incomplete", newRef(incomplete));
    return good ? module.release() : Owned(nullptr);
}

}
