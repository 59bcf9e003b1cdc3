// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The statements of a program's text, without parsing them: which lines belong together, and which characters of a statement are its own rather than
// within brackets or texts.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

struct StatementLines {
    uint32_t first = 0, last = 0; // 0: there is no such line
};
// The lines of the statement, or of the head of a compound one, to which the line belongs.
StatementLines statementAt(std::string_view source, uint32_t line);
std::string_view linesOf(std::string_view source, StatementLines lines);

// A statement's text, with spaces in place of comments and line breaks; and its `outline`, of the same length, where all within brackets is `_`
// and all of a text is `"`.
class StatementText {
public:
    explicit StatementText(std::string_view text);

    const std::string& outline() const { return m_outline; }
    std::string piece(size_t from, size_t to = std::string::npos) const; // without the space around it
    size_t find(std::string_view part, size_t from = 0) const { return m_outline.find(part, from); }
    size_t findWord(std::string_view word, size_t from = 0) const;
    bool beginsWith(std::string_view word) const { return findWord(word) == 0; }
    std::vector<std::string> split(char at, size_t from, size_t to = std::string::npos) const; // the pieces that are not empty

private:
    std::string m_text, m_outline;
};

bool isWordCharacter(char c);
// All words in a statement's text, in order, within brackets too, but not those in texts and comments.
std::vector<std::string> wordsOf(std::string_view text);

}
