// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Python's regular expressions, read and rewritten for PCRE2 in one pass. PCRE2 has the machinery; what a pattern
// means, and what is wrong with it, is Python's: every literal is written as a number, and classes, anchors and \b are
// spelt out, so that nothing of PCRE2's own syntax can be met by accident.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace memtape {

namespace RegexFlag {
enum : uint32_t { IgnoreCase = 2, Locale = 4, Multiline = 8, DotAll = 16, Unicode = 32, Verbose = 64, Debug = 128, Ascii = 256 };
}

struct RegexProblem {
    std::string message;      // UTF-8
    int64_t position;         // in characters; -1: of the pattern as a whole
    bool isFlagError = false; // ValueError, not re.error
};

struct RegexTranslation {
    std::u32string text; // for PCRE2, in 32-bit units
    uint32_t flags = 0;  // as given, and those that the pattern sets itself
    int groups = 0;
    std::vector<std::pair<std::u32string, int>> names; // in order of appearance
    std::vector<int> enclosing;                        // by group: the group around it, 0: none
    std::optional<RegexProblem> problem;
};

RegexTranslation translateRegex(const std::u32string& pattern, bool isBytes, uint32_t flags);

bool isRegexIdentifier(const std::u32string& name);
std::string quotedOf(const std::u32string& text); // as repr() has it, for messages

}
