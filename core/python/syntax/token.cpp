// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/token.h"

#include <array>

namespace memtape {

namespace {

struct KeywordRow {
    std::string_view text;
    TokenKind kind;
};

constexpr KeywordRow keywordRows[] = {
#define TOKEN(name)
#define OPERATOR(name, text)
#define KEYWORD(name, text) {text, TokenKind::name},
#include "core/python/syntax/tokens.def"
};

constexpr std::string_view fixedTexts[] = {
#define TOKEN(name) {},
#define OPERATOR(name, text) text,
#define KEYWORD(name, text) text,
#include "core/python/syntax/tokens.def"
};

// Keywords by length and first letter collide rarely; a table of 256 chains would be larger than this scan.
constexpr unsigned hashWord(std::string_view text) {
    return (static_cast<unsigned char>(text[0]) * 7u + static_cast<unsigned char>(text[text.size() - 1]) * 3u +
            static_cast<unsigned>(text.size()) * 31u) &
           255u;
}

struct KeywordTable {
    std::array<int8_t, 256> first{};
    std::array<int8_t, std::size(keywordRows)> next{};
};

constexpr KeywordTable makeKeywordTable() {
    KeywordTable table;
    for (auto& slot : table.first) slot = -1;
    for (size_t i = 0; i < std::size(keywordRows); i++) {
        auto& slot = table.first[hashWord(keywordRows[i].text)];
        table.next[i] = slot;
        slot = static_cast<int8_t>(i);
    }
    return table;
}

constexpr KeywordTable keywordTable = makeKeywordTable();

}

TokenKind keywordOrName(std::string_view text) {
    if (text.size() < 2 || text.size() > 8) return TokenKind::Name;
    for (int i = keywordTable.first[hashWord(text)]; i >= 0; i = keywordTable.next[static_cast<size_t>(i)]) {
        if (keywordRows[i].text == text) return keywordRows[i].kind;
    }
    return TokenKind::Name;
}

std::string_view fixedText(TokenKind kind) { return fixedTexts[static_cast<size_t>(kind)]; }

}
