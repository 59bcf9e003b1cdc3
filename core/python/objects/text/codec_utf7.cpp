// SPDX-License-Identifier: GPL-3.0-or-later

// UTF-7 (RFC 2152): ASCII, in which everything else stands as base64 of UTF-16 between a '+' and what ends the shift.

#include "core/python/objects/text/codec_errors.h"
#include "core/python/objects/text/codecs.h"

namespace memtape {

namespace {

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int base64Value(uint32_t c) {
    const size_t at = c && c < 0x80 ? base64Digits.find(static_cast<char>(c)) : base64Digits.npos;
    return at == base64Digits.npos ? -1 : static_cast<int>(at);
}

// What stands for itself: all printable ASCII but '+', '\' and '~', and white space.
bool isDirect(uint32_t c) {
    if (c == '\t' || c == '\n' || c == '\r') return true;
    return c >= ' ' && c < 0x7f && c != '+' && c != '\\' && c != '~';
}

// Bits on their way into base64 digits or out of them.
struct Bits {
    uint32_t value = 0;
    int count = 0;
    void add(uint32_t bits, int width) {
        value = value << width | bits;
        count += width;
    }
    uint32_t take(int width) {
        count -= width;
        const uint32_t taken = value >> count;
        value &= (1u << count) - 1;
        return taken;
    }
};

void putUnit(std::string& out, Bits& bits, uint32_t unit) {
    bits.add(unit, 16);
    while (bits.count >= 6) out += base64Digits[bits.take(6)];
}

}

bool encodeUtf7(std::string& out, Object* str) {
    const TextView text = viewOf(str);
    bool shifted = false;
    Bits bits;
    for (ssize i = 0; i < text.length; ++i) {
        const uint32_t c = text.at(i);
        if (isDirect(c)) {
            if (shifted) {
                if (bits.count) out += base64Digits[bits.value << (6 - bits.count)];
                bits = Bits();
                shifted = false;
                if (base64Value(c) >= 0 || c == '-') out += '-';
            }
            out += static_cast<char>(c);
            continue;
        }
        if (!shifted && c == '+') {
            out += "+-";
            continue;
        }
        if (!shifted) out += '+';
        shifted = true;
        if (c >= 0x10000) {
            putUnit(out, bits, 0xd800 + ((c - 0x10000) >> 10));
            putUnit(out, bits, 0xdc00 + ((c - 0x10000) & 0x3ff));
        } else {
            putUnit(out, bits, c);
        }
    }
    if (shifted) {
        if (bits.count) out += base64Digits[bits.value << (6 - bits.count)];
        out += '-';
    }
    return true;
}

namespace {

// A shift under way. Its characters are written when it ends: where the input breaks off in it, it is read again with what comes later.
struct Shift {
    bool open = false;
    size_t start = 0;
    Bits bits;
    uint32_t high = 0; // a high surrogate that waits for its other half
    std::u32string characters;

    void begin(size_t at) {
        *this = Shift();
        open = true;
        start = at;
    }
    void putUnit(uint32_t unit) {
        if (high) {
            if (unit >= 0xdc00 && unit < 0xe000) {
                characters += static_cast<char32_t>(0x10000 + ((high & 0x3ff) << 10 | (unit & 0x3ff)));
                high = 0;
                return;
            }
            characters += static_cast<char32_t>(high);
            high = 0;
        }
        if (unit >= 0xd800 && unit < 0xdc00) high = unit;
        else characters += static_cast<char32_t>(unit);
    }
    void flush(StrBuilder& out) {
        for (char32_t c : characters) out.append(static_cast<uint32_t>(c));
        characters.clear();
    }
};

}

bool decodeUtf7(StrBuilder& out, CodecInput input) {
    DecodeTrouble trouble("utf7", input, out);
    Shift shift;
    size_t i = 0;
    for (;;) {
        while (i < input.size) {
            const uint32_t c = input.data[i];
            const int digit = base64Value(c);
            if (shift.open && digit >= 0) {
                shift.bits.add(static_cast<uint32_t>(digit), 6);
                if (shift.bits.count >= 16) shift.putUnit(shift.bits.take(16));
                ++i;
                continue;
            }
            const char* reason = nullptr;
            size_t start = i;
            if (shift.open) {
                shift.open = false;
                shift.flush(out);
                start = shift.start;
                if (shift.bits.count >= 6) reason = "partial character in shift sequence";
                else if (shift.bits.value) reason = "non-zero padding bits in shift sequence";
                if (!reason) {
                    if (shift.high && c < 0x80 && c != '+') out.append(shift.high);
                    shift.high = 0;
                    if (c == '-') ++i;
                    continue;
                }
                ++i;
            } else if (c == '+') {
                ++i;
                if (i < input.size && input.data[i] == '-') {
                    out.append('+');
                    ++i;
                    continue;
                }
                if (i == input.size || base64Value(input.data[i]) >= 0) {
                    shift.begin(start);
                    continue;
                }
                ++i;
                reason = "ill-formed sequence";
            } else if (c < 0x80) {
                out.append(c);
                ++i;
                continue;
            } else {
                ++i;
                reason = "unexpected special character";
            }
            if (!trouble.handle(start, i, reason, i)) return false;
        }
        if (!shift.open) break;
        if (input.consumed) {
            *input.consumed = shift.start;
            return true;
        }
        shift.open = false;
        shift.flush(out);
        if (!shift.high && shift.bits.count < 6 && !shift.bits.value) break;
        if (!trouble.handle(shift.start, input.size, "unterminated shift sequence", i)) return false;
        if (i >= input.size) break;
    }
    if (input.consumed) *input.consumed = i;
    return true;
}

}
