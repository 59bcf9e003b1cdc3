// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quoted_words.h"

namespace memtape {

std::optional<std::vector<std::string>> quotedWords(std::string_view line) {
    std::vector<std::string> words;
    bool isWithin = false;
    char quote = 0;
    for (size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (!quote && (c == ' ' || c == '\t' || c == '\r')) {
            isWithin = false;
            continue;
        }
        if (!isWithin) words.emplace_back();
        isWithin = true;
        if (quote && c == quote) quote = 0;
        else if (!quote && (c == '"' || c == '\'')) quote = c;
        else if (c == '\\' && quote == '"' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\')) words.back() += line[++i];
        else words.back() += c;
    }
    if (quote) return std::nullopt;
    return words;
}

}
