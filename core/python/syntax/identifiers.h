// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What Unicode says about characters in a program: which make an identifier (XID, PEP 3131), which can be printed, and
// which character a name like LATIN SMALL LETTER A means.

#include <optional>
#include <string>
#include <string_view>

namespace memtape {

bool isIdentifierStart(char32_t character);
bool isIdentifierContinue(char32_t character);
bool isPrintableCharacter(char32_t character);

// The byte offset of the first character that has no place in the identifier; npos where all have one.
size_t findNonIdentifierCharacter(std::string_view utf8);
// NFKC, the form in which identifiers are compared.
std::string normalizeIdentifier(std::string_view utf8);

// The character with this name or alias, as in '\N{...}'; case does not matter.
std::optional<char32_t> characterByName(std::string_view name);

}
