// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/telling_places.h"

#include "ui/scene/layout/geometry.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/metrics.h"

namespace memtape {

QVector<QRectF> tellingPlaces(const MemoryScene& scene) {
    QVector<QRectF> places;
    auto add = [&](ObjectId id) {
        const QRectF place = scene.rectOf(id);
        if (!place.isNull() && !places.contains(place)) places.append(place);
    };
    const Picture& picture = scene.picture();
    for (const CardPicture& card : picture.cards)
        for (const RowPicture& row : card.rows)
            if (row.kind == RowKind::Raised && row.ref.leadsAway()) add(row.ref.box());
    for (Mark mark : {Mark::Made, Mark::Changed, Mark::Released})
        for (const BoxPicture& box : picture.boxes)
            if (box.mark == mark) add(box.id);
    for (const CardPicture& card : picture.cards)
        for (const RowPicture& row : card.rows)
            if (card.running && row.ref.leadsAway()) add(row.ref.id);
    return places;
}

QRectF raisedRow(const MemoryScene& scene) {
    const QVector<QRectF> cards = scene.cardRects();
    for (int card = 0; card < cards.size(); ++card) {
        const CardPicture& picture = scene.picture().cards[card];
        for (int row = 0; row < picture.rows.size(); ++row)
            if (picture.rows[row].kind == RowKind::Raised)
                return QRectF(cards[card].left(), cards[card].top() + geometry::cardRowTop(picture, row), cards[card].width(), metrics::rowHeight);
    }
    return {};
}

}
