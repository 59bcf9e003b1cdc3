// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/numbers/int_recording.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/events/large_int.h"
#include "core/python/objects/numbers/int_digits.h"

namespace memtape {

namespace {

// As large_int.h has it.
std::string textOfLarge(const IntObject& i) {
    constexpr unsigned wordBits = 64;
    const uint64_t digits = i.tag >> 3;
    std::string text(1 + (digits * digitBits + wordBits - 1) / wordBits * (wordBits / 8), '\0');
    text[0] = isNegativeInt(&i) ? largeNegative : largePositive;
    char* to = text.data() + 1;
    unsigned __int128 bits = 0;
    unsigned count = 0;
    auto putWord = [&] {
        const uint64_t word = static_cast<uint64_t>(bits);
        std::memcpy(to, &word, sizeof word); // the machine's order is the tape's: lowest first
        to += sizeof word;
    };
    for (uint64_t d = 0; d < digits; d++) {
        bits |= static_cast<unsigned __int128>(i.digits[d]) << count;
        if ((count += digitBits) < wordBits) continue;
        putWord();
        bits >>= wordBits;
        count -= wordBits;
    }
    if (count) putWord();
    while (text.back() == '\0') text.pop_back(); // the highest digit is none
    return text;
}

// False: the value of an instance of a subclass is told in another way.
bool operandOf(Object* o, IntOrigin::Operand& operand) {
    int overflow = 0;
    operand.number = intValue(o, &overflow);
    if (!overflow) return true;
    operand = {granuleOf(o), 0};
    return isExactInt(o);
}

}

void recordIntValue(Object* i, const IntSource& source) {
    int overflow = 0;
    const int64_t value = intValue(i, &overflow);
    if (!overflow) {
        const std::string text = std::to_string(value);
        return recorder->payloadSet(granuleOf(i), text, text.size());
    }
    const std::string text = textOfLarge(*asInt(i));
    std::string cut;
    std::string_view kept = text;
    if (text.size() > wholePayloadLimit) kept = cut = text[0] + text.substr(text.size() - wholePayloadLimit + 1); // the highest
    if (!isExactInt(i)) return recorder->payloadSet(granuleOf(i), kept, text.size());
    IntOrigin origin{source.operation, {}, {}};
    const bool isKnown = source.left && operandOf(source.left, origin.left) && operandOf(source.right, origin.right);
    recorder->payloadLargeInt(granuleOf(i), kept, text.size(), isKnown ? &origin : nullptr);
}

}
