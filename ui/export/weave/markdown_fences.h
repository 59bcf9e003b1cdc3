// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fenced blocks of a Markdown text, as CommonMark has them, and where they lie in it: at the top, in quotes, in items of lists, in footnotes,
// and in the indented parts (`!!! note`, `=== "Tab"`) of those who build books with Python-Markdown. A fence within a longer fence or within a
// comment (`<!-- … -->`) is none.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

struct FencedBlock {
    size_t open = 0, close = 0; // the lines of its two fences, from 0
    bool isClosed = false;      // else `close` is the line behind it, which ended what the block was in, or the number of lines
    std::string lead;           // what stands on the opening line before the fence
    std::string prefix;         // what has to stand before a further line of the same place: blanks and `>`
    std::string fence;          // ``` or ~~~, as long as it is
    std::string info;           // what stands behind it, without the blanks around
    std::string text;           // the lines between, each with an end, without what stands before them because of the place
};

// Without their ends (\n, \r\n).
std::vector<std::string_view> linesOf(std::string_view text);
std::vector<FencedBlock> fencedBlocks(const std::vector<std::string_view>& lines); // in order; those that contain others, with the others

}
