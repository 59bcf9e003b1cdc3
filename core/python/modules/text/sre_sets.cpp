// SPDX-License-Identifier: GPL-3.0-or-later

// Sets of characters in the words of CPython's code: LITERAL, RANGE, CATEGORY and bitmaps, one after another, up to FAILURE.

#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_program.h"

namespace memtape::sre {

namespace {

constexpr uint32_t bitmapWords = 256 / 32, indexWords = 256 / 4;

bool bitOf(const uint32_t* bitmap, uint32_t c) { return bitmap[c >> 5] >> (c & 31) & 1; }
// The bytes of the index of a big set: number of the bitmap for each page of 256 characters.
uint32_t pageOf(const uint32_t* index, uint32_t page) { return index[page >> 2] >> (8 * (page & 3)) & 255; }

}

bool wordsContain(const uint32_t* at, uint32_t c) {
    bool found = true; // what is to be answered where an item contains c
    for (;;) {
        switch (*at++) {
        case CodeFailure: return !found;
        case CodeNegate: found = !found; break;
        case CodeLiteral:
            if (c == *at) return found;
            ++at;
            break;
        case CodeRange:
            if (at[0] <= c && c <= at[1]) return found;
            at += 2;
            break;
        case CodeRangeUniIgnore: {
            uint32_t upper = upperUnicode(c);
            if ((at[0] <= c && c <= at[1]) || (at[0] <= upper && upper <= at[1])) return found;
            at += 2;
            break;
        }
        case CodeCategory:
            if (inCategory(*at, c)) return found;
            ++at;
            break;
        case CodeCharset:
            if (c < 256 && bitOf(at, c)) return found;
            at += bitmapWords;
            break;
        case CodeBigCharset: {
            uint32_t count = *at++;
            if (c < 65536 && bitOf(at + indexWords + bitmapWords * pageOf(at, c >> 8), c & 255)) return found;
            at += indexWords + bitmapWords * count;
            break;
        }
        }
    }
}

const uint32_t* checkSet(const uint32_t* at, const uint32_t* end) {
    auto take = [&](size_t words) {
        if (static_cast<size_t>(end - at) < words) return false;
        at += words;
        return true;
    };
    while (at < end) {
        switch (*at++) {
        case CodeFailure: return at;
        case CodeNegate: break;
        case CodeLiteral:
            if (!take(1)) return nullptr;
            break;
        case CodeRange:
        case CodeRangeUniIgnore:
            if (!take(2)) return nullptr;
            break;
        case CodeCategory:
            if (!take(1) || at[-1] >= CategoryCount) return nullptr;
            break;
        case CodeCharset:
            if (!take(bitmapWords)) return nullptr;
            break;
        case CodeBigCharset: {
            if (!take(1)) return nullptr;
            uint32_t count = at[-1];
            const uint32_t* index = at;
            if (count > 256 || !take(indexWords + bitmapWords * count)) return nullptr;
            for (uint32_t page = 0; page < 256; ++page)
                if (pageOf(index, page) >= count) return nullptr;
            break;
        }
        default: return nullptr;
        }
    }
    return nullptr;
}

bool setAsksAbove(const uint32_t* at) {
    for (;;) {
        switch (*at++) {
        case CodeFailure: return false;
        case CodeNegate: break;
        case CodeLiteral:
            if (*at++ > 255) return true;
            break;
        case CodeRange:
            if (at[1] > 255) return true;
            at += 2;
            break;
        case CodeCharset: at += bitmapWords; break;
        default: return true;
        }
    }
}

bool Program::ask(const CharacterSet& set, uint32_t c) const {
    uint32_t lower = folded(set.folding, c);
    switch (set.form) {
    case CharacterSet::Form::Literal: return lower == set.value;
    case CharacterSet::Form::NotLiteral: return lower != set.value;
    case CharacterSet::Form::Words: break;
    }
    if (wordsContain(&words[set.value], lower)) return true;
    // Of a byte in a locale either case may be meant by the set.
    if (set.folding != Folding::Locale || c >= 128 || lower - 'a' >= 26) return false;
    return wordsContain(&words[set.value], lower - 32);
}

}
