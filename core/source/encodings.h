// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Encodings of source files: PEP 263's cookie, and decoding to UTF-8.

#include <optional>
#include <string>
#include <string_view>

namespace memtape {

// The name in a coding comment of the first two lines, in CPython's normal form for the two that it knows by heart
// ("utf-8", "iso-8859-1"), as written else. Empty where there is none.
std::string findEncodingCookie(std::string_view bytes);

struct DecodedText {
    std::string text;
    bool isKnown = true; // false: no such encoding
    std::string problem; // what the codec says of the first byte that it cannot decode
};
DecodedText decodeBytes(std::string_view encoding, std::string_view bytes);

// The way back, from UTF-8. Nothing where the encoding is not known, or has no byte for a character: `missing` is then that character, else empty.
std::optional<std::string> encodeText(std::string_view encoding, std::string_view utf8, std::string* missing);

// "'utf-8' codec can't decode byte 0xe9 in position 3: ..." for the first wrong byte; nothing where all is well.
std::optional<std::string> findUtf8Problem(std::string_view bytes, size_t* where = nullptr);

}
