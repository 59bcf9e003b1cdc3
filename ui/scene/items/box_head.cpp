// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/items/box_head.h"

#include <QFontMetricsF>
#include <algorithm>

#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double left = metrics::iconWidth + 15; // behind the sign of the kind
constexpr double signWidth = 18;
constexpr double gap = 4; // before a count

double textWidth(const QString& text, const QFont& font) { return text.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text) + 1; }

}

BoxHead headOf(const BoxPicture& box, double width, Detail detail) {
    BoxHead head;
    head.sign = QPointF(width - 2, 2);
    const double type = textWidth(box.type, interfaceFont(13, true));
    const QFont countFont = interfaceFont(12);
    auto fits = [&](const QString& count, double room) { return count.isEmpty() || textWidth(count, countFont) <= room; };
    const QString counts[] = {box.count, box.briefCount};
    const double room = width - left - 6;
    for (const QString& count : counts)
        if (detail >= Detail::Objects && head.countText.isEmpty() && fits(count, room - type - gap)) head.countText = count;
    const double rest = room - (head.countText.isEmpty() ? 0 : textWidth(head.countText, countFont) + gap);
    head.type = QRectF(left, 0, std::min(type, rest), metrics::headerHeight);
    head.count = QRectF(left, 0, room - 2, metrics::headerHeight);
    if (type + signWidth <= rest) head.sign = QPointF(left + type + signWidth / 2, metrics::headerHeight / 2);
    return head;
}

}
