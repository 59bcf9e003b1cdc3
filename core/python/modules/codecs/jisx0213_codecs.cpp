// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/codecs/jisx0213_codecs.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace memtape {

namespace {

struct Sign {
    char32_t character;          // CPython's
    char32_t ofSystem;           // iconv's; 0: it has none that another code does not have too
    std::string_view euc, shift; // where there is none in one of them, it is as in iconv
};

constexpr Sign signs[] = {
    {0x2015, 0x2014, "\xa1\xbd", "\x81\x5c"},
    {0x2985, 0xff5f, "\xa2\xd6", "\x81\xd4"},
    {0x2986, 0xff60, "\xa2\xd7", "\x81\xd5"},
    {'\\', 0xff3c, "", "\x81\x5f"},
    {'~', 0xff5e, "", "\x81\xb0"},
};
constexpr Sign signOf2000{0x9b1d, 0x9b1c, "\x8f\xfd\xbb", "\xfc\x5a"};

constexpr char32_t only2004[] = {0x4ff1, 0x525d, 0x541e, 0x5653, 0x59f8, 0x5c5b, 0x5e77, 0x7626, 0x7e6b, 0x20b9f};
constexpr std::string_view euc2004[] = {"\xae\xa1", "\xaf\xfe", "\xcf\xd4", "\xcf\xfe", "\xf4\xa7",
                                        "\xfe\xfa", "\xfe\xfb", "\xfe\xfc", "\xfe\xfd", "\xfe\xfe"};
constexpr std::string_view shift2004[] = {"\x87\x9f", "\x88\x9e", "\x98\x73", "\x98\x9e", "\xea\xa5",
                                          "\xef\xf8", "\xef\xf9", "\xef\xfa", "\xef\xfb", "\xef\xfc"};

using Form = std::string_view Sign::*;

bool isControl(char32_t c) { return c >= 0x80 && c < 0xa0; }

bool encodeSign(const Sign& sign, Form form, char32_t c, std::string& out) {
    const std::string_view code = sign.*form;
    if (code.empty() || (c != sign.character && c != sign.ofSystem)) return false;
    if (c == sign.character) out += code;
    return true;
}

bool encode(Form form, bool isFirstEdition, char32_t c, std::string& out) {
    for (const Sign& sign : signs)
        if (encodeSign(sign, form, c, out)) return true;
    if (isFirstEdition && (encodeSign(signOf2000, form, c, out) || std::ranges::count(only2004, c))) return true;
    if (c >= 0x80) return isControl(c);
    out += static_cast<char>(c);
    return true;
}

bool decode(Form form, bool isFirstEdition, std::string_view bytes, char32_t& c) {
    for (const Sign& sign : signs)
        if (bytes == sign.*form) return c = sign.character, true;
    if (form == &Sign::euc && bytes == "\x8f\xa2\xb7") return c = '~', true; // the full-width one has this code, and is not what it stands for
    if (!isFirstEdition) return false;
    if (bytes == signOf2000.*form) return c = signOf2000.character, true;
    c = 0;
    return form == &Sign::euc ? std::ranges::count(euc2004, bytes) : std::ranges::count(shift2004, bytes);
}

bool oneByte(std::string_view bytes, char32_t& c) {
    const auto first = static_cast<uint8_t>(bytes[0]);
    c = first < 0x80 ? first : 0;
    return bytes.size() == 1 && first < 0xa1;
}

}

bool eucJis2004Character(char32_t c, std::string& out) { return encode(&Sign::euc, false, c, out); }
bool eucJis2000Character(char32_t c, std::string& out) { return encode(&Sign::euc, true, c, out); }
bool shiftJis2004Character(char32_t c, std::string& out) { return encode(&Sign::shift, false, c, out); }
bool shiftJis2000Character(char32_t c, std::string& out) { return encode(&Sign::shift, true, c, out); }
bool eucJis2004Bytes(std::string_view bytes, char32_t& c) { return oneByte(bytes, c) || decode(&Sign::euc, false, bytes, c); }
bool eucJis2000Bytes(std::string_view bytes, char32_t& c) { return oneByte(bytes, c) || decode(&Sign::euc, true, bytes, c); }
bool shiftJis2004Bytes(std::string_view bytes, char32_t& c) { return decode(&Sign::shift, false, bytes, c); }
bool shiftJis2000Bytes(std::string_view bytes, char32_t& c) { return decode(&Sign::shift, true, bytes, c); }

bool mayBeginPair(char32_t c) {
    return c == 0xe6 || (c >= 0x254 && c <= 0x28c) || c == 0x2e5 || c == 0x2e9 || (c >= 0x304b && c <= 0x3053) || (c >= 0x30ab && c <= 0x30c8) ||
           c == 0x31f7;
}

}
