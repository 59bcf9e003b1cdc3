// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text that comes out of weaving: as it was, but for the blocks that asked for pictures, which are followed by them.

#include <QString>
#include <string>
#include <string_view>
#include <vector>

#include "ui/export/weave/weave_block.h"

namespace memtape {

struct WovenPicture {
    QString path; // from the text's folder
    QString alt;
};

// `pictures`: of each block, in order. All other lines stay as they are, with their ends.
std::string wovenText(std::string_view text, const std::vector<WeaveBlock>& blocks, const std::vector<std::vector<WovenPicture>>& pictures);

// A text as it stands within `![…]` and reads as itself in every kind of Markdown, on one line.
std::string asMarkdown(const QString& text);
// A path within `(…)` and `src="…"`.
std::string asAddress(const QString& path);

}
