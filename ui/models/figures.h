// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures of any size as people read them. None is ever cut: where there is little room it is rounded, and says so by its unit.

#include <QString>

namespace memtape {

QString groupedFigure(quint64 figure); // `9 987`, with spaces that do not break
QString wholeFigure(quint64 figure);   // the same, but that up to 9999 there is none
QString shortFigure(quint64 figure);   // up to 9999 as it is; then three digits and a unit: `85.7 k`, `1.23 M`

}
