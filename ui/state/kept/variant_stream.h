// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values in the form of Qt's data stream, version 4.0, as its INI files hold what has no text of its own. Qt's own reader takes memory for as many items as
// the bytes say there are; this one reads what settings hold, and nothing else.

#include <QByteArray>
#include <QVariant>
#include <optional>

namespace memtape {

// Truths, numbers, texts, bytes, points, and lists and maps of them. None: the bytes are cut off, or of something else.
std::optional<QVariant> variantOfStream(const QByteArray& bytes);

}
