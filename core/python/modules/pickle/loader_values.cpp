// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, texts and bytes.
#include <gmp.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/python/modules/pickle/loader.h"
#include "core/python/modules/pickle/pickle_opcodes.h"
#include "core/python/objects/containers/buffers.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

namespace {

const uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const uint8_t*>(text.data()); }
Owned decoded(std::string_view text, const char* encoding, const char* errors) {
    return decodeBytes(bytesOf(text), text.size(), encoding, errors, nullptr);
}

}

bool Loader::loadValue(char code, bool* isOne) {
    *isOne = true;
    uint64_t n;
    std::string_view bytes;
    switch (code) {
    case opcode::None: return push(newNone());
    case opcode::NewTrue: return push(newBool(true));
    case opcode::NewFalse: return push(newBool(false));
    case opcode::BinInt: return readNumber(4, &n) && push(newInt(static_cast<int32_t>(n)));
    case opcode::BinInt1: return readNumber(1, &n) && push(newInt(static_cast<int64_t>(n)));
    case opcode::BinInt2: return readNumber(2, &n) && push(newInt(static_cast<int64_t>(n)));
    case opcode::Int: return readLine(&bytes) && pushInt(bytes);
    case opcode::Long: {
        if (!readLine(&bytes)) return false;
        std::string digits(bytes);
        if (digits.size() >= 2 && digits[digits.size() - 2] == 'L') digits.resize(digits.size() - 2);
        Held<> shown(newStr(digits));
        return shown && push(intFromBytes(digits, 10, shown));
    }
    case opcode::Long1: return readSized(1, &bytes) && pushLong(bytes);
    case opcode::Long4:
        if (!readNumber(4, &n)) return false;
        if (static_cast<int32_t>(n) < 0) return raise(unpicklingError, "LONG pickle has negative byte count");
        return read(n, &bytes) && pushLong(bytes);
    case opcode::Float: return readLine(&bytes) && pushFloat(bytes);
    case opcode::BinFloat: {
        if (!readNumber(8, &n)) return false;
        n = __builtin_bswap64(n);
        double value;
        std::memcpy(&value, &n, sizeof value);
        return push(newFloat(value));
    }
    case opcode::String: return readLine(&bytes) && pushString(bytes);
    case opcode::BinString:
        if (!readNumber(4, &n)) return false;
        if (static_cast<int32_t>(n) < 0) return raise(unpicklingError, "BINSTRING pickle has negative byte count");
        return read(n, &bytes) && pushText(bytes);
    case opcode::ShortBinString: return readSized(1, &bytes) && pushText(bytes);
    case opcode::Unicode: return readLine(&bytes, 1) && push(decoded(bytes.substr(0, bytes.size() - 1), "raw-unicode-escape", "strict"));
    case opcode::ShortBinUnicode: return readSized(1, &bytes) && push(decoded(bytes, "utf-8", "surrogatepass"));
    case opcode::BinUnicode: return readSized(4, &bytes) && push(decoded(bytes, "utf-8", "surrogatepass"));
    case opcode::BinUnicode8: return readVast("BINUNICODE", &bytes) && push(decoded(bytes, "utf-8", "surrogatepass"));
    case opcode::ShortBinBytes: return readSized(1, &bytes) && push(newBytes(bytes));
    case opcode::BinBytes: return readSized(4, &bytes) && push(newBytes(bytes));
    case opcode::BinBytes8: return readVast("BINBYTES", &bytes) && push(newBytes(bytes));
    case opcode::ByteArray8: return readVast("BYTEARRAY8", &bytes) && push(newByteArray(bytesOf(bytes), bytes.size()));
    case opcode::NextBuffer: return pushBuffer();
    case opcode::ReadOnlyBuffer: return makeReadOnly();
    default: return *isOne = false;
    }
}

// "I01" and "I00" are truth values. Digits as C reads them: 0x1f and 017 too.
bool Loader::pushInt(std::string_view line) {
    const std::string text(line.substr(0, line.size() - 1));
    char* end = nullptr;
    errno = 0;
    const long value = std::strtol(text.c_str(), &end, 0);
    if (!errno && end == text.c_str() + text.size()) {
        if (line.size() == 3 && (value == 0 || value == 1)) return push(newBool(value));
        return push(newInt(value));
    }
    Held<> shown(newStr("?"));
    Owned number = shown ? intFromBytes(text, 0, shown) : Owned(nullptr);
    if (number) return push(number);
    if (!errorMatches(exc::ValueError)) return false;
    clearError();
    return raise(exc::ValueError, "could not convert string to int");
}

bool Loader::pushLong(std::string_view bytes) {
    mpz_t value;
    mpz_init(value);
    mpz_import(value, bytes.size(), -1, 1, 0, 0, bytes.data());
    if (!bytes.empty() && (bytes.back() & 0x80)) {
        mpz_t top;
        mpz_init(top);
        mpz_setbit(top, bytes.size() * 8);
        mpz_sub(value, value, top);
        mpz_clear(top);
    }
    Owned made = newIntFromMpz(value);
    mpz_clear(value);
    return push(made);
}

bool Loader::pushFloat(std::string_view line) {
    const std::string_view digits = line.substr(0, line.size() - 1);
    const bool isStrict = digits.find_first_of("_ \t\r\f\v") == digits.npos;
    Held<> text(isStrict ? decoded(digits, "latin-1", "strict") : Owned(nullptr));
    Owned value = text ? floatFromText(text) : Owned(nullptr);
    if (value) return push(value);
    if (errorOccurred() && !errorMatches(exc::ValueError)) return false;
    clearError();
    return raise(exc::ValueError, "could not convert string to float");
}

bool Loader::pushText(std::string_view bytes) {
    const std::string encoding = strToUtf8(m_unpickler->encoding), errors = strToUtf8(m_unpickler->errors);
    return push(encoding == "bytes" ? newBytes(bytes) : decoded(bytes, encoding.c_str(), errors.c_str()));
}

bool Loader::pushString(std::string_view line) {
    std::string_view text = line.substr(0, line.size() - 1);
    const bool isQuoted = text.size() >= 2 && text.front() == text.back() && (text.front() == '\'' || text.front() == '"');
    if (!isQuoted) return raise(unpicklingError, "the STRING opcode argument must be quoted");
    std::string bytes;
    return decodeEscapes(bytes, text.substr(1, text.size() - 2), "strict") && pushText(bytes);
}

bool Loader::pushBuffer() {
    if (!m_unpickler->buffers) return raise(unpicklingError, "pickle stream refers to out-of-band data but no *buffers* argument was given");
    Owned buffer = nextOf(m_unpickler->buffers);
    if (!buffer && !errorOccurred()) return raise(unpicklingError, "not enough out-of-band buffers");
    return push(buffer);
}

bool Loader::makeReadOnly() {
    if (!wantOne()) return false;
    Held<> view(call(types::MemoryView, top()));
    if (!view) return false;
    if (static_cast<MemoryViewObject*>(view.get())->readOnly) return true;
    Held<> method(getAttr(view, "toreadonly"));
    Held<> made(method ? call(method) : Owned(nullptr));
    if (!made) return false;
    Held<> before(pop());
    return push(made.release());
}

}
