// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What unicodedata says of one character and of texts, of the two versions of Unicode that it knows. The tables of unicode_data.h say most of it; names,
// decompositions and normal forms, which do not change once a character has them, are ICU's.

#include <optional>
#include <string>
#include <vector>

namespace memtape::unicodedata {

enum class Version : bool { Current, V3_2 };

bool isAssigned(char32_t c, Version version);
const char* category(char32_t c, Version version);
const char* bidirectional(char32_t c, Version version);
const char* eastAsianWidth(char32_t c, Version version);
int combining(char32_t c, Version version);
int mirrored(char32_t c, Version version);
std::optional<double> numeric(char32_t c, Version version);
int decimal(char32_t c, Version version); // -1: none
std::string decomposition(char32_t c, Version version);
std::string name(char32_t c, Version version); // "": none
// The characters of a name (in UTF-8): one, or of a named sequence more. "": no such name.
std::string lookup(const std::string& name, Version version);

enum class Form : int { Nfc, Nfd, Nfkc, Nfkd };
std::vector<char32_t> normalized(Form form, const std::vector<char32_t>& text, Version version);

}
