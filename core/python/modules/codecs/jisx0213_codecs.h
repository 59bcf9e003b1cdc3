// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How CPython's codecs of JIS X 0213 differ from iconv's: signs that it takes from elsewhere, and ten characters of the second edition (2004) that those of
// the first do not have. As MultibyteCodec::encodeOtherwise and decodeOtherwise.

#include <string>
#include <string_view>

namespace memtape {

bool eucJis2004Character(char32_t c, std::string& out);
bool eucJis2000Character(char32_t c, std::string& out);
bool shiftJis2004Character(char32_t c, std::string& out);
bool shiftJis2000Character(char32_t c, std::string& out);
bool eucJis2004Bytes(std::string_view bytes, char32_t& c);
bool eucJis2000Bytes(std::string_view bytes, char32_t& c);
bool shiftJis2004Bytes(std::string_view bytes, char32_t& c);
bool shiftJis2000Bytes(std::string_view bytes, char32_t& c);

// May have one code together with a combining character.
bool mayBeginPair(char32_t c);

}
