// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the text of a number or string literal means.

#include <optional>
#include <string>
#include <string_view>

#include "core/python/bytecode/constant.h"

namespace memtape {

// The value of a number token. No value: an int with more decimal digits than sys.set_int_max_str_digits() allows;
// `digitCount` is how many it has.
std::optional<Constant> parseNumber(std::string_view text, int maxDigits, size_t& digitCount);

struct DecodedLiteral {
    std::string text;          // UTF-8 with lone surrogates as three bytes; or bytes
    std::string problem;       // "(unicode error) ..." or "(value error) ...", else empty
    std::string invalidEscape; // the first wrong escape, without its backslash: one character, or three octal digits
};

// The inside of a literal, without quotes. A text that is known to be UTF-8 is not checked again.
DecodedLiteral decodeStringBody(std::string_view body, bool isRaw, bool isKnownUtf8);
DecodedLiteral decodeBytesBody(std::string_view body, bool isRaw);

}
