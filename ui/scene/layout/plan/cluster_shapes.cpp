// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/cluster_shapes.h"

#include <algorithm>

#include "ui/scene/layout/plan/cell_dots.h"

namespace memtape {

std::vector<BoxLink> linksBetween(const RunRecord& record, const ObjectForest& forest, const Arrangement& arrangement) {
    std::vector<int> rootOf(forest.nodes.size(), -1);
    for (size_t i = 0; i < forest.roots.size(); ++i)
        for (int member : arrangement.membersOf(forest.roots[i])) rootOf[size_t(member)] = int(i);
    std::vector<BoxLink> links;
    for (const RecordedReference& reference : record.references) {
        if (reference.from < 0) continue;
        int from = rootOf[size_t(reference.from)], to = rootOf[size_t(reference.to)];
        if (from < 0 || to < 0 || from == to) continue;
        const RecordedBox& target = record.boxes[reference.to];
        double life = double(reference.end - reference.begin + 1) / double(target.end - target.begin + 1);
        links.push_back({from, to, reference.from, reference.to, reference.place, life});
    }
    return links;
}

ObjectForest splitForest(const ObjectForest& forest, const Chains& chains, const ClusterShapes& shapes, QSizeF view) {
    ObjectForest split = forest;
    for (size_t root = 0; root < forest.roots.size(); ++root) {
        const QSizeF size = shapes.size(root);
        if (size.width() <= view.width() && size.height() <= view.height()) continue;
        for (int member : shapes.arrangement().membersOf(forest.roots[root])) {
            const ForestNode& node = split.nodes[size_t(member)];
            if (node.parent < 0 || node.ofKin || node.isTwofold || chains.of[size_t(member)] >= 0) continue;
            if (node.children.empty() && shapes.rect(member).right() <= view.width()) continue;
            if (split.nodes[size_t(node.parent)].kinship != Kinship::None) continue;
            split.detach(member);
        }
    }
    return split;
}

ClusterShapes::ClusterShapes(const RunRecord& record, const ObjectForest& forest, const Chains& chains, std::vector<BoxForm> forms,
                             const ArrangementRoom& room)
    : m_forest(forest),
      m_forms(std::move(forms)),
      m_room(room),
      m_arrangement(record, forest, chains, m_forms, m_room),
      m_inCluster(forest.nodes.size()) {
    m_arrangement.run();
    for (int root : forest.roots) m_clusters.push_back(clusterOf(record, root));
}

// A cluster as what is clear of others: its boxes, and the ways of its arrows from each box to those beside it.
PackedCluster ClusterShapes::clusterOf(const RunRecord& record, int root) {
    PackedCluster cluster;
    QRectF extent = m_arrangement.extent(root);
    cluster.size = extent.size();
    m_arrangement.place(root, -extent.topLeft(), m_inCluster);
    double life = 0, y = 0;
    for (int member : m_arrangement.membersOf(root)) {
        const RecordedBox& box = record.boxes[member];
        const ForestNode& node = m_forest.nodes[size_t(member)];
        QRectF rect(m_inCluster[size_t(member)], m_arrangement.size(member));
        cluster.boxes.push_back({rect, box.begin, box.end});
        if (node.parent >= 0) {
            QRectF from(m_inCluster[size_t(node.parent)], m_arrangement.size(node.parent));
            if (rect.left() > from.right())
                cluster.boxes.push_back({QRectF(from.right(), std::min(from.top(), rect.top()), rect.left() - from.right(),
                                                rect.bottom() - std::min(from.top(), rect.top())),
                                         box.begin, box.end});
        }
        if (member == root || m_forest.nodes[size_t(root)].rootLife <= 0) {
            y += node.rootY * node.rootLife;
            life += node.rootLife;
        }
    }
    if (life > 0) cluster.wish = y / life - m_arrangement.port(root) + extent.top();
    const RecordedBox& box = record.boxes[root];
    cluster.named = std::min(1.0, life / double(box.end - box.begin + 1));
    return cluster;
}

void ClusterShapes::setLinks(const std::vector<BoxLink>& links) {
    for (size_t i = 0; i < links.size(); ++i) {
        const BoxLink& link = links[i];
        m_dots.push_back(m_inCluster[size_t(link.from)] + dotOfCell(m_forms[size_t(link.from)], link.place, m_room.detail));
        m_ports.push_back(m_inCluster[size_t(link.to)] + QPointF(0, m_arrangement.port(link.to)));
        m_clusters[size_t(link.fromRoot)].links.push_back(int(i));
        m_clusters[size_t(link.toRoot)].links.push_back(int(i));
    }
}

void ClusterShapes::put(size_t root, QPointF at, Laid& laid) const {
    for (int member : m_arrangement.membersOf(m_forest.roots[root])) {
        laid.places[size_t(member)] = at + m_inCluster[size_t(member)];
        laid.sizes[size_t(member)] = m_arrangement.size(member);
        laid.forms[size_t(member)] = m_forms[size_t(member)];
    }
}

}
