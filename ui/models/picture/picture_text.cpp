// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture.h"

namespace memtape {

QString pictureText(const Picture& picture) {
    QString out;
    auto markSign = [](Mark mark) {
        switch (mark) {
        case Mark::Made: return QStringLiteral("+ ");
        case Mark::Changed: return QStringLiteral("\u25CF ");
        case Mark::Released: return QStringLiteral("\u2715 ");
        case Mark::None: break;
        }
        return QString();
    };
    QHash<ObjectId, qsizetype> places;
    for (qsizetype i = picture.boxes.size() - 1; i >= 0; --i) places.insert(picture.boxes[i].id, i);
    auto rows = [&](const QVector<RowPicture>& list) {
        for (const RowPicture& row : list) {
            out += QStringLiteral("  ") + markSign(row.mark) + row.label;
            if (!row.ref.isNone()) {
                out += QStringLiteral(" -> ");
                if (row.ref.isChip) {
                    out += row.ref.text + (row.ref.immortal ? QStringLiteral(" \u221E") : QString());
                } else {
                    const qsizetype at = places.value(row.ref.box(), -1);
                    out += at >= 0 ? picture.boxes[at].type + QLatin1Char('#') + QString::number(1 + at) : QStringLiteral("?");
                }
            }
            out += QLatin1Char('\n');
        }
    };
    for (const CardPicture& card : picture.cards) {
        out += QStringLiteral("card ") + card.title;
        if (card.line) out += QStringLiteral(" line %1").arg(card.line);
        if (card.running) out += QStringLiteral(" running");
        if (card.kind == CardPicture::Kind::Gone) out += card.leftByError ? QStringLiteral(" left") : QStringLiteral(" gone");
        out += QLatin1Char('\n');
        rows(card.rows);
    }
    int number = 0;
    for (const BoxPicture& box : picture.boxes) {
        out += QStringLiteral("box ") + markSign(box.mark) + box.type + QLatin1Char('#') + QString::number(++number);
        if (!box.count.isEmpty()) out += QStringLiteral(" ") + box.count;
        if (box.unreachable) out += QStringLiteral(" unreachable");
        if (box.group && !box.group->made.isEmpty()) out += QStringLiteral(", ") + box.group->made;
        if (box.group && !box.group->names.isEmpty()) out += QStringLiteral(", ") + box.group->names;
        out += QLatin1Char('\n');
        rows(box.rows);
    }
    return out;
}

}
