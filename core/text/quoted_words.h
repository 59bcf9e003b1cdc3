// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line as words, as a shell parts it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

// Parted by blanks. What stands between quotes, single or double, is as it is, blanks too; between double ones \" and \\ stand for the second character.
// None: a quote has no end.
std::optional<std::vector<std::string>> quotedWords(std::string_view line);

}
