// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text as repr() shows it: between quotes, with escapes for what cannot be printed.

#include <string>
#include <string_view>

namespace memtape {

// The escape of a code point, in the shortest of the three forms: \xe9, \u20ac, \U0001f600.
std::string escapeOf(char32_t c);
// The quote to put around a str (UTF-8) or around bytes: ' unless that stands in it and " does not.
char quoteFor(std::string_view text);
// What stands for one character of a str between these quotes: itself or an escape, \n for a line's end.
std::string quotedCharacter(char32_t c, char quote);
// The same of a byte: ASCII at all events.
std::string quotedByte(unsigned char byte, char quote);

// The repr of a str, surrogates passed; of bytes, without the b in front.
std::string quotedStr(std::string_view utf8);
std::string quotedBytes(std::string_view bytes);

}
