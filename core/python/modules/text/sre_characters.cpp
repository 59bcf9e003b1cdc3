// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/sre_characters.h"

#include "core/python/modules/text/sre_codes.h"
#include "core/text/unicode.h"

namespace memtape::sre {

namespace {

enum Trait : uint8_t { Decimal = 1, Space = 2, Word = 4, LineBreak = 8 };

uint8_t askUnicode(uint32_t c) {
    uint8_t traits = 0;
    if (unicode::isDecimal(c)) traits |= Decimal;
    if (unicode::isSpace(c)) traits |= Space;
    if (c == '_' || unicode::isAlnum(c)) traits |= Word;
    if (unicode::isLineBreak(c)) traits |= LineBreak;
    return traits;
}

// The answers for the basic plane, by pages of 256 characters, each filled in when first asked for. They are the same for every run.
uint8_t unicodeTraits(uint32_t c) {
    static uint8_t pages[256][256];
    static bool filled[256];
    if (c > 0xffff) return askUnicode(c);
    uint32_t page = c >> 8;
    if (!filled[page]) [[unlikely]] {
        for (uint32_t i = 0; i < 256; ++i) pages[page][i] = askUnicode(page << 8 | i);
        filled[page] = true;
    }
    return pages[page][c & 255];
}

bool isDigitAscii(uint32_t c) { return c - '0' < 10; }
bool isSpaceAscii(uint32_t c) { return c == ' ' || c - 9 < 5; }

}

uint32_t lowerAscii(uint32_t c) { return c - 'A' < 26 ? c + 32 : c; }

uint32_t lowerUnicode(uint32_t c) {
    if (c < 128) return lowerAscii(c);
    if (c > 0x10ffff) return c;
    char32_t out[3];
    unicode::toLower(c, out);
    return out[0];
}

uint32_t upperUnicode(uint32_t c) {
    if (c > 0x10ffff) return c;
    char32_t out[3];
    unicode::toUpper(c, out);
    return out[0];
}

bool isCasedUnicode(uint32_t c) { return lowerUnicode(c) != c || upperUnicode(c) != c; }

bool isWordAscii(uint32_t c) { return (c | 32) - 'a' < 26 || isDigitAscii(c) || c == '_'; }
bool isWordUnicode(uint32_t c) { return unicodeTraits(c) & Word; }

bool inCategory(uint32_t category, uint32_t c) {
    bool complement = category & 1, is = false;
    switch (category & ~1u) {
    case CategoryDigit: is = isDigitAscii(c); break;
    case CategorySpace: is = isSpaceAscii(c); break;
    case CategoryWord:
    case CategoryLocWord: is = isWordAscii(c); break;
    case CategoryLineBreak: is = c == '\n'; break;
    case CategoryUniDigit: is = unicodeTraits(c) & Decimal; break;
    case CategoryUniSpace: is = unicodeTraits(c) & Space; break;
    case CategoryUniWord: is = unicodeTraits(c) & Word; break;
    case CategoryUniLineBreak: is = unicodeTraits(c) & LineBreak; break;
    }
    return is != complement;
}

}
