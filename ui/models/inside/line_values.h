// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of the program with the values of its parts that are done in their place: `total = 15.0 + tax[i]`.

#include <QString>
#include <QVector>
#include <functional>

#include "core/session/inside_line.h"
#include "ui/state/inside_lines.h"

namespace memtape {

struct LinePiece {
    QString text;
    bool isValue = false;  // in place of the part that gave it
    bool isAtWork = false; // of the part whose turn it is
    bool operator==(const LinePiece&) const = default;
};

// `source`: the program's text; `valueOf`: what a part has given.
QVector<LinePiece> lineWithValues(const InsideLine& line, const QString& source, const std::function<InsideValue(const LinePart&)>& valueOf);

// The text of a part, on one line.
QString textOfPart(const LinePart& part, const QString& source);

}
