// SPDX-License-Identifier: GPL-3.0-or-later

// The docstring as it is kept: tabs expanded, and the indentation that its lines share taken away.

#include <algorithm>

#include "core/python/compiler/emitter.h"
#include "core/text/utf8.h"

namespace memtape {
namespace {

std::string withTabsExpanded(std::string_view text) {
    constexpr size_t tabSize = 8;
    std::string result;
    size_t column = 0; // in characters
    for (const char c : text) {
        if (c == '\t') {
            const size_t spaces = tabSize - column % tabSize;
            result.append(spaces, ' ');
            column += spaces;
            continue;
        }
        result += c;
        if (c == '\n' || c == '\r') column = 0;
        else if (!utf8::isContinuation(c)) ++column;
    }
    return result;
}

}

std::string cleanedDocstring(std::string_view text) {
    const std::string expanded = withTabsExpanded(text);
    const std::string_view doc = expanded;
    const size_t first = std::min(doc.find_first_not_of(' '), doc.size());

    // The margin is the least indentation of a line that is not blank, the first line aside.
    size_t margin = std::string::npos;
    for (size_t place = doc.find('\n', first); place != std::string_view::npos; place = doc.find('\n', place)) {
        const size_t start = ++place;
        const size_t content = doc.find_first_not_of(' ', start);
        if (content == std::string_view::npos) break;
        if (doc[content] != '\n') margin = std::min(margin, content - start);
        place = content;
    }
    if (margin == std::string::npos) margin = 0;
    if (first == 0 && margin == 0) return expanded;

    std::string result;
    for (size_t place = first; place < doc.size();) {
        if (place != first) {
            for (size_t i = 0; i < margin && place < doc.size() && doc[place] == ' '; ++i) ++place;
        }
        const size_t end = doc.find('\n', place);
        const size_t length = (end == std::string_view::npos ? doc.size() : end + 1) - place;
        result.append(doc.substr(place, length));
        place += length;
        if (length == 0) break;
    }
    return result;
}

}
