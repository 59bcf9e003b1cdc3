// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fonts of a page, cut to the letters that it shows (HarfBuzz), packed (WOFF2) and written into its style sheet.

#include <QByteArray>

#include "ui/export/page/svg_pieces.h"

namespace memtape {

// @font-face rules, and a rule for each font that pieces are in (.t0, .t1 …). What none of our fonts has is left to the reader's; and of the second choices,
// whose letters (Hangul) are many and large, all that no picture has.
QByteArray pageFontRules(const UsedFonts& used);

}
