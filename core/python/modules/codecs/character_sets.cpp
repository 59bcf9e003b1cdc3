// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/character_sets.h"

#include <algorithm>
#include <iterator>

namespace memtape {

namespace {

constexpr char32_t fullWidthTilde = 0xff5e;       // JIS X 0212 has a tilde there
constexpr char firstCode = 0x21, lastCode = 0x7e; // of both bytes

// A set as a part of an EUC encoding.
struct EucPart {
    uint8_t mark;
    const MultibyteCodec* codec;
    std::string_view shift; // the byte before the code
};

const EucPart* findPart(uint8_t mark) {
    static const MultibyteCodec *const japanese = findMultibyteCodec("_codecs_jp", "euc_jp"),
                                       *const korean = findMultibyteCodec("_codecs_kr", "euc_kr"),
                                       *const chinese = findMultibyteCodec("_codecs_cn", "gb2312"),
                                       *const jisx0213 = findMultibyteCodec("", "jisx0213");
    static const EucPart parts[] = {
        {Jis0208, japanese, ""},  {Jis1978, japanese, ""},       {Jis0212, japanese, "\x8f"},   {Ksx1001, korean, ""},
        {Gb2312Set, chinese, ""}, {Jis0213Of2000, jisx0213, ""}, {Jis0213Of2004, jisx0213, ""}, {Jis0213Second, jisx0213, "\x8f"},
    };
    for (const EucPart& part : parts)
        if (part.mark == mark) return &part;
    return nullptr;
}

// Codes of JIS X 0213's first plane that are other characters in CPython than in the system's table.
constexpr struct {
    std::string_view code;
    char32_t here, system;
} otherwise0213[] = {{"!=", 0x2015, 0x2014}, {"\"2", '~', fullWidthTilde}, {"\"V", 0x2985, 0xff5f}, {"\"W", 0x2986, 0xff60}};
bool isFirst0213(uint8_t mark) { return mark == Jis0213Of2000 || mark == Jis0213Of2004; }

// What the plane of 2000 had not yet.
bool cameIn2004(char32_t c) {
    constexpr char32_t added[] = {0x4ff1, 0x525d, 0x541e, 0x5653, 0x59f8, 0x5c5b, 0x5e77, 0x7626, 0x7e6b, 0x20b9f};
    return std::ranges::find(added, c) != std::end(added);
}

// The two bytes of a code in EUC, without their high bits.
bool takeCode(const EucPart& part, std::string_view euc, std::string& code) {
    if (euc.size() != part.shift.size() + 2 || !euc.starts_with(part.shift)) return false;
    for (char byte : euc.substr(part.shift.size())) {
        if (static_cast<uint8_t>(byte) < (firstCode | 0x80)) return false;
        code += static_cast<char>(byte & 0x7f);
    }
    return true;
}

// ---- JIS X 0201: ASCII with two signs of its own, and half-width Katakana

constexpr char32_t yen = 0xa5, overline = 0x203e, firstKatakana = 0xff61, lastKatakana = 0xff9f;

bool encodeRoman(char32_t c, std::string& code) {
    if (c != yen && c != overline) return false;
    code += c == yen ? '\\' : '~';
    return true;
}
bool encodeKatakana(char32_t c, std::string& code) {
    if (c < firstKatakana || c > lastKatakana) return false;
    code += static_cast<char>(c - firstKatakana + firstCode);
    return true;
}

// ISO 8859-7 as of 1987, without the signs that came later.
char32_t decodeGreek(uint8_t code) {
    const char32_t c = code | 0x80u;
    constexpr char32_t greekFrom = 0xb4, toGreek = 0x384 - 0xb4;
    switch (c) {
    case 0xa1: return 0x2018;
    case 0xa2: return 0x2019;
    case 0xaf: return 0x2015;
    case 0xa4:
    case 0xa5:
    case 0xaa:
    case 0xae:
    case 0xd2:
    case 0xff: return 0;
    case 0xb7:
    case 0xbb:
    case 0xbd: return c;
    default: return c < greekFrom ? c : c + toGreek;
    }
}

}

bool encodeInSet(uint8_t mark, char32_t c, std::string& code) {
    if (mark == JisRoman) return encodeRoman(c, code);
    if (mark == JisKatakana) return encodeKatakana(c, code);
    if ((mark == Jis0212 && c == fullWidthTilde) || (mark == Jis0213Of2000 && cameIn2004(c))) return false;
    if (isFirst0213(mark)) {
        for (const auto& row : otherwise0213) {
            if (c == row.here) return code += row.code, true;
            if (c == row.system) return false;
        }
    }
    const EucPart* part = findPart(mark);
    std::string euc;
    return part && encodeMultibyte(*part->codec, c, euc) && takeCode(*part, euc, code);
}

bool encodePairInSet(uint8_t mark, char32_t first, char32_t second, std::string& code) {
    const EucPart* part = findPart(mark);
    std::string euc;
    return part && encodeMultibytePair(*part->codec, first, second, euc) && takeCode(*part, euc, code);
}

bool decodeInSet(uint8_t mark, std::string_view code, std::u32string& out) {
    if (mark == JisRoman) return out += code[0] == '\\' ? yen : code[0] == '~' ? overline : static_cast<char32_t>(code[0]), true;
    if (mark == JisKatakana) {
        const char32_t c = firstKatakana + static_cast<uint8_t>(code[0]) - firstCode;
        if (c < firstKatakana || c > lastKatakana) return false;
        return out += c, true;
    }
    const EucPart* part = findPart(mark);
    if (!part || !std::ranges::all_of(code, [](char byte) { return byte >= firstCode && byte <= lastCode; })) return false;
    // in EUC-KR this letter begins a syllable that is spelt out
    if (mark == Ksx1001 && code == "$T") return out += U'\u3164', true;
    if (mark == Jis0212 && code == "\"7") return out += U'~', true;
    if (isFirst0213(mark)) {
        for (const auto& row : otherwise0213)
            if (code == row.code) return out += row.here, true;
    }
    std::string euc(part->shift);
    for (char byte : code) euc += static_cast<char>(byte | 0x80);
    size_t length;
    const size_t before = out.size();
    if (decodeMultibyte(*part->codec, euc, out, length) != MultibyteStep::Character) return false;
    return mark != Jis0213Of2000 || !cameIn2004(out[before]);
}

char32_t decodeInHighHalf(uint8_t mark, uint8_t code) { return mark == GreekSet ? decodeGreek(code) : code | 0x80u; }

}
