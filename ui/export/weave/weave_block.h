// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the opening line of a block asks of `memtape weave`: ```python memtape line=8 detail=objects alt="…". Words of the block's own are taken here; all others are
// options of `memtape export`, a word for each, without the dashes. What is said in braces ({.python .memtape line=8}) is the same.

#include <optional>
#include <string>
#include <vector>

#include "ui/export/weave/markdown_fences.h"

namespace memtape {

struct WeaveBlock {
    FencedBlock fence;
    std::string language;             // as it is written: `python`
    std::vector<std::string> classes; // `.name` and `#id` of a block in braces, which stay
    std::string format;               // the ending of its pictures, of an interactive page `html`; empty: as usual
    std::string name;                 // of its files, without an ending; empty: they are numbered
    std::optional<std::string> alt;   // else it is made from the state
    int height = 640;                 // of a page's frame, in pixels
    bool isPage = false;
    bool isHidden = false;            // the picture alone is shown
    std::vector<std::string> options; // `--line=8`
    std::string problem;              // one sentence; empty: there is none
};

// Those blocks that ask for it.
std::vector<WeaveBlock> weaveBlocks(const std::vector<std::string_view>& lines);

// The opening line as other programs know it, with the language alone.
std::string plainOpening(const WeaveBlock& block);

}
