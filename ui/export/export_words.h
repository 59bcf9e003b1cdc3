// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the command line, and of the picture as data, for what can be chosen of a picture.

#include <string_view>

namespace memtape {

constexpr std::string_view detailWords[] = {"names", "values", "objects", "bytes"}; // in the order of Detail
constexpr std::string_view themeWords[] = {"light", "dark", "print"};               // in the order of Theme

constexpr std::string_view treeWords[] = {"fit", "down", "across"}; // in the order of TreeDirection

// Which of the words it is; the first one where it is none.
template <class Choice, size_t count> constexpr Choice choiceOf(std::string_view word, const std::string_view (&words)[count]) {
    for (size_t i = 0; i < count; ++i)
        if (words[i] == word) return Choice(i);
    return Choice(0);
}

}
