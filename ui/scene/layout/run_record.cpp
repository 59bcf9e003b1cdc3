// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/run_record.h"

#include <QSet>
#include <algorithm>
#include <utility>

#include "core/replay/memory_state.h"
#include "ui/scene/layout/geometry.h"

namespace memtape {

namespace {

constexpr double namesThatStay = 5; // weigh so much more than those of a call
constexpr double passing = 0.01;    // what a line at work holds, or hands back
constexpr double raised = 10;       // that an error comes up, against that something is changed

}

// The interval that it is in; -1: it leads from or to what is not drawn.
int RunRecord::see(const Key& key, uint64_t step, uint64_t previousStep, double y, double weight) {
    auto known = m_open.constFind(key);
    if (known != m_open.constEnd() && references[*known].end == previousStep) {
        references[*known].end = step;
        return *known;
    }
    RecordedReference reference;
    reference.from = key.from ? m_numbers.value(key.from, -1) : -1;
    reference.to = m_numbers.value(key.to, -1);
    if (reference.to < 0 || (key.from && reference.from < 0)) return -1;
    reference.place = key.from ? int(key.row) : 0;
    reference.begin = reference.end = step;
    reference.y = y;
    reference.weight = weight;
    m_open.insert(key, int(references.size()));
    references.append(reference);
    return int(references.size()) - 1;
}

// Its references were seen at all steps at which it was drawn so.
void RunRecord::end(Drawn& drawn) {
    for (int reference : std::as_const(drawn.references)) references[reference].end = drawn.step;
    drawn.references.clear();
}

// Its number where it is to be looked at: it is not as it was at the step before; else -1.
int RunRecord::addBox(const BoxPicture& box, uint64_t step, uint64_t previousStep, Detail detail) {
    auto known = m_numbers.constFind(box.id);
    if (box.ghost) {
        if (known == m_numbers.constEnd()) return -1; // never drawn alive: it leaves no ghost that needs a place
        boxes[*known].end = step;
        boxes[*known].released = true;
        return -1;
    }
    if (known == m_numbers.constEnd()) {
        known = m_numbers.insert(box.id, int(boxes.size()));
        RecordedBox first;
        first.id = box.id;
        first.kind = box.kind;
        first.type = box.typeId;
        first.begin = previousStep == UINT64_MAX ? step : previousStep + 1; // it may have been there since
        boxes.append(first);
        m_drawnLast.emplace_back();
    }
    const int number = *known;
    m_drawn.append(number);
    RecordedBox& record = boxes[number];
    record.end = step;
    record.isDoubtful = record.isLost = false;
    Drawn& drawn = m_drawnLast[size_t(number)];
    const bool isSame = !box.group && box.mark == Mark::None && drawn.step == previousStep && drawn.rows.constData() == box.rows.constData();
    if (!isSame) end(drawn);
    drawn.step = step;
    if (isSame) return -1;
    drawn.rows = box.rows;
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
    return number;
}

// What is alive and not drawn any more, since it is folded away or one of many now, takes no more room: it had its place until then.
void RunRecord::leaveToOthers(const QVector<int>& before, uint64_t step) {
    m_absent.removeIf([this](int box) { return !boxes[box].isDoubtful; });
    for (int box : before)
        if (boxes[box].end < step && !boxes[box].released) {
            boxes[box].end = step - 1;
            boxes[box].isDoubtful = true;
            m_absent.append(box);
        }
}

void RunRecord::keepLost(const MemoryState& state) {
    const std::vector<ObjectId> unreachable = state.unreachable();
    const QSet<ObjectId> lost(unreachable.begin(), unreachable.end());
    m_absent.removeIf([&](int number) {
        RecordedBox& box = boxes[number];
        if (!lost.contains(box.id)) return !state.isAlive(box.id);
        box.isDoubtful = false;
        box.isLost = true;
        return true;
    });
}

void RunRecord::add(const Picture& picture, uint64_t step, uint64_t previousStep) {
    const QVector<int> before = std::exchange(m_drawn, {});
    QVector<QPair<int, qsizetype>> changed; // number, box
    for (qsizetype i = 0; i < picture.boxes.size(); ++i)
        if (const int number = addBox(picture.boxes[i], step, previousStep, picture.detail); number >= 0) changed.append({number, i});
    leaveToOthers(before, step);
    for (const auto& [number, at] : std::as_const(changed)) {
        const BoxPicture& box = picture.boxes[at];
        for (int row = 0; row < box.rows.size(); ++row) {
            const RefPicture& ref = box.rows[row].ref;
            if (!ref.leadsAway()) continue;
            if (const int reference = see({box.id, ref.box(), uint64_t(row)}, step, previousStep, 0, 1); reference >= 0)
                m_drawnLast[size_t(number)].references.append(reference);
        }
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

void RunRecord::finish(uint64_t steps, bool isWhole, const std::vector<Life>& lives) {
    for (RecordedBox& box : boxes)
        if (box.isLost && !box.released) box.end = steps - 1;
    for (const Life& life : lives) {
        const auto known = life.releasedAt < steps ? m_numbers.constFind(life.id) : m_numbers.constEnd();
        if (known == m_numbers.constEnd() || boxes[*known].released) continue;
        RecordedBox& box = boxes[*known];
        if (box.isDoubtful && life.releasedAt > box.end) continue; // it was not drawn any more
        box.released = true;                                       // between two steps that were looked at, or without a ghost
        box.end = box.isDoubtful || box.isLost ? life.releasedAt : std::max(box.end, life.releasedAt);
        box.isDoubtful = false;
    }
    for (size_t i = 0; i < m_drawnLast.size(); ++i) {
        if (boxes[int(i)].isLost) m_drawnLast[i].step = boxes[int(i)].end; // nothing can change it any more
        end(m_drawnLast[i]);
    }
    if (!isWhole) return;
    for (RecordedBox& box : boxes) box.isDoubtful = false;
}

}
