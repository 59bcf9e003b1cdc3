// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of characters, as '\N{...}' has them.

#include <optional>
#include <string_view>

namespace memtape::unicode {

// The character with this name, or with this corrected name of one whose name has a mistake. The names are those of Unicode 15.1 that CPython
// 3.13 has (of Tangut ideographs it has none), in any case but for "CJK UNIFIED IDEOGRAPH-…" and "HANGUL SYLLABLE …", which are capitals.
std::optional<char32_t> characterByName(std::string_view name);

}
