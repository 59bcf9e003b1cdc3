// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/multibyte_codecs.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <map>

#include "core/python/modules/codecs/jisx0213_codecs.h"
#include "core/python/modules/codecs/stateful_codec.h"

namespace memtape {

namespace {

uint8_t byteAt(std::string_view bytes, size_t i) { return static_cast<uint8_t>(bytes[i]); }

// ---- how long a character is

size_t oneOrTwo(std::string_view bytes) { return byteAt(bytes, 0) < 0x80 ? 1 : 2; }
size_t shiftJisLength(std::string_view bytes) {
    const uint8_t lead = byteAt(bytes, 0);
    return lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf) ? 1 : 2;
}
size_t shiftJis0213Length(std::string_view bytes) { return byteAt(bytes, 0) >= 0xfd ? 1 : shiftJisLength(bytes); }
size_t eucJapanLength(std::string_view bytes) { return byteAt(bytes, 0) < 0x80 ? 1 : byteAt(bytes, 0) == 0x8f ? 3 : 2; }
size_t gb18030Length(std::string_view bytes) {
    if (byteAt(bytes, 0) < 0x80) return 1;
    if (bytes.size() < 2) return 0;
    return bytes[1] >= '0' && bytes[1] <= '9' ? 4 : 2;
}

// ---- what is not as in iconv

bool isControl(char32_t c) { return c >= 0x80 && c < 0xa0; }
bool noControls(char32_t c, std::string&) { return isControl(c); }
bool asciiAlone(char32_t c, std::string& out) {
    if (c >= 0x80) return isControl(c);
    out += static_cast<char>(c);
    return true;
}
bool asciiBytes(std::string_view bytes, char32_t& c) {
    c = byteAt(bytes, 0) < 0x80 ? byteAt(bytes, 0) : 0;
    return bytes.size() == 1 && byteAt(bytes, 0) < 0xa1;
}
bool gbkCharacter(char32_t c, std::string& out) { return c == 0x20ac || asciiAlone(c, out); }

// Full-width forms of the signs that Shift JIS has in its ASCII half.
bool shiftJisCharacter(char32_t c, std::string& out) {
    if (c == 0xa5) return out += '\\', true;
    if (c == 0x203e) return out += '~', true;
    return (c >= 0xffe0 && c <= 0xffe2) || asciiAlone(c, out);
}
bool shiftJisBytes(std::string_view bytes, char32_t& c) {
    if (bytes.size() != 1 || byteAt(bytes, 0) >= 0x80) return false;
    c = byteAt(bytes, 0);
    return true;
}

// ---- Hangul of EUC-KR that KS X 1001 has no code for: spelt out in letters, each with two bytes, behind a filler

constexpr uint8_t letterRow = 0xa4, filler = 0xd4;
// The letters of a syllable's three places by their second byte.
constexpr uint8_t firstLetters[] = {0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
constexpr uint8_t firstVowel = 0xbf;
constexpr uint8_t lastLetters[] = {filler, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae,
                                   0xaf,   0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
constexpr char32_t firstSyllable = 0xac00, lastSyllable = 0xd7a3;
constexpr uint32_t vowelCount = 21, lastCount = std::size(lastLetters);
constexpr size_t speltOutBytes = 8;

bool convert(const MultibyteCodec& codec, std::string_view from, bool toBytes, std::string& out);
extern const MultibyteCodec eucKr;

bool eucKrCharacter(char32_t c, std::string& out) {
    if (c == 0x20a9 || c == 0x327e) return true; // signs that are not in CPython's table
    if (c < firstSyllable || c > lastSyllable) return asciiAlone(c, out);
    char32_t one[] = {c};
    if (convert(eucKr, {reinterpret_cast<const char*>(one), sizeof one}, true, out)) return true;
    const uint32_t index = c - firstSyllable;
    const uint8_t letters[] = {filler, firstLetters[index / (vowelCount * lastCount)],
                               static_cast<uint8_t>(firstVowel + index / lastCount % vowelCount), lastLetters[index % lastCount]};
    for (uint8_t letter : letters) {
        out += static_cast<char>(letterRow);
        out += static_cast<char>(letter);
    }
    return true;
}

template <size_t count> ssize_t placeIn(const uint8_t (&letters)[count], uint8_t letter) {
    for (size_t i = 0; i < count; ++i)
        if (letters[i] == letter) return static_cast<ssize_t>(i);
    return -1;
}

size_t eucKrLength(std::string_view bytes) {
    if (byteAt(bytes, 0) < 0x80) return 1;
    if (bytes.size() < 2) return 0;
    return byteAt(bytes, 0) == letterRow && byteAt(bytes, 1) == filler ? speltOutBytes : 2;
}

bool eucKrBytes(std::string_view bytes, char32_t& c) {
    c = 0;
    if (bytes.size() == 1) return c = byteAt(bytes, 0), true;
    // no C1 controls, nothing below the table, and not the last sign of its row
    if (bytes.size() == 2) return byteAt(bytes, 0) < 0xa1 || bytes == "\xa2\xe8";
    if (bytes.size() != speltOutBytes) return false;
    if (byteAt(bytes, 2) != letterRow || byteAt(bytes, 4) != letterRow || byteAt(bytes, 6) != letterRow) return true;
    const ssize_t first = placeIn(firstLetters, byteAt(bytes, 3)), last = placeIn(lastLetters, byteAt(bytes, 7));
    const uint8_t vowel = byteAt(bytes, 5);
    if (first < 0 || last < 0 || vowel < firstVowel || vowel >= firstVowel + vowelCount) return true;
    c = firstSyllable + (static_cast<uint32_t>(first) * vowelCount + (vowel - firstVowel)) * lastCount + static_cast<uint32_t>(last);
    return true;
}

// ---- Johab: a syllable's three places in five bits each

bool johabCharacter(char32_t c, std::string& out) { return c == 0x20a9 || c == 0x327e || asciiAlone(c, out); }
bool johabBytes(std::string_view bytes, char32_t& c) {
    c = 0;
    if (bytes.size() == 1) return c = byteAt(bytes, 0), true;
    const uint32_t code = static_cast<uint32_t>(byteAt(bytes, 0)) << 8 | byteAt(bytes, 1);
    if (code == 0xd9e8) return true;      // a sign that came later
    constexpr uint32_t onlyLast = 0x8441; // neither first letter nor vowel; the last letter in the low five bits
    constexpr char32_t lastAlone[] = {0x3000, 0x3131, 0x3132, 0, 0x3134, 0,      0,      0x3137, 0x3139, 0,      0,      0,      0,     0, 0, 0,
                                      0x3141, 0,      0x3142, 0, 0x3145, 0x3146, 0x3147, 0x3148, 0x314a, 0x314b, 0x314c, 0x314d, 0x314e};
    if (code < onlyLast || code >= onlyLast + std::size(lastAlone) || !lastAlone[code - onlyLast]) return false;
    c = lastAlone[code - onlyLast];
    return true;
}

const MultibyteCodec eucKr{"euc_kr", "_codecs_kr", "EUC-KR", eucKrLength, eucKrCharacter, eucKrBytes};
const MultibyteCodec eucJapan{"euc_jp", "_codecs_jp", "EUC-JP", eucJapanLength, asciiAlone, asciiBytes};
const MultibyteCodec codecs[] = {
    {"cp949", "_codecs_kr", "CP949", oneOrTwo, nullptr, nullptr},
    eucKr,
    {"johab", "_codecs_kr", "JOHAB", oneOrTwo, johabCharacter, johabBytes},
    {"shift_jis", "_codecs_jp", "SHIFT_JIS", shiftJisLength, shiftJisCharacter, shiftJisBytes},
    {"cp932", "_codecs_jp", "CP932", shiftJisLength, asciiAlone, shiftJisBytes},
    eucJapan,
    {"euc_jis_2004", "_codecs_jp", "EUC-JISX0213", eucJapanLength, eucJis2004Character, eucJis2004Bytes, nullptr, true, &eucJapan},
    {"euc_jisx0213", "_codecs_jp", "EUC-JISX0213", eucJapanLength, eucJis2000Character, eucJis2000Bytes, nullptr, true, &eucJapan},
    {"jisx0213", "", "EUC-JISX0213", eucJapanLength, asciiAlone, asciiBytes}, // as iconv has it, for the sets of ISO 2022
    {"shift_jis_2004", "_codecs_jp", "SHIFT_JISX0213", shiftJis0213Length, shiftJis2004Character, shiftJis2004Bytes, nullptr, true},
    {"shift_jisx0213", "_codecs_jp", "SHIFT_JISX0213", shiftJis0213Length, shiftJis2000Character, shiftJis2000Bytes, nullptr, true},
    {"gb2312", "_codecs_cn", "GB2312", oneOrTwo, nullptr, nullptr},
    {"gbk", "_codecs_cn", "GBK", oneOrTwo, gbkCharacter, asciiBytes},
    {"gb18030", "_codecs_cn", "GB18030", gb18030Length, nullptr, nullptr},
    {"big5", "_codecs_tw", "BIG5", oneOrTwo, noControls, nullptr},
    {"cp950", "_codecs_tw", "CP950", oneOrTwo, noControls, nullptr},
    {"big5hkscs", "_codecs_hk", "BIG5-HKSCS", oneOrTwo, noControls, nullptr},
    {"hz", "_codecs_cn", nullptr, nullptr, nullptr, nullptr, &hz},
    {"iso2022_kr", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Kr},
    {"iso2022_jp", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Jp},
    {"iso2022_jp_1", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Jp1},
    {"iso2022_jp_2", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Jp2},
    {"iso2022_jp_3", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Jp3},
    {"iso2022_jp_2004", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022Jp2004},
    {"iso2022_jp_ext", "_codecs_iso2022", nullptr, nullptr, nullptr, nullptr, &iso2022JpExt},
};

// One open conversion for each codec and direction, for as long as the process lives.
class Conversions {
public:
    Conversions() = default;
    Conversions(const Conversions&) = delete;
    Conversions& operator=(const Conversions&) = delete;
    ~Conversions() {
        for (const auto& [name, conversion] : m_open)
            if (conversion != reinterpret_cast<iconv_t>(-1)) iconv_close(conversion);
    }
    iconv_t of(const MultibyteCodec& codec, bool toBytes) {
        const auto [at, isNew] = m_open.try_emplace({codec.system, toBytes});
        if (isNew) at->second = toBytes ? iconv_open(codec.system, "UTF-32LE") : iconv_open("UTF-32LE", codec.system);
        return at->second;
    }

private:
    std::map<std::pair<std::string_view, bool>, iconv_t> m_open;
};
Conversions conversions;

bool convert(const MultibyteCodec& codec, std::string_view from, bool toBytes, std::string& out) {
    const iconv_t open = conversions.of(codec, toBytes);
    if (open == reinterpret_cast<iconv_t>(-1)) return false;
    char room[32];
    char *source = const_cast<char*>(from.data()), *target = room;
    size_t left = from.size(), free = sizeof room;
    iconv(open, nullptr, nullptr, nullptr, nullptr);
    // other than 0: something was replaced, or could not be converted
    if (iconv(open, &source, &left, &target, &free) != 0 || left != 0) return false;
    iconv(open, nullptr, nullptr, &target, &free); // what was kept back for a combining character
    if (target == room) return false;
    out.append(room, static_cast<size_t>(target - room));
    return true;
}

}

const MultibyteCodec* findMultibyteCodec(std::string_view module, std::string_view name) {
    for (const MultibyteCodec& codec : codecs)
        if (module == codec.module && name == codec.name) return &codec;
    return nullptr;
}

bool encodeMultibyte(const MultibyteCodec& codec, char32_t c, std::string& out) {
    if (c < 0x80 && !codec.encodeOtherwise) return out += static_cast<char>(c), true;
    const size_t before = out.size();
    if (codec.encodeOtherwise && codec.encodeOtherwise(c, out)) return out.size() > before;
    const char32_t one[] = {c};
    if (convert(codec, {reinterpret_cast<const char*>(one), sizeof one}, true, out)) return true;
    std::string code;
    if (!codec.threeBytes || !encodeMultibyte(*codec.threeBytes, c, code) || code.size() != 3) return false;
    out += code;
    return true;
}

bool beginsMultibytePair(const MultibyteCodec& codec, char32_t c) {
    static constexpr char32_t seconds[] = {0x300, 0x301, 0x2e5, 0x2e9, 0x309a};
    if (!codec.hasPairs || !mayBeginPair(c)) return false;
    std::string code;
    return std::ranges::any_of(seconds, [&](char32_t second) { return encodeMultibytePair(codec, c, second, code); });
}

bool encodeMultibytePair(const MultibyteCodec& codec, char32_t first, char32_t second, std::string& out) {
    const char32_t pair[] = {first, second};
    std::string together, alone;
    if (!convert(codec, {reinterpret_cast<const char*>(pair), sizeof pair}, true, together)) return false;
    // a code of as many bytes as that of the first alone
    if (!encodeMultibyte(codec, first, alone) || together.size() != alone.size()) return false;
    out += together;
    return true;
}

MultibyteStep decodeMultibyte(const MultibyteCodec& codec, std::string_view bytes, std::u32string& out, size_t& length) {
    length = codec.length(bytes);
    if (length == 0 || length > bytes.size()) return MultibyteStep::Incomplete;
    const std::string_view character = bytes.substr(0, length);
    char32_t c;
    if (codec.decodeOtherwise && codec.decodeOtherwise(character, c)) {
        if (!c && bytes[0] != 0) {
            if (!codec.hasPairs) length = 1; // else the whole code is one of the other edition's
            return MultibyteStep::Illegal;
        }
        out += c;
        return MultibyteStep::Character;
    }
    std::string utf32, alone;
    if (!convert(codec, character, false, utf32) && (length != 3 || !codec.threeBytes || !convert(*codec.threeBytes, character, false, utf32)))
        return length = 1, MultibyteStep::Illegal;
    // A byte that is a control character to iconv begins no character of CPython's, nor is it one.
    if (utf32.size() > sizeof c && convert(codec, bytes.substr(0, 1), false, alone)) return length = 1, MultibyteStep::Illegal;
    for (size_t i = 0; i + 4 <= utf32.size(); i += 4) {
        char32_t decoded;
        std::memcpy(&decoded, utf32.data() + i, 4);
        out += decoded;
    }
    return MultibyteStep::Character;
}

}
