// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/object_forest.h"

#include <QSet>
#include <algorithm>

namespace memtape {

namespace {

constexpr int deepest = 400;      // a box that deep starts anew
constexpr double graphFrom = 1.2; // referrers of its kind, of an instance in the mean, above which a type makes graphs

class Growing {
public:
    Growing(const RunRecord& record, ObjectForest& forest) : m_record(record), m_forest(forest), m_nodes(forest.nodes) {
        m_nodes.resize(size_t(record.boxes.size()));
        m_out.resize(m_nodes.size());
        m_in.resize(m_nodes.size());
        m_met.assign(m_nodes.size(), 0);
        m_depth.assign(m_nodes.size(), 0);
    }

    void run() {
        mergeReferences();
        findKin();
        std::vector<int> first, left;
        for (int node = 0; node < count(); ++node)
            if (m_in[size_t(node)].empty()) first.push_back(node);
        sortRoots(first);
        for (int node : first) growFrom(node);
        // What is left lies in cycles: each is entered at the box that a name holds at the end, or held longest, else at the oldest.
        for (int node = 0; node < count(); ++node)
            if (!m_met[size_t(node)]) left.push_back(node);
        std::stable_sort(left.begin(), left.end(), [&](int a, int b) { return m_hold[size_t(a)] > m_hold[size_t(b)]; });
        for (int node : left)
            if (!m_met[size_t(node)]) growFrom(node);
        for (ForestNode& node : m_nodes)
            std::stable_sort(node.children.begin(), node.children.end(), [&](int a, int b) {
                return m_nodes[size_t(a)].place != m_nodes[size_t(b)].place ? m_nodes[size_t(a)].place < m_nodes[size_t(b)].place : a < b;
            });
        findKinships();
        standAlone();
        sortRoots(m_forest.roots);
    }

private:
    int count() const { return int(m_nodes.size()); }
    const RecordedBox& box(int node) const { return m_record.boxes[node]; }
    double lifeOf(int node) const { return double(box(node).end - box(node).begin + 1); }
    bool isRecord(int node) const { return box(node).kind == ObjectKind::Record; }
    uint32_t kinOf(int node) const { return m_kin.value(box(node).type, box(node).type); } // a type that stands for all of its kin
    bool isKin(int a, int b) const { return isRecord(a) && isRecord(b) && kinOf(a) == kinOf(b); }

    void findKin() {
        QHash<QPair<uint32_t, int>, QVector<uint32_t>> types; // that stand in an attribute of a type
        for (const LastingReference& reference : m_forest.references) {
            if (!isRecord(reference.from) || !isRecord(reference.to)) continue;
            auto& known = types[{box(reference.from).type, reference.place}];
            if (!known.contains(box(reference.to).type)) known.append(box(reference.to).type);
        }
        QList<QPair<uint32_t, int>> attributes = types.keys();
        std::sort(attributes.begin(), attributes.end());
        for (const auto& attribute : attributes) {
            const QVector<uint32_t>& known = types[attribute];
            if (!known.contains(attribute.first)) continue;
            uint32_t of = m_kin.value(attribute.first, attribute.first);
            for (uint32_t type : known) {
                uint32_t other = m_kin.value(type, type);
                for (uint32_t& kin : m_kin)
                    if (kin == other) kin = of;
                m_kin.insert(type, of);
            }
        }
    }

    void mergeReferences() {
        QHash<QPair<int, int>, size_t> known; // from, to
        std::vector<LastingReference> all;
        std::vector<double> longest;
        std::vector<uint64_t> latest; // step until which it was seen
        std::vector<char> toTheEnd;
        m_hold.assign(m_nodes.size(), 0);
        for (const RecordedReference& reference : m_record.references) {
            double life = double(reference.end - reference.begin + 1);
            bool last = reference.end >= box(reference.to).end;
            size_t to = size_t(reference.to);
            if (reference.from < 0) {
                m_nodes[to].rootLife += life * reference.weight;
                m_nodes[to].rootY += life * reference.weight * reference.y;
                m_hold[to] = std::max(m_hold[to], life * reference.weight * (last ? 4 : 1)); // names that come by do not add up
                continue;
            }
            if (reference.from == reference.to) continue;
            const auto of = known.constFind({reference.from, reference.to});
            if (of == known.constEnd()) {
                known.insert({reference.from, reference.to}, all.size());
                all.push_back({reference.from, reference.to, reference.place, life});
                longest.push_back(life);
                latest.push_back(reference.end);
                toTheEnd.push_back(last);
                continue;
            }
            const size_t at = *of;
            all[at].life += life;
            all[at].isTwofold = all[at].isTwofold || reference.begin <= latest[at];
            latest[at] = std::max(latest[at], reference.end);
            if (life > longest[at]) {
                longest[at] = life;
                all[at].place = reference.place;
            }
            toTheEnd[at] = toTheEnd[at] || last;
        }
        for (ForestNode& node : m_nodes)
            if (node.rootLife > 0) node.rootY /= node.rootLife;
        for (size_t i = 0; i < all.size(); ++i) {
            if (all[i].life * 4 < lifeOf(all[i].to) && !toTheEnd[i]) continue;
            int index = int(m_forest.references.size());
            m_forest.references.push_back(all[i]);
            m_out[size_t(all[i].from)].push_back(index);
            m_in[size_t(all[i].to)].push_back(index);
        }
        for (auto& out : m_out)
            std::stable_sort(out.begin(), out.end(), [&](int a, int b) {
                const LastingReference &first = m_forest.references[size_t(a)], &second = m_forest.references[size_t(b)];
                return first.place != second.place ? first.place < second.place : first.life > second.life;
            });
    }

    void sortRoots(std::vector<int>& roots) const {
        auto key = [&](int node) { return m_nodes[size_t(node)].rootLife > 0 ? m_nodes[size_t(node)].rootY : 1e9; };
        std::stable_sort(roots.begin(), roots.end(), [&](int a, int b) { return key(a) < key(b); });
    }

    void growFrom(int root) {
        m_forest.roots.push_back(root);
        m_met[size_t(root)] = 1;
        std::vector<int> queue;
        meetKin(root, queue);
        for (size_t next = 0; next < queue.size(); ++next)
            for (int index : m_out[size_t(queue[next])]) {
                const LastingReference& reference = m_forest.references[size_t(index)];
                if (m_met[size_t(reference.to)]) continue;
                meet(reference);
                meetKin(reference.to, queue);
            }
    }

    void meet(const LastingReference& reference) {
        size_t to = size_t(reference.to);
        m_met[to] = 1;
        const bool isTooDeep = m_depth[size_t(reference.from)] >= deepest && !isKin(reference.from, reference.to);
        if (isTooDeep || m_record.boxes[reference.to].members) { // a group stands by itself
            m_forest.roots.push_back(reference.to);
            return;
        }
        m_depth[to] = m_depth[size_t(reference.from)] + 1;
        m_nodes[to].parent = reference.from;
        m_nodes[to].place = reference.place;
        m_nodes[to].isTwofold = reference.isTwofold;
        m_nodes[to].ofKin = isKin(reference.from, reference.to);
        m_nodes[size_t(reference.from)].children.push_back(reference.to);
    }

    // Those of one kind are met along their references, as deep as these go, before anything else that they refer to: so a list is met from
    // its head to its tail, and a tree's parent pointers lead back to where it was met already.
    void meetKin(int start, std::vector<int>& queue) {
        std::vector<std::pair<int, size_t>> stack{{start, 0}};
        queue.push_back(start);
        while (!stack.empty()) {
            int node = stack.back().first;
            const auto& out = m_out[size_t(node)];
            int found = -1;
            for (size_t& next = stack.back().second; next < out.size() && found < 0; ++next) {
                const LastingReference& reference = m_forest.references[size_t(out[next])];
                if (m_met[size_t(reference.to)] || !isKin(node, reference.to)) continue;
                meet(reference);
                found = reference.to;
            }
            if (found < 0) {
                stack.pop_back();
                continue;
            }
            queue.push_back(found);
            stack.push_back({found, 0});
        }
    }

    // The instance that a box stands for, if it is kin: itself, or its parent where the box is a container that such an instance holds.
    int ownerOfKin(int node, uint32_t kin) const {
        if (isRecord(node)) return kinOf(node) == kin ? node : -1;
        int parent = m_nodes[size_t(node)].parent;
        if (!isContainer(box(node).kind) || parent < 0 || !isRecord(parent)) return -1;
        return kinOf(parent) == kin ? parent : -1;
    }

    struct OfKin {
        int instances = 0, mostBelow = 0, direct = 0;
        double referrers = 0;
    };

    void findKinships() {
        for (int node = 0; node < count(); ++node) {
            if (!isRecord(node)) continue;
            uint32_t kin = kinOf(node);
            OfKin& of = m_ofKin[kin];
            ++of.instances;
            QSet<int> places; // of its own; several after one another in one attribute are one
            int held = 0;     // by containers of its own
            for (int child : m_nodes[size_t(node)].children) {
                if (isKin(node, child)) places.insert(m_nodes[size_t(child)].place);
                else if (isContainer(box(child).kind))
                    for (int grandchild : m_nodes[size_t(child)].children) held += isKin(node, grandchild);
            }
            of.direct += int(places.size());
            of.mostBelow = std::max(of.mostBelow, int(places.size()) + held);
            for (int index : m_in[size_t(node)]) {
                int from = m_forest.references[size_t(index)].from;
                int owner = ownerOfKin(from, kin);
                bool isBack = owner >= 0 && m_nodes[size_t(owner)].parent >= 0 && ownerOfKin(m_nodes[size_t(owner)].parent, kin) == node;
                if (owner >= 0 && owner != node && !isBack) of.referrers += 1;
            }
        }
        for (int node = 0; node < count(); ++node) {
            if (!isRecord(node)) continue;
            const OfKin of = m_ofKin.value(kinOf(node));
            if (of.mostBelow == 0) continue;
            if (of.mostBelow == 1 && of.direct > 0) m_nodes[size_t(node)].kinship = Kinship::Chain;
            else if (of.referrers / of.instances <= graphFrom) m_nodes[size_t(node)].kinship = Kinship::Tree;
        }
        for (int node = 0; node < count(); ++node) {
            int parent = m_nodes[size_t(node)].parent;
            if (parent < 0 || !isContainer(box(parent).kind) || m_nodes[size_t(node)].kinship != Kinship::Tree) continue;
            m_nodes[size_t(node)].ofKin = ownerOfKin(parent, kinOf(node)) >= 0;
        }
    }

    // Those of a graph, and those of a chain that stood in an attribute only for a while, are no part of what refers to them.
    void standAlone() {
        for (int node = 0; node < count(); ++node) {
            ForestNode& at = m_nodes[size_t(node)];
            if (!isRecord(node)) continue;
            if (at.kinship == Kinship::Chain) {
                int next = -1;
                for (int child : std::vector<int>(at.children)) {
                    if (!isKin(node, child)) continue;
                    int less = next < 0 ? -1 : box(child).end > box(next).end ? next : child;
                    next = less == next && less >= 0 ? child : next < 0 ? child : next;
                    if (less >= 0) m_forest.detach(less);
                }
                continue;
            }
            if (at.kinship != Kinship::None || at.parent < 0 || m_ofKin.value(kinOf(node)).mostBelow == 0) continue;
            if (ownerOfKin(at.parent, kinOf(node)) >= 0) m_forest.detach(node);
        }
    }

    const RunRecord& m_record;
    ObjectForest& m_forest;
    std::vector<ForestNode>& m_nodes;
    std::vector<std::vector<int>> m_out, m_in;
    std::vector<double> m_hold;
    std::vector<char> m_met;
    std::vector<int> m_depth;
    QHash<uint32_t, uint32_t> m_kin;
    QHash<uint32_t, OfKin> m_ofKin; // by the type that stands for all of its kin
};

}

void ObjectForest::detach(int node) {
    ForestNode& at = nodes[size_t(node)];
    auto& siblings = nodes[size_t(at.parent)].children;
    siblings.erase(std::find(siblings.begin(), siblings.end(), node));
    at.parent = -1;
    at.ofKin = false;
    roots.push_back(node);
}

bool livesApart(const RecordedBox& a, const RecordedBox& b) { return a.end + 1 < b.begin || b.end + 1 < a.begin; }

ObjectForest makeForest(const RunRecord& record) {
    ObjectForest forest;
    Growing(record, forest).run();
    return forest;
}

}
