// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, texts and bytes.
#include <gmp.h>

#include <cstring>

#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/modules/pickle/saver.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

namespace {

constexpr uint64_t shortest = 0x100, fourBytes = uint64_t{1} << 32;

// Little-endian, in two's complement, with as few bytes as it takes.
std::string bytesOfInt(Object* o) {
    mpz_t value;
    mpz_init(value);
    intToMpz(o, value);
    const bool isNegative = mpz_sgn(value) < 0;
    const size_t size = mpz_sizeinbase(value, 2) / 8 + 1;
    if (isNegative) { // 2 ** bits + value
        mpz_t top;
        mpz_init(top);
        mpz_setbit(top, size * 8);
        mpz_add(value, value, top);
        mpz_clear(top);
    }
    std::string bytes(size, '\0');
    size_t written = 0;
    mpz_export(bytes.data(), &written, -1, 1, 0, 0, value);
    mpz_clear(value);
    const bool isTooLong = isNegative && size > 1 && bytes[size - 1] == '\xff' && (bytes[size - 2] & 0x80);
    if (isTooLong) bytes.pop_back();
    return bytes;
}

// As the codec raw_unicode_escape, but so that it stays one line.
std::string rawText(StrObject* text) {
    std::string out;
    auto escape = [&](char letter, uint32_t c, int digits) {
        out += '\\';
        out += letter;
        for (int i = digits - 1; i >= 0; --i) out += "0123456789abcdef"[c >> (4 * i) & 0xf];
    };
    for (ssize i = 0; i < text->length; ++i) {
        const uint32_t c = charAt(text, i);
        if (c >= 0x10000) escape('U', c, 8);
        else if (c >= 0x100 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) escape('u', c, 4);
        else out += static_cast<char>(c);
    }
    return out;
}

}

bool Saver::saveBool(bool value) {
    if (protocol() >= 2) return op(value ? opcode::NewTrue : opcode::NewFalse);
    return m_output.put(value ? "I01\n" : "I00\n");
}

bool Saver::saveInt(Object* o) {
    int overflow = 0;
    const int64_t value = intValue(o, &overflow);
    if (!overflow && value == static_cast<int32_t>(value)) {
        if (!isBinary()) return m_output.put(opcode::Int + std::to_string(value) + '\n');
        const uint32_t bits = static_cast<uint32_t>(value);
        if (bits < 0x100) return number(opcode::BinInt1, bits, 1);
        return bits < 0x10000 ? number(opcode::BinInt2, bits, 2) : number(opcode::BinInt, bits, 4);
    }
    if (protocol() < 2) {
        std::string digits;
        return appendRepr(digits, o) && m_output.put(opcode::Long + digits + "L\n");
    }
    const std::string bytes = bytesOfInt(o);
    if (bytes.size() > INT32_MAX) return raise(exc::OverflowError, "int too large to pickle");
    const bool isShort = bytes.size() < shortest;
    return number(isShort ? opcode::Long1 : opcode::Long4, bytes.size(), isShort ? 1 : 4) && m_output.put(bytes);
}

bool Saver::saveFloat(Object* o) {
    if (!isBinary()) {
        std::string text;
        return appendRepr(text, o) && m_output.put(opcode::Float + text + '\n');
    }
    uint64_t bits;
    const double value = floatValue(o);
    std::memcpy(&bits, &value, sizeof bits);
    return number(opcode::BinFloat, __builtin_bswap64(bits), 8);
}

bool Saver::saveText(Object* o) {
    if (!isBinary()) return m_output.put(opcode::Unicode + rawText(asStr(o)) + '\n') && memoize(o);
    const std::string utf8 = strToUtf8(o);
    std::string header;
    auto head = [&](char opcode, int bytes) {
        header = opcode;
        for (int i = 0; i < bytes; ++i) header += static_cast<char>(utf8.size() >> (8 * i));
    };
    if (utf8.size() < shortest && protocol() >= 4) head(opcode::ShortBinUnicode, 1);
    else if (utf8.size() < fourBytes) head(opcode::BinUnicode, 4);
    else if (protocol() >= 4) head(opcode::BinUnicode8, 8);
    else return raise(exc::OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
    return m_output.putLarge(header, utf8, nullptr) && memoize(o);
}

bool Saver::putBytes(Object* o, std::string_view bytes) {
    std::string header;
    auto head = [&](char opcode, int length) {
        header = opcode;
        for (int i = 0; i < length; ++i) header += static_cast<char>(bytes.size() >> (8 * i));
    };
    if (bytes.size() < shortest) head(opcode::ShortBinBytes, 1);
    else if (bytes.size() < fourBytes) head(opcode::BinBytes, 4);
    else if (protocol() >= 4) head(opcode::BinBytes8, 8);
    else return raise(exc::OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
    return m_output.putLarge(header, bytes, isExactBytes(o) ? o : nullptr) && memoize(o);
}

bool Saver::putByteArray(Object* o, std::string_view bytes) {
    std::string header(1, opcode::ByteArray8);
    for (int i = 0; i < 8; ++i) header += static_cast<char>(bytes.size() >> (8 * i));
    return m_output.putLarge(header, bytes, o->type == types::ByteArray ? o : nullptr) && memoize(o);
}

// Before protocol 3 there were no bytes: they are a text that is to be encoded.
bool Saver::saveBytes(Object* o) {
    const std::string_view bytes(reinterpret_cast<const char*>(bytesData(o)), static_cast<size_t>(bytesLength(o)));
    if (protocol() >= 3) return putBytes(o, bytes);
    if (bytes.empty()) return saveCall(types::Bytes, emptyTuple, o);
    Held<> encode(attributeOf("codecs", "encode"));
    Held<> text(encode ? newStrFromLatin1(bytesData(o), bytes.size()) : Owned(nullptr));
    Held<> codec(text ? internStr("latin1") : Owned(nullptr));
    Held<> arguments(codec ? packTuple(text.get(), codec.get()) : Owned(nullptr));
    return arguments && saveCall(encode, arguments, o);
}

bool Saver::saveByteArray(Object* o) {
    HeldBuffer held;
    if (!held.want(o)) return false;
    const std::string_view bytes(reinterpret_cast<const char*>(held.data()), held.size());
    if (protocol() >= 5) return putByteArray(o, bytes);
    if (bytes.empty()) return saveCall(types::ByteArray, emptyTuple, o);
    Held<> copy(newBytes(bytes));
    Held<> arguments(copy ? packTuple(copy.get()) : Owned(nullptr));
    return arguments && saveCall(types::ByteArray, arguments, o);
}

bool Saver::saveBuffer(Object* o) {
    if (protocol() < 5) return raise(picklingError, "PickleBuffer can only be pickled with protocol >= 5");
    Held<> view(getAttr(o, "raw"));
    view = view ? call(view) : Owned(nullptr);
    if (!view) {
        if (!errorMatches(exc::BufferError)) return false;
        clearError();
        return raise(picklingError, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    }
    bool isInside = true;
    if (m_pickler->bufferCallback) {
        Held<> kept(call(m_pickler->bufferCallback, o));
        const int answer = kept ? isTrue(kept) : -1;
        if (answer < 0) return false;
        isInside = answer;
    }
    const bool isReadOnly = static_cast<MemoryViewObject*>(view.get())->readOnly;
    if (!isInside) return op(opcode::NextBuffer) && (!isReadOnly || op(opcode::ReadOnlyBuffer));
    HeldBuffer held;
    if (!held.want(view)) return false;
    const std::string_view bytes(reinterpret_cast<const char*>(held.data()), held.size());
    return isReadOnly ? putBytes(o, bytes) : putByteArray(o, bytes);
}

}
