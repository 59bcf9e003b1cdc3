// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/multibyte_state.h"

#include <gmp.h>

#include <algorithm>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/codecs.h"

namespace memtape {

namespace {

constexpr size_t mostBytes = 1 + mostPending + sizeof(CodecState);

Owned numberOf(std::string_view bytes) {
    mpz_t value;
    mpz_init(value);
    mpz_import(value, bytes.size(), -1, 1, 0, 0, bytes.data());
    Owned number = newIntFromMpz(value);
    mpz_clear(value);
    return number;
}

std::string bytesOf(const CodecState& state) { return {reinterpret_cast<const char*>(state.data()), state.size()}; }
void setBytes(CodecState& state, std::string_view bytes) { std::memcpy(state.data(), bytes.data(), state.size()); }

// The bytes of a number, which has to fit.
bool bytesOfNumber(Object* number, std::string& bytes) {
    if (intSign(number) < 0) return raise(exc::OverflowError, "can't convert negative int to unsigned");
    mpz_t value;
    mpz_init(value);
    intToMpz(number, value);
    const bool fits = mpz_sizeinbase(value, 2) <= bytes.size() * 8;
    if (fits) mpz_export(bytes.data(), nullptr, -1, 1, 0, 0, value);
    mpz_clear(value);
    return fits || raise(exc::OverflowError, "int too big to convert");
}

}

Owned encoderStateNumber(const CodecState& state, std::string_view pending) {
    std::string bytes(1, static_cast<char>(pending.size()));
    bytes += pending;
    return numberOf(bytes + bytesOf(state));
}

bool readEncoderState(Object* number, CodecState& state, std::string& pending) {
    if (!isInt(number)) return raise(exc::TypeError, "setstate() argument must be int, not {}", isNone(number) ? "None" : number->type->name);
    std::string bytes(mostBytes, '\0');
    if (!bytesOfNumber(number, bytes)) return false;
    const size_t count = static_cast<uint8_t>(bytes[0]);
    if (count > mostPending) return raise(exc::UnicodeError, "pending buffer too large");
    pending = bytes.substr(1, count);
    // it has to be well-formed
    if (!Ref<>(decodeBytes(reinterpret_cast<const uint8_t*>(pending.data()), count, "utf-8", "strict", nullptr))) return false;
    setBytes(state, std::string_view(bytes).substr(1 + count));
    return true;
}

Owned decoderStateNumber(const CodecState& state) { return numberOf(bytesOf(state)); }

bool readDecoderState(Object* number, CodecState& state) {
    std::string bytes(sizeof(CodecState), '\0');
    if (!bytesOfNumber(number, bytes)) return false;
    setBytes(state, bytes);
    return true;
}

}
