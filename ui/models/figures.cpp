// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figures.h"

#include <cmath>

namespace memtape {

namespace {

constexpr quint64 written = 9999; // the largest that is written out

}

QString groupedFigure(quint64 figure) {
    QString digits = QString::number(figure);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QChar(0xA0));
    return digits;
}

QString wholeFigure(quint64 figure) { return figure <= written ? QString::number(figure) : groupedFigure(figure); }

QString shortFigure(quint64 figure) {
    if (figure <= written) return QString::number(figure);
    double value = double(figure);
    const QString units = QStringLiteral("kMGTPE");
    qsizetype unit = -1;
    while (unit + 1 < units.size() && (unit < 0 || std::round(value) >= 1000)) { // 999 950 is 1.00 M, not 1000 k
        value /= 1000;
        ++unit;
    }
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals) + QChar(0xA0) + units[unit];
}

}
