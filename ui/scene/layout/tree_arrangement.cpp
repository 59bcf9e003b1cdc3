// SPDX-License-Identifier: GPL-3.0-or-later

// Trees: downwards, each box above the middle of what it leads to, as near as the outlines of neighbouring branches allow; or across, as
// everything else stands.

#include <algorithm>

#include "ui/scene/layout/arrangement.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

// How far a branch reaches to both sides at each level below its top box, from that box's left edge.
struct Outline {
    std::vector<double> left, right;

    void merge(const Outline& other, double shift, size_t level) {
        for (size_t i = 0; i < other.left.size(); ++i) {
            if (left.size() <= level + i) {
                left.push_back(other.left[i] + shift);
                right.push_back(other.right[i] + shift);
            } else {
                left[level + i] = std::min(left[level + i], other.left[i] + shift);
                right[level + i] = std::max(right[level + i], other.right[i] + shift);
            }
        }
    }
};

}

void Arrangement::arrangeTree(int root) {
    std::vector<int> members{root};
    for (size_t i = 0; i < members.size(); ++i)
        for (int child : m_forest.nodes[size_t(members[i])].children) members.push_back(child);
    At& at = m_at[size_t(root)];
    auto beyond = [&](QRectF extent) { return std::max(0.0, extent.width() - at.room) + std::max(0.0, extent.height() - m_room.heap.height()); };
    QRectF down = standOnRoot(root, members);
    at.isCramped = down.width() > at.room;
    at.extent = down;
    if (m_room.tree == TreeDirection::Down || (m_room.tree == TreeDirection::Fit && beyond(down) <= 0)) return;
    std::vector<BoxForm> forms;
    for (int node : members) forms.push_back(m_forms[size_t(node)]);
    for (auto node = members.rbegin(); node != members.rend(); ++node) {
        BoxForm& form = m_forms[size_t(*node)];
        const RecordedBox& box = m_record.boxes[*node];
        bool leavesDown = form.form == Form::Node || (form.form == Form::Row && box.hasArrows);
        if (leavesDown && !form.isChosen) form = lineForm(box);
        measure(*node);
        arrangeBeside(*node);
    }
    at.isCramped = true;
    if (m_room.tree == TreeDirection::Across || beyond(at.extent) < beyond(down)) return;
    for (size_t i = 0; i < members.size(); ++i) {
        m_forms[size_t(members[i])] = forms[i];
        measure(members[i]);
    }
    at.extent = standOnRoot(root, members);
}

// The only one of its kind that a box leads to, where others of its type lead to several; or -1.
int Arrangement::onlyKin(int node) const {
    const auto& children = m_forest.nodes[size_t(node)].children;
    if (children.size() != 1 || !m_forest.nodes[size_t(children[0])].ofKin) return -1;
    return m_kinPlaces.value(m_record.boxes[node].type).size() > 1 ? children[0] : -1;
}

// Whether it stands in the first half of its parent's branches.
bool Arrangement::isLeft(int onlyChild) const {
    const ForestNode& child = m_forest.nodes[size_t(onlyChild)];
    const QVector<int> places = m_kinPlaces.value(m_record.boxes[child.parent].type);
    return places.indexOf(child.place) * 2 < places.size();
}

QRectF Arrangement::standOnRoot(int root, const std::vector<int>& members) {
    QHash<int, Outline> outlines;
    QHash<int, int> level{{root, 0}};
    std::vector<double> heights; // of the levels
    for (int node : members) {
        int at = node == root ? 0 : level.value(m_forest.nodes[size_t(node)].parent) + 1;
        level.insert(node, at);
        if (heights.size() <= size_t(at)) heights.push_back(0);
        heights[size_t(at)] = std::max(heights[size_t(at)], m_at[size_t(node)].size.height());
    }
    for (auto at = members.rbegin(); at != members.rend(); ++at) {
        int node = *at;
        double width = m_at[size_t(node)].size.width();
        Outline below;
        std::vector<std::pair<int, double>> placed; // child, left edge
        for (int child : m_forest.nodes[size_t(node)].children) {
            Outline branch = outlines.take(child);
            double shift = 0;
            if (!placed.empty())
                for (size_t i = 0; i < std::min(below.right.size(), branch.left.size()); ++i)
                    shift = std::max(shift, below.right[i] + m_room.spacing.branch - branch.left[i]);
            if (!placed.empty() && below.right.size() < branch.left.size()) {
                // A deeper branch must not reach under all that stands left of it.
                for (size_t i = below.right.size(); i < branch.left.size(); ++i)
                    shift = std::max(shift, below.right.back() - width / 2 - branch.left[i]);
            }
            shift = lanes::above(shift);
            below.merge(branch, shift, 0);
            placed.push_back({child, shift});
        }
        if (!placed.empty()) {
            auto centre = [&](const std::pair<int, double>& child) { return child.second + m_at[size_t(child.first)].size.width() / 2; };
            double move = width / 2 - (centre(placed.front()) + centre(placed.back())) / 2;
            if (int only = onlyKin(node); only >= 0) {
                double aside = (m_at[size_t(only)].size.width() + m_room.spacing.branch) / 2;
                move = width / 2 + (isLeft(only) ? -aside : aside) - m_at[size_t(only)].size.width() / 2 - placed.front().second;
            }
            move = lanes::nearest(move);
            double down = heights[size_t(level.value(node))] + m_room.spacing.level;
            for (const auto& [child, left] : placed) hang(child, node, QPointF(left + move, down));
            Outline whole;
            whole.left = {0};
            whole.right = {width};
            whole.merge(below, move, 1);
            outlines.insert(node, std::move(whole));
        } else {
            outlines.insert(node, Outline{{0}, {width}});
        }
    }
    const Outline whole = outlines.take(root);
    double height = 0;
    for (size_t i = 0; i < heights.size(); ++i) height += heights[i] + (i > 0 ? m_room.spacing.level : 0);
    double left = *std::min_element(whole.left.begin(), whole.left.end()), right = *std::max_element(whole.right.begin(), whole.right.end());
    return QRectF(left, 0, right - left, height);
}

}
