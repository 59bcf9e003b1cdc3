// SPDX-License-Identifier: GPL-3.0-or-later

// A container of containers that hold more boxes in turn, as a row whose cells stand over what they lead to: three matrices side by side below the
// list of them, the branches of a tree that is written as nested tuples.

#include <algorithm>

#include "ui/scene/layout/arrangement.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr int mostCells = 8;

}

// Whether it may be such a row, as far as can be known before what stands below it is arranged.
bool Arrangement::mayStandOver(int node) const {
    const RecordedBox& box = m_record.boxes[node];
    const BoxForm& form = m_forms[size_t(node)];
    const auto& children = m_forest.nodes[size_t(node)].children;
    if (m_room.nesting != Nesting::Below || form.isChosen || form.form != Form::Column || box.hasWords || box.more > 0) return false;
    if (children.size() < 2 || box.cells > mostCells) return false;
    return std::any_of(children.begin(), children.end(), [&](int child) { return !m_forest.nodes[size_t(child)].children.empty(); });
}

bool Arrangement::arrangeOver(int node) {
    if (!mayStandOver(node)) return false;
    At& at = m_at[size_t(node)];
    std::vector<Slot> slots = slotsOf(m_forest.nodes[size_t(node)].children);
    const double gap = m_room.spacing.sibling + m_room.spacing.branch;
    double width = 0;
    for (const Slot& slot : slots) {
        if (slot.place < 0 || m_forest.nodes[size_t(slot.boxes.front())].isTwofold) return false;
        width += lanes::above(slot.extent.width()) + (width > 0 ? gap : 0);
    }
    BoxForm row = acrossForm(m_record.boxes[node], m_room.lineWidth);
    if (width > at.room || row.width > m_room.lineWidth || slots.size() < 2) return false;
    m_forms[size_t(node)] = row;
    measure(node);
    std::vector<double> lefts;
    double left = 0;
    for (const Slot& slot : slots) {
        lefts.push_back(left);
        left += lanes::above(slot.extent.width()) + gap;
    }
    auto middle = [&](size_t slot) { return lefts[slot] - slots[slot].extent.left() + m_at[size_t(slots[slot].boxes.front())].size.width() / 2; };
    const double widest = std::max(0.0, width - at.size.width());
    const double own = lanes::nearest(std::clamp((middle(0) + middle(slots.size() - 1) - at.size.width()) / 2, 0.0, widest));
    at.extent = QRectF(QPointF(0, 0), at.size);
    for (size_t i = 0; i < slots.size(); ++i)
        for (int child : slots[i].boxes) {
            const QRectF extent = m_at[size_t(child)].extent;
            QPointF offset(lefts[i] - own - extent.left(), at.size.height() + m_room.spacing.level - extent.top());
            hang(child, node, offset);
            at.extent |= extent.translated(offset);
        }
    at.isCramped = false;
    return true;
}

}
