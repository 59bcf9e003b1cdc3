// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrangement.h"

#include <algorithm>

#include "ui/scene/groups/tile_grid.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

Arrangement::Arrangement(const RunRecord& record, const ObjectForest& forest, const Chains& chains, std::vector<BoxForm>& forms,
                         const ArrangementRoom& room)
    : m_record(record),
      m_forest(forest),
      m_chains(chains),
      m_forms(forms),
      m_room(room),
      m_at(forest.nodes.size()),
      m_members(forest.nodes.size()) {}

void Arrangement::run() {
    for (size_t node = 0; node < m_at.size(); ++node) {
        measure(int(node));
        int parent = m_forest.nodes[node].parent;
        if (parent < 0 || m_forest.nodes[node].kinship != Kinship::Tree || !m_forest.nodes[node].ofKin) continue;
        if (m_record.boxes[parent].kind != ObjectKind::Record) continue;
        auto& places = m_kinPlaces[m_record.boxes[parent].type];
        if (!places.contains(m_forest.nodes[node].place)) places.append(m_forest.nodes[node].place);
    }
    for (auto& places : m_kinPlaces) std::sort(places.begin(), places.end());
    for (int root : m_forest.roots) arrange(root, m_room.heap.width(), m_members[size_t(root)]);
}

void Arrangement::measure(int node) {
    const BoxForm& form = m_forms[size_t(node)];
    const RecordedBox& box = m_record.boxes[node];
    const double height = box.members ? TileGrid::boxHeight(box.members, box.cells) : geometry::boxHeight(box.cells, form, m_room.detail);
    m_at[size_t(node)].size = QSizeF(form.width, height);
}

void Arrangement::arrange(int root, double room, std::vector<int>& members) {
    walk(root, room, members);
    for (auto node = members.rbegin(); node != members.rend(); ++node) settle(*node);
}

bool Arrangement::isChainHead(int node) const {
    int chain = m_chains.of[size_t(node)];
    return chain >= 0 && m_chains.all[size_t(chain)].head == node;
}

// All boxes of the cluster, each after the one that it is placed by; on the way down, how much room each has.
void Arrangement::walk(int root, double ofRoot, std::vector<int>& members) {
    std::vector<int> stack{root};
    m_at[size_t(root)].room = ofRoot;
    auto push = [&](int parent, int child, double room) {
        m_at[size_t(child)].room = room;
        const ForestNode& node = m_forest.nodes[size_t(child)];
        m_at[size_t(child)].treeRoot = m_at[size_t(parent)].treeRoot;
        if (m_at[size_t(child)].treeRoot < 0 && node.kinship == Kinship::Tree) m_at[size_t(child)].treeRoot = child;
        stack.push_back(child);
    };
    if (m_forest.nodes[size_t(root)].kinship == Kinship::Tree) m_at[size_t(root)].treeRoot = root;
    while (!stack.empty()) {
        int node = stack.back();
        stack.pop_back();
        members.push_back(node);
        double room = m_at[size_t(node)].room;
        double beside = std::max(room - m_at[size_t(node)].size.width() - m_room.spacing.beside, 2 * metrics::boxMinimum);
        if (m_chains.of[size_t(node)] >= 0) {
            if (!isChainHead(node)) continue; // its head sees to it
            for (const auto& place : m_chains.all[size_t(m_chains.of[size_t(node)])].places)
                for (int member : place) {
                    if (member != node) members.push_back(member);
                    for (int child : m_forest.nodes[size_t(member)].children)
                        if (m_chains.of[size_t(child)] != m_chains.of[size_t(node)]) push(member, child, m_at[size_t(member)].size.width());
                }
            continue;
        }
        const auto& children = m_forest.nodes[size_t(node)].children;
        const double below = mayStandOver(node) ? room : beside;
        for (auto child = children.rbegin(); child != children.rend(); ++child) push(node, *child, below);
    }
}

void Arrangement::settle(int node) {
    At& at = m_at[size_t(node)];
    if (m_chains.of[size_t(node)] >= 0) {
        if (isChainHead(node)) arrangeChain(m_chains.all[size_t(m_chains.of[size_t(node)])]);
    } else if (at.treeRoot == node) {
        arrangeTree(node);
    } else if (at.treeRoot < 0 && !arrangeBelow(node) && !arrangeOver(node)) {
        arrangeBeside(node);
    }
}

// What a card leads to, and finds too little room beside it, stands below.
bool Arrangement::arrangeBelow(int node) {
    At& at = m_at[size_t(node)];
    const auto& children = m_forest.nodes[size_t(node)].children;
    if (m_forest.nodes[size_t(node)].parent >= 0 || children.size() != 1 || m_forms[size_t(node)].form != Form::Card) return false;
    int child = children[0];
    if (!m_at[size_t(child)].isCramped) return false;
    std::vector<int> members;
    arrange(child, at.room, members);
    QRectF extent = m_at[size_t(child)].extent;
    QPointF offset(-extent.left(), at.size.height() + m_room.spacing.level - extent.top());
    hang(child, node, offset);
    at.extent = QRectF(QPointF(0, 0), at.size) | extent.translated(offset);
    return true;
}

double Arrangement::port(int node) const { return geometry::portHeight(m_forms[size_t(node)].form, m_room.detail); }

void Arrangement::hang(int child, int anchor, QPointF offset) {
    m_at[size_t(child)].anchor = anchor;
    m_at[size_t(child)].offset = offset;
}

std::vector<Arrangement::Slot> Arrangement::slotsOf(const std::vector<int>& children) const {
    std::vector<Slot> slots;
    QHash<int, size_t> ofPlace;
    for (int child : children) {
        const int place = m_forest.nodes[size_t(child)].place;
        auto isFree = [&](const Slot& slot) {
            return std::all_of(slot.boxes.begin(), slot.boxes.end(),
                               [&](int other) { return livesApart(m_record.boxes[other], m_record.boxes[child]); });
        };
        const auto own = ofPlace.constFind(place);
        const bool isTaken = own != ofPlace.constEnd();
        auto at = slots.end();
        if (isTaken) at = isFree(slots[*own]) ? slots.begin() + ptrdiff_t(*own) : std::find_if(slots.begin(), slots.end(), isFree);
        if (at == slots.end()) {
            if (!isTaken) ofPlace.insert(place, slots.size());
            at = slots.insert(slots.end(), Slot{isTaken ? -1 : place, {}, {}});
        }
        at->boxes.push_back(child);
        at->extent |= m_at[size_t(child)].extent;
    }
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return unsigned(a.place) < unsigned(b.place); });
    return slots;
}

// At its right, from the top; a column's cells open to what stands beside them, so that the arrows are level.
void Arrangement::arrangeBeside(int node) {
    At& at = m_at[size_t(node)];
    BoxForm& form = m_forms[size_t(node)];
    const auto& children = m_forest.nodes[size_t(node)].children;
    if (children.empty()) {
        at.extent = QRectF(QPointF(0, 0), at.size);
        at.isCramped = at.size.width() > at.room;
        return;
    }
    std::vector<Slot> slots = slotsOf(children);
    bool opens = form.form == Form::Column;
    if (opens && standsInTwo(node, slots)) return arrangeInTwo(node, slots);
    if (opens) {
        form.cellHeights.clear();
        form.dots.clear();
        for (const Slot& slot : slots) {
            if (slot.place < 0 || m_forest.nodes[size_t(slot.boxes.front())].isTwofold) continue;
            while (form.cellHeights.size() <= slot.place) {
                form.cellHeights.append(metrics::rowHeight);
                form.dots.append(metrics::rowHeight / 2);
            }
            double gap = m_room.spacing.sibling;
            form.cellHeights[slot.place] = std::max(metrics::rowHeight, slot.extent.height() + gap);
            form.dots[slot.place] = std::max(metrics::rowHeight / 2, gap / 2 - slot.extent.top() + port(slot.boxes.front()));
        }
        at.size.setHeight(geometry::boxHeight(m_record.boxes[node].cells, form, m_room.detail));
    }
    at.extent = QRectF(QPointF(0, 0), at.size);
    at.isCramped = false;
    double left = at.size.width() + m_room.spacing.beside;
    double row = geometry::boxHeaderHeight(m_room.detail) + metrics::bodyPadding; // top of the row `place`
    int place = 0;
    double free = 0; // all above is taken
    for (const Slot& slot : slots) {
        double top = free;
        if (slot.place >= 0) {
            for (; place < slot.place; ++place) row += place < form.cellHeights.size() ? form.cellHeights[place] : metrics::rowHeight;
            const double dot = row + (place < form.dots.size() ? form.dots[place] : metrics::rowHeight / 2); // of the cell
            top = std::max(free, dot - port(slot.boxes.front()) + slot.extent.top());
        }
        for (int child : slot.boxes) {
            QPointF offset(left - m_at[size_t(child)].extent.left(), top - slot.extent.top());
            hang(child, node, offset);
            at.extent |= m_at[size_t(child)].extent.translated(offset);
        }
        free = top + slot.extent.height() + m_room.spacing.sibling;
        for (int child : slot.boxes) at.isCramped = at.isCramped || m_at[size_t(child)].isCramped;
    }
    at.isCramped = at.isCramped || at.extent.width() > at.room;
}

// In a line that wraps like text; what a member leads to besides stands below it.
void Arrangement::arrangeChain(const Chain& chain) {
    At& head = m_at[size_t(chain.head)];
    double width = 0, height = 0;
    for (const auto& place : chain.places)
        for (int node : place) {
            At& at = m_at[size_t(node)];
            at.extent = QRectF(QPointF(0, 0), at.size);
            double below = at.size.height() + m_room.spacing.sibling;
            for (int child : m_forest.nodes[size_t(node)].children) {
                if (m_chains.of[size_t(child)] == m_chains.of[size_t(node)]) continue;
                QRectF extent = m_at[size_t(child)].extent;
                QPointF offset(-extent.left(), below + m_room.spacing.sibling - extent.top());
                hang(child, node, offset);
                at.extent |= extent.translated(offset);
                below += extent.height() + m_room.spacing.sibling;
            }
            width = std::max(width, at.extent.width());
            height = std::max(height, at.extent.height());
        }
    double gap = chain.runsBack ? m_room.spacing.beside : m_room.spacing.chain;
    double stride = lanes::above(width + gap);
    int inLine = std::max(1, int((head.room + gap) / stride));
    QPointF headPlace;
    auto placeOf = [&](size_t i) { return QPointF(double(i % size_t(inLine)) * stride, double(i / size_t(inLine)) * (height + gap)); };
    for (size_t i = 0; i < chain.places.size(); ++i)
        for (int node : chain.places[i])
            if (node == chain.head) headPlace = placeOf(i);
    QRectF extent = head.extent;
    for (size_t i = 0; i < chain.places.size(); ++i)
        for (int node : chain.places[i]) {
            QPointF offset = placeOf(i) - headPlace;
            if (node != chain.head) hang(node, chain.head, offset);
            extent |= m_at[size_t(node)].extent.translated(offset);
        }
    // An arrow to the next line turns at the right of the last box, and one that runs back below the line.
    head.isCramped = chain.places.size() > size_t(inLine);
    if (head.isCramped) extent.adjust(0, 0, m_room.spacing.sibling, 0);
    if (chain.runsBack) extent.adjust(0, 0, 0, m_room.spacing.sibling + metrics::lane);
    head.extent = extent;
}

void Arrangement::place(int root, QPointF origin, std::vector<QPointF>& places) const {
    for (int node : m_members[size_t(root)]) {
        const At& at = m_at[size_t(node)];
        places[size_t(node)] = node == root ? origin : places[size_t(at.anchor)] + at.offset;
    }
}

}
