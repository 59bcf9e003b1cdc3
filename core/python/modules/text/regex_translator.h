// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One reading of a pattern. regex_syntax.cpp has the grammar and the escapes, regex_groups.cpp what begins with "(",
// regex_classes.cpp what stands in "[…]".

#include <algorithm>

#include "core/python/modules/text/regex_syntax.h"

namespace memtape {

// A part of the pattern, rewritten, with the fewest and the most characters that it can match (UINT32_MAX: no bound).
struct RegexPiece {
    std::u32string text;
    uint64_t least = 0, most = 0;
    bool isAnchor = false, isRepeat = false;
};

class RegexTranslator {
public:
    RegexTranslator(const std::u32string& pattern, bool isBytes, uint32_t flags)
        : m_pattern(pattern),
          m_isBytes(isBytes),
          m_flags(flags),
          m_allFlags(flags) {}

    RegexPiece readAll();
    const std::optional<RegexProblem>& problem() const { return m_problem; }
    uint32_t flags() const { return m_allFlags; }
    int groupCount() const { return static_cast<int>(m_groups.size()) - 1; }
    const std::vector<std::pair<std::u32string, int>>& names() const { return m_names; }
    std::vector<int> enclosing() const;

private:
    struct Group {
        bool isOpen = false;
        uint64_t least = 0, most = 0;
        int parent = 0;
    };

    RegexPiece fail(std::string message, size_t position) {
        if (!m_problem) m_problem = RegexProblem{std::move(message), static_cast<int64_t>(position)};
        return {};
    }
    RegexPiece alternation(bool first);
    RegexPiece sequence(bool first);
    RegexPiece atom(bool first);
    RegexPiece quantified(RegexPiece item);
    RegexPiece literal(char32_t c);
    RegexPiece anchor(const char32_t* text);
    bool isQuantifier() const;
    bool readBounds(size_t* end, uint64_t* least, uint64_t* most) const;

    RegexPiece escape();
    RegexPiece numberedReference(size_t start);
    RegexPiece reference(int number, size_t start);
    bool characterEscape(size_t start, char32_t* value);
    bool namedCharacter(size_t start, char32_t* value);

    RegexPiece group(bool first);
    RegexPiece extension(size_t start, bool first);
    RegexPiece nameExtension(size_t start);
    RegexPiece capture(size_t start, const std::u32string& name, size_t nameAt);
    RegexPiece look(size_t start, bool behind, bool negative);
    RegexPiece conditional(size_t start);
    RegexPiece flagGroup(size_t start, bool first);
    bool readFlags(uint32_t* flags, bool adding);
    bool closeGroup(size_t start);
    bool readName(char32_t end, const char* what, std::u32string* name);
    bool isOpen(int number) const { return m_groups[static_cast<size_t>(number)].isOpen; }
    int numberOf(const std::u32string& name) const;

    RegexPiece characterClass();
    bool classItem(size_t start, char32_t* value, std::u32string* set, bool* complement);
    std::u32string category(char32_t letter) const; // for between brackets

    const std::u32string& m_pattern;
    size_t m_at = 0;
    bool m_isBytes;
    uint32_t m_flags, m_allFlags; // in force here; of the whole
    std::vector<Group> m_groups{Group{}};
    std::vector<std::pair<std::u32string, int>> m_names;
    int m_currentGroup = 0, m_depth = 0;
    std::vector<std::pair<int, size_t>> m_conditions; // groups that (?(n)…) asks for, and where
    bool m_lookBehind = false;
    int m_lookBehindGroups = 0;
    std::optional<RegexProblem> m_problem;
};

std::u32string regexNumber(char32_t c); // \x{…}

}
