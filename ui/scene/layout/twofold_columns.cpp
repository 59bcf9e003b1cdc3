// SPDX-License-Identifier: GPL-3.0-or-later

// What a long column leads to, and what would not fit into the view one below the other, stands in two columns, the cells' boxes at the left and
// at the right by turns: an arrow to the right one runs between two of the left.

#include <algorithm>

#include "ui/scene/layout/arrangement.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr double between = 3 * metrics::lane; // boxes of one column: an arrow runs in it

}

// Only boxes that lead to nothing, one for each cell from the first on.
bool Arrangement::standsInTwo(int node, const std::vector<Slot>& slots) const {
    constexpr size_t few = 6;
    if (slots.size() < few) return false;
    double height = 0, widest = 0;
    for (size_t i = 0; i < slots.size(); ++i) {
        const Slot& slot = slots[i];
        if (slot.place != int(i) || m_forest.nodes[size_t(slot.boxes.front())].isTwofold) return false;
        for (int box : slot.boxes)
            if (!m_forest.nodes[size_t(box)].children.empty() || m_chains.of[size_t(box)] >= 0) return false;
        height += slot.extent.height() + m_room.spacing.sibling;
        widest = std::max(widest, slot.extent.width());
    }
    const At& at = m_at[size_t(node)];
    return height > m_room.heap.height() && at.size.width() + 2 * (m_room.spacing.beside + widest) <= at.room;
}

void Arrangement::arrangeInTwo(int node, const std::vector<Slot>& slots) {
    At& at = m_at[size_t(node)];
    BoxForm& form = m_forms[size_t(node)];
    const double header = geometry::boxHeaderHeight(m_room.detail) + metrics::bodyPadding;
    double widest = 0, pitch = 0;
    for (const Slot& slot : slots) {
        widest = std::max(widest, slot.extent.width());
        pitch = std::max(pitch, slot.extent.height() + between);
    }
    pitch = lanes::above(pitch);
    const double first = at.size.width() + m_room.spacing.beside, second = lanes::above(first + widest + m_room.spacing.beside);
    std::vector<double> dots; // from the box's top
    double foot = 0;
    at.extent = QRectF();
    for (size_t i = 0; i < slots.size(); ++i) {
        bool isLeft = i % 2 == 0;
        double row = header + metrics::lane + double(i / 2) * pitch, entry = port(slots[i].boxes.front());
        dots.push_back(row + (isLeft ? entry : pitch - between / 2));
        for (int box : slots[i].boxes) {
            hang(box, node, QPointF(isLeft ? first : second, dots.back() - entry));
            at.extent |= m_at[size_t(box)].extent.translated(m_at[size_t(box)].offset);
        }
        foot = std::max(foot, at.extent.bottom());
    }
    form.cellHeights.clear();
    form.dots.clear();
    double top = header;
    for (size_t i = 0; i < dots.size(); ++i) {
        bool isLast = i + 1 == dots.size();
        double end = isLast ? std::max(dots[i] + metrics::rowHeight / 2, foot) : (dots[i] + dots[i + 1]) / 2;
        if (isLast) end = header + lanes::above(end - header);
        form.cellHeights.append(end - top);
        form.dots.append(dots[i] - top);
        top = end;
    }
    at.size.setHeight(geometry::boxHeight(m_record.boxes[node].cells, form, m_room.detail));
    at.extent |= QRectF(QPointF(0, 0), at.size);
    at.isCramped = at.extent.width() > at.room;
}

}
