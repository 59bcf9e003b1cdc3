// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of characters, as '\N{...}' has them.

#include <optional>
#include <string>
#include <string_view>

namespace memtape::unicode {

// The character with this name, or with this alias (a corrected name, that of a control character, an abbreviation). The names are those of Unicode 15.1 that CPython
// 3.13 has (of Tangut ideographs it has none), in any case but for "CJK UNIFIED IDEOGRAPH-…" and "HANGUL SYLLABLE …", which are capitals.
std::optional<char32_t> characterByName(std::string_view name);
// The name of a character that Unicode 15.1 added, for who has asked ICU in vain; "": it is none of those.
std::string addedCharacterName(char32_t c);

}
