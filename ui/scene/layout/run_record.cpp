// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/run_record.h"

#include <algorithm>

#include "ui/scene/layout/geometry.h"

namespace memtape {

namespace {

constexpr double namesThatStay = 5; // weigh so much more than those of a call
constexpr double passing = 0.01;    // what a line at work holds, or hands back
constexpr double raised = 10;       // that an error comes up, against that something is changed

}

void RunRecord::see(const Key& key, uint64_t step, uint64_t previousStep, double y, double weight) {
    auto known = m_open.constFind(key);
    if (known != m_open.constEnd() && references[*known].end == previousStep) {
        references[*known].end = step;
        return;
    }
    RecordedReference reference;
    reference.from = key.from ? m_numbers.value(key.from, -1) : -1;
    reference.to = m_numbers.value(key.to, -1);
    if (reference.to < 0 || (key.from && reference.from < 0)) return;
    reference.place = key.from ? int(key.row) : 0;
    reference.begin = reference.end = step;
    reference.y = y;
    reference.weight = weight;
    m_open.insert(key, int(references.size()));
    references.append(reference);
}

void RunRecord::addBox(const BoxPicture& box, uint64_t step, Detail detail) {
    auto known = m_numbers.constFind(box.id);
    if (box.ghost) {
        if (known == m_numbers.constEnd()) return; // never drawn alive: it leaves no ghost that needs a place
        boxes[*known].end = step;
        boxes[*known].released = true;
        return;
    }
    if (known == m_numbers.constEnd()) {
        known = m_numbers.insert(box.id, int(boxes.size()));
        RecordedBox first;
        first.id = box.id;
        first.kind = box.kind;
        first.type = box.typeId;
        first.begin = step;
        boxes.append(first);
    }
    RecordedBox& record = boxes[*known];
    record.end = step;
    record.told += box.mark != Mark::None;
    record.cells = std::max(record.cells, int(box.rows.size()));
    if (box.group) {
        record.members = std::max(record.members, box.group->members.size());
        record.type = UINT32_MAX; // it is like no object of its type
    }
    record.fullHeader = std::max(record.fullHeader, geometry::headerWidth(box, detail, false));
    record.briefHeader = std::max(record.briefHeader, geometry::headerWidth(box, detail, true));
    bool isEmpty = box.rows.size() == 1 && box.rows[0].kind == RowKind::Note && !box.rows[0].ref.id;
    for (int i = 0; i < box.rows.size(); ++i) {
        const RowPicture& row = box.rows[i];
        record.lines = std::max(record.lines, geometry::lineWidth(row));
        record.hasArrows = record.hasArrows || ((row.kind == RowKind::Cell || row.kind == RowKind::Several) && row.ref.leadsAway());
        if (row.kind == RowKind::More) {
            record.more = std::max(record.more, geometry::moreWidth(row));
            continue;
        }
        if (row.kind != RowKind::Cell) {
            record.hasWords = record.hasWords || !isEmpty;
            continue;
        }
        while (record.cellWidths.size() <= i) record.cellWidths.append(metrics::cellMinimum);
        record.cellWidths[i] = std::max(record.cellWidths[i], geometry::cellWidth(row));
    }
}

// What was drawn by itself, and is one of many now, takes no more room: it has not been released, and may be drawn again.
void RunRecord::leaveToGroups(const Picture& picture, uint64_t step) {
    for (int before : std::as_const(m_drawn))
        if (boxes[before].end < step && picture.groupOf(boxes[before].id)) boxes[before].released = true;
    m_drawn.clear();
    for (const BoxPicture& box : picture.boxes)
        if (box.isObject()) m_drawn.append(m_numbers.value(box.id));
}

void RunRecord::add(const Picture& picture, uint64_t step, uint64_t previousStep) {
    for (const BoxPicture& box : picture.boxes) addBox(box, step, picture.detail);
    leaveToGroups(picture, step);
    for (const BoxPicture& box : picture.boxes)
        for (int row = 0; row < box.rows.size(); ++row) {
            const RefPicture& ref = box.rows[row].ref;
            if (ref.leadsAway()) see({box.id, ref.box(), uint64_t(row)}, step, previousStep, 0, 1);
        }
    QVector<QRectF> cards = geometry::placeCards(picture);
    for (int card = 0; card < picture.cards.size(); ++card)
        for (int row = 0; row < picture.cards[card].rows.size(); ++row) {
            const RefPicture& ref = picture.cards[card].rows[row].ref;
            if (!ref.leadsAway()) continue;
            if (picture.cards[card].rows[row].kind == RowKind::Raised)
                if (auto error = m_numbers.constFind(ref.box()); error != m_numbers.constEnd()) boxes[*error].told += raised;
            double y = cards[card].top() + geometry::cardRowTop(picture.cards[card], row) + metrics::rowHeight / 2;
            bool isName = picture.cards[card].rows[row].kind == RowKind::Name;
            double weight = !isName ? passing : picture.cards[card].kind == CardPicture::Kind::GlobalNames ? namesThatStay : 1;
            see({{}, ref.box(), (uint64_t(card) << 32) | uint64_t(row)}, step, previousStep, y, weight);
        }
}

void RunRecord::finish(uint64_t steps, uint64_t stride) {
    for (RecordedBox& box : boxes)
        if (!box.released && box.end + stride < steps) box.end = steps;
}

}
