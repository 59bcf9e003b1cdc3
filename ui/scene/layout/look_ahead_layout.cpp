// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/look_ahead_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "ui/scene/layout/loose_boxes.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr int sweeps = 12;
constexpr int heightPasses = 10;
constexpr double headerMiddle = metrics::headerHeight / 2;
constexpr double dummyHeight = 12;
constexpr int crowded = 24; // slots in a column, above which any free one is shared

struct Link {     // all references of one box to another, together
    int from, to; // nodes
    double life;
    double y;
};

struct Slot {
    int column = 0;
    double height = 0, top = 0;
    bool isDummy = false;
    uint64_t freeAt = 0;
    int parent = -1;  // slot of the first referrer
    double order = 0; // key while sweeping
    std::vector<int> nodes;
};

struct SlotLink {
    int from, to; // slots, in neighbouring columns, from left to right
    double weight;
    double fromY, toY; // where it touches, from the slots' tops
};

class Layout {
public:
    Layout(const QVector<LayoutNode>& nodes, const QVector<LayoutEdge>& edges, QPointF origin) : m_nodes(nodes), m_edges(edges), m_origin(origin) {}

    LayoutResult run() {
        mergeEdges();
        chooseColumns();
        findLoose();
        shareSlots();
        linkSlots();
        order();
        chooseHeights();
        placeLoose();
        return result();
    }

private:
    int nodeCount() const { return int(m_nodes.size()); }
    double lifeOf(int node) const { return double(m_nodes[node].end - m_nodes[node].begin + 1); }

    void mergeEdges() {
        std::vector<std::vector<int>> byTarget(static_cast<size_t>(nodeCount()));
        m_rootLife.assign(size_t(nodeCount()), 0);
        m_rootY.assign(size_t(nodeCount()), 0);
        std::vector<Link> all;
        std::vector<bool> toTheEnd;
        for (const LayoutEdge& edge : m_edges) {
            double life = double(edge.end - edge.begin + 1);
            if (edge.from < 0) {
                m_rootLife[size_t(edge.to)] += life * edge.weight;
                m_rootY[size_t(edge.to)] += life * edge.weight * edge.y;
                continue;
            }
            if (edge.from == edge.to) continue;
            bool last = edge.end >= m_nodes[edge.to].end;
            bool known = false;
            for (int index : byTarget[size_t(edge.to)])
                if (all[size_t(index)].from == edge.from) {
                    Link& link = all[size_t(index)];
                    link.y = (link.y * link.life + edge.y * life) / (link.life + life);
                    link.life += life;
                    toTheEnd[size_t(index)] = toTheEnd[size_t(index)] || last;
                    known = true;
                    break;
                }
            if (known) continue;
            byTarget[size_t(edge.to)].push_back(int(all.size()));
            all.push_back({edge.from, edge.to, life, edge.y});
            toTheEnd.push_back(last);
        }
        for (int node = 0; node < nodeCount(); ++node)
            if (m_rootLife[size_t(node)] > 0) m_rootY[size_t(node)] /= m_rootLife[size_t(node)];
        m_out.resize(size_t(nodeCount()));
        m_in.resize(size_t(nodeCount()));
        for (size_t i = 0; i < all.size(); ++i) {
            if (all[i].life * 4 < lifeOf(all[i].to) && !toTheEnd[i]) continue;
            int index = int(m_links.size());
            m_links.push_back(all[i]);
            m_out[size_t(all[i].from)].push_back(index);
            m_in[size_t(all[i].to)].push_back(index);
        }
        for (auto& out : m_out) std::sort(out.begin(), out.end(), [&](int a, int b) { return m_links[size_t(a)].y < m_links[size_t(b)].y; });
    }

    void chooseColumns() {
        m_column.assign(size_t(nodeCount()), -1);
        std::vector<int> queue;
        auto spread = [&](size_t from) {
            for (size_t next = from; next < queue.size(); ++next)
                for (int link : m_out[size_t(queue[next])]) {
                    int target = m_links[size_t(link)].to;
                    if (m_column[size_t(target)] >= 0) continue;
                    m_column[size_t(target)] = m_column[size_t(queue[next])] + 1;
                    queue.push_back(target);
                }
        };
        for (int node = 0; node < nodeCount(); ++node)
            if (m_in[size_t(node)].empty()) {
                m_column[size_t(node)] = 0;
                queue.push_back(node);
            }
        spread(0);
        // What is left lies in cycles: each is entered at the box that a name held longest, else at the oldest.
        std::vector<int> left;
        for (int node = 0; node < nodeCount(); ++node)
            if (m_column[size_t(node)] < 0) left.push_back(node);
        std::stable_sort(left.begin(), left.end(), [&](int a, int b) { return m_rootLife[size_t(a)] > m_rootLife[size_t(b)]; });
        for (int node : left) {
            if (m_column[size_t(node)] >= 0) continue;
            m_column[size_t(node)] = 0;
            queue.push_back(node);
            spread(queue.size() - 1);
        }
    }

    void findLoose() {
        m_isLoose.assign(size_t(nodeCount()), 0);
        for (int node = 0; node < nodeCount(); ++node)
            if (m_in[size_t(node)].empty() && m_out[size_t(node)].empty()) m_loose.push_back(node);
        if (m_loose.size() > mostLooseBoxes) m_loose.clear();
        for (int node : m_loose) m_isLoose[size_t(node)] = 1;
    }

    void placeLoose() {
        std::vector<TakenPlace> taken;
        for (size_t column = 0; column < std::min<size_t>(m_columns.size(), looseColumns); ++column)
            for (int slot : m_columns[column])
                for (int node : m_slots[size_t(slot)].nodes) {
                    double top = std::round(m_slots[size_t(slot)].top);
                    taken.push_back({int(column), top, top + m_nodes[node].height, top, m_nodes[node].begin, m_nodes[node].end});
                }
        std::vector<LooseBox> boxes;
        for (int node : m_loose) {
            bool isNamed = m_rootLife[size_t(node)] > 0;
            double wish = isNamed ? m_rootY[size_t(node)] - headerMiddle : m_origin.y();
            boxes.push_back({m_nodes[node].height, wish, m_rootLife[size_t(node)], m_nodes[node].begin, m_nodes[node].end});
        }
        m_loosePlaces = placeLooseBoxes(boxes, std::move(taken), m_origin.y());
    }

    void shareSlots() {
        std::vector<int> byBirth(static_cast<size_t>(nodeCount()));
        for (int i = 0; i < nodeCount(); ++i) byBirth[size_t(i)] = i;
        std::stable_sort(byBirth.begin(), byBirth.end(), [&](int a, int b) { return m_nodes[a].begin < m_nodes[b].begin; });
        m_slotOf.assign(size_t(nodeCount()), -1);
        std::vector<std::vector<int>> columns;
        for (int node : byBirth) {
            if (m_isLoose[size_t(node)]) continue;
            size_t column = size_t(m_column[size_t(node)]);
            if (columns.size() <= column) columns.resize(column + 1);
            int parent = -1;
            for (int link : m_in[size_t(node)]) {
                int from = m_links[size_t(link)].from;
                if (m_column[size_t(from)] + 1 == int(column) && m_slotOf[size_t(from)] >= 0) parent = m_slotOf[size_t(from)];
            }
            int best = -1;
            double bestDifference = std::numeric_limits<double>::max();
            for (int slot : columns[column]) {
                const Slot& candidate = m_slots[size_t(slot)];
                if (candidate.freeAt > m_nodes[node].begin) continue;
                if (candidate.parent != parent && columns[column].size() < crowded) continue;
                double difference = std::abs(candidate.height - m_nodes[node].height);
                if (difference < bestDifference) {
                    bestDifference = difference;
                    best = slot;
                }
            }
            if (best < 0) {
                best = int(m_slots.size());
                Slot slot;
                slot.column = int(column);
                slot.parent = parent;
                m_slots.push_back(slot);
                columns[column].push_back(best);
            }
            Slot& slot = m_slots[size_t(best)];
            slot.height = std::max(slot.height, m_nodes[node].height);
            slot.freeAt = m_nodes[node].end + 2; // its ghost stands for one step
            slot.nodes.push_back(node);
            m_slotOf[size_t(node)] = best;
        }
        m_columns = std::move(columns);
    }

    void linkSlots() {
        std::vector<uint64_t> known;
        for (const Link& link : m_links) {
            int a = m_slotOf[size_t(link.from)], b = m_slotOf[size_t(link.to)];
            double fromY = link.y, toY = headerMiddle;
            if (m_slots[size_t(a)].column == m_slots[size_t(b)].column) continue;
            if (m_slots[size_t(a)].column > m_slots[size_t(b)].column) {
                std::swap(a, b);
                std::swap(fromY, toY);
            }
            int distance = m_slots[size_t(b)].column - m_slots[size_t(a)].column;
            if (distance > 6) continue; // a lane that long is not worth its dummies
            int previous = a;
            double y = fromY;
            for (int step = 1; step < distance; ++step) {
                int dummy = int(m_slots.size());
                Slot slot;
                slot.column = m_slots[size_t(a)].column + step;
                slot.height = dummyHeight;
                slot.isDummy = true;
                m_slots.push_back(slot);
                m_columns[size_t(slot.column)].push_back(dummy);
                m_slotLinks.push_back({previous, dummy, link.life, y, dummyHeight / 2});
                previous = dummy;
                y = dummyHeight / 2;
            }
            m_slotLinks.push_back({previous, b, link.life, y, toY});
        }
        m_right.resize(m_slots.size());
        m_left.resize(m_slots.size());
        for (size_t i = 0; i < m_slotLinks.size(); ++i) {
            m_right[size_t(m_slotLinks[i].from)].push_back(int(i));
            m_left[size_t(m_slotLinks[i].to)].push_back(int(i));
        }
        for (auto& links : m_right)
            std::sort(links.begin(), links.end(), [&](int a, int b) { return m_slotLinks[size_t(a)].fromY < m_slotLinks[size_t(b)].fromY; });
    }

    // -- order

    void order() {
        // Depth first from the first column; there, boxes stand as the rows that name them.
        auto& first = m_columns.empty() ? m_none : m_columns[0];
        std::vector<double> wish(m_slots.size(), 0);
        for (int slot : first) wish[size_t(slot)] = rootWish(slot);
        std::stable_sort(first.begin(), first.end(), [&](int a, int b) { return wish[size_t(a)] < wish[size_t(b)]; });
        std::vector<char> seen(m_slots.size(), 0);
        std::vector<std::vector<int>> ordered(m_columns.size());
        std::vector<int> stack;
        for (size_t column = 0; column < m_columns.size(); ++column)
            for (int root : m_columns[column]) {
                if (seen[size_t(root)]) continue;
                stack.push_back(root);
                seen[size_t(root)] = 1;
                while (!stack.empty()) {
                    int slot = stack.back();
                    stack.pop_back();
                    ordered[size_t(m_slots[size_t(slot)].column)].push_back(slot);
                    for (auto at = m_right[size_t(slot)].rbegin(); at != m_right[size_t(slot)].rend(); ++at) {
                        int next = m_slotLinks[size_t(*at)].to;
                        if (seen[size_t(next)]) continue;
                        seen[size_t(next)] = 1;
                        stack.push_back(next);
                    }
                }
            }
        m_columns = ordered;
        number();
        auto best = m_columns;
        double fewest = crossings();
        for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
            bool rightwards = sweep % 2 == 0;
            for (size_t i = 1; i < m_columns.size(); ++i) sortColumn(rightwards ? i : m_columns.size() - 1 - i, rightwards);
            double now = crossings();
            if (now < fewest) {
                fewest = now;
                best = m_columns;
            }
        }
        m_columns = best;
        number();
    }

    double rootWish(int slot) const {
        double sum = 0, weight = 0;
        for (int node : m_slots[size_t(slot)].nodes) {
            sum += m_rootY[size_t(node)] * m_rootLife[size_t(node)];
            weight += m_rootLife[size_t(node)];
        }
        return weight > 0 ? sum / weight : std::numeric_limits<double>::max();
    }

    void number() {
        for (const auto& column : m_columns)
            for (size_t i = 0; i < column.size(); ++i) m_slots[size_t(column[i])].order = double(i);
    }

    void sortColumn(size_t column, bool rightwards) {
        std::vector<std::pair<double, int>> keyed;
        for (int slot : m_columns[column]) {
            double sum = 0, weight = 0;
            for (int index : rightwards ? m_left[size_t(slot)] : m_right[size_t(slot)]) {
                const SlotLink& link = m_slotLinks[size_t(index)];
                const Slot& other = m_slots[size_t(rightwards ? link.from : link.to)];
                double y = rightwards ? link.fromY : link.toY;
                sum += link.weight * (other.order + 0.9 * y / std::max(other.height, y + 1));
                weight += link.weight;
            }
            keyed.push_back({weight > 0 ? sum / weight : m_slots[size_t(slot)].order, slot});
        }
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (size_t i = 0; i < keyed.size(); ++i) {
            m_columns[column][i] = keyed[i].second;
            m_slots[size_t(keyed[i].second)].order = double(i);
        }
    }

    // Crossings between neighbouring columns, weighted by the shorter life: counted with a Fenwick tree over the right ends.
    double crossings() const {
        double total = 0;
        std::vector<std::pair<std::pair<double, double>, double>> ends;
        for (const auto& column : m_columns) {
            ends.clear();
            for (int slot : column)
                for (int index : m_right[size_t(slot)]) {
                    const SlotLink& link = m_slotLinks[size_t(index)];
                    const Slot& to = m_slots[size_t(link.to)];
                    const Slot& from = m_slots[size_t(link.from)];
                    ends.push_back({{from.order + link.fromY / (link.fromY + from.height + 1), to.order}, link.weight});
                }
            if (ends.size() < 2) continue;
            std::sort(ends.begin(), ends.end());
            double highest = 0;
            for (const auto& end : ends) highest = std::max(highest, end.first.second);
            std::vector<double> tree(size_t(highest) + 2, 0);
            double sum = 0;
            for (const auto& end : ends) {
                double notAbove = 0;
                for (size_t i = size_t(end.first.second) + 1; i > 0; i -= i & (~i + 1)) notAbove += tree[i];
                total += (sum - notAbove) * std::min(1.0, end.second);
                sum += 1;
                for (size_t i = size_t(end.first.second) + 1; i < tree.size(); i += i & (~i + 1)) tree[i] += 1;
            }
        }
        return total;
    }

    // -- heights

    static double gapBetween(const Slot& a, const Slot& b) { return a.isDummy && b.isDummy ? 2 : a.isDummy || b.isDummy ? 12 : metrics::boxGap; }

    void chooseHeights() {
        for (const auto& column : m_columns) {
            double y = m_origin.y();
            for (size_t i = 0; i < column.size(); ++i) {
                Slot& slot = m_slots[size_t(column[i])];
                slot.top = y;
                y += slot.height + (i + 1 < column.size() ? gapBetween(slot, m_slots[size_t(column[i + 1])]) : 0);
            }
        }
        for (int pass = 0; pass < heightPasses; ++pass) {
            bool rightwards = pass % 2 == 0;
            for (size_t i = 0; i < m_columns.size(); ++i) settle(rightwards ? i : m_columns.size() - 1 - i);
        }
        if (!m_columns.empty()) settle(0);
    }

    void settle(size_t column) {
        const auto& slots = m_columns[column];
        struct Block {
            double sum, weight;
            size_t count;
            double value() const { return sum / weight; }
        };
        std::vector<double> offset(slots.size(), 0);
        for (size_t i = 1; i < slots.size(); ++i) {
            const Slot& above = m_slots[size_t(slots[i - 1])];
            offset[i] = offset[i - 1] + above.height + gapBetween(above, m_slots[size_t(slots[i])]);
        }
        std::vector<Block> blocks;
        for (size_t i = 0; i < slots.size(); ++i) {
            auto [wish, weight] = wishOf(slots[i]);
            blocks.push_back({(wish - offset[i]) * weight, weight, 1});
            while (blocks.size() > 1 && blocks[blocks.size() - 2].value() > blocks.back().value()) {
                Block last = blocks.back();
                blocks.pop_back();
                blocks.back().sum += last.sum;
                blocks.back().weight += last.weight;
                blocks.back().count += last.count;
            }
        }
        size_t i = 0;
        for (const Block& block : blocks)
            for (size_t n = 0; n < block.count; ++n, ++i) m_slots[size_t(slots[i])].top = std::max(block.value(), m_origin.y()) + offset[i];
    }

    // A box with one link to the right and its target with one from the left are parts of a chain: they lie level.
    bool isChain(const SlotLink& link) const {
        if (m_slots[size_t(link.from)].isDummy || m_slots[size_t(link.to)].isDummy) return false;
        return m_right[size_t(link.from)].size() == 1 && m_left[size_t(link.to)].size() == 1;
    }

    std::pair<double, double> wishOf(int slot) const {
        double sum = 0, weight = 0;
        auto add = [&](double y, double w) {
            sum += y * w;
            weight += w;
        };
        for (int index : m_left[size_t(slot)]) {
            const SlotLink& link = m_slotLinks[size_t(index)];
            add(m_slots[size_t(link.from)].top + (isChain(link) ? 0 : link.fromY - link.toY), link.weight);
        }
        for (int index : m_right[size_t(slot)]) {
            const SlotLink& link = m_slotLinks[size_t(index)];
            add(m_slots[size_t(link.to)].top + (isChain(link) ? 0 : link.toY - link.fromY), link.weight * 0.5);
        }
        if (m_slots[size_t(slot)].column == 0)
            for (int node : m_slots[size_t(slot)].nodes)
                if (m_rootLife[size_t(node)] > 0) add(m_rootY[size_t(node)] - headerMiddle, m_rootLife[size_t(node)]);
        if (weight <= 0) return {m_slots[size_t(slot)].top, 0.001};
        return {sum / weight, weight};
    }

    LayoutResult result() const {
        LayoutResult out;
        out.places.resize(nodeCount());
        out.columnOf.resize(nodeCount());
        double x = m_origin.x();
        size_t columns = m_columns.size();
        for (const LoosePlace& place : m_loosePlaces) columns = std::max(columns, size_t(place.column) + 1);
        for (size_t column = 0; column < columns; ++column) {
            double width = 0;
            for (size_t i = 0; i < m_loose.size(); ++i) {
                if (m_loosePlaces[i].column != int(column)) continue;
                width = std::max(width, m_nodes[m_loose[i]].width);
                out.places[m_loose[i]] = QPointF(x, std::round(m_loosePlaces[i].top));
                out.columnOf[m_loose[i]] = int(column);
            }
            if (column < m_columns.size())
                for (int slot : m_columns[column])
                    for (int node : m_slots[size_t(slot)].nodes) {
                        width = std::max(width, m_nodes[node].width);
                        out.places[node] = QPointF(x, std::round(m_slots[size_t(slot)].top));
                        out.columnOf[node] = int(column);
                    }
            out.columns.append({x, x + width});
            x += width + metrics::columnGap;
        }
        return out;
    }

    const QVector<LayoutNode>& m_nodes;
    const QVector<LayoutEdge>& m_edges;
    QPointF m_origin;
    std::vector<Link> m_links;
    std::vector<std::vector<int>> m_out, m_in, m_columns, m_right, m_left;
    std::vector<double> m_rootLife, m_rootY;
    std::vector<int> m_column, m_slotOf, m_none, m_loose;
    std::vector<char> m_isLoose;
    std::vector<LoosePlace> m_loosePlaces;
    std::vector<Slot> m_slots;
    std::vector<SlotLink> m_slotLinks;
};

}

LayoutResult lookAheadLayout(const QVector<LayoutNode>& nodes, const QVector<LayoutEdge>& edges, QPointF origin) {
    return Layout(nodes, edges, origin).run();
}

int crossingsAt(const QVector<LayoutNode>& nodes, const QVector<LayoutEdge>& edges, const LayoutResult& layout, uint64_t step) {
    struct Segment {
        QPointF a, b;
        int from, to;
    };
    QVector<Segment> segments;
    for (const LayoutEdge& edge : edges) {
        if (step < edge.begin || step > edge.end) continue;
        QPointF a = edge.from < 0 ? QPointF(0, edge.y) : layout.places[edge.from] + QPointF(nodes[edge.from].width, edge.y);
        segments.append({a, layout.places[edge.to] + QPointF(0, headerMiddle), edge.from, edge.to});
    }
    auto side = [](QPointF a, QPointF b, QPointF c) { return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()); };
    int count = 0;
    for (qsizetype i = 0; i < segments.size(); ++i)
        for (qsizetype j = i + 1; j < segments.size(); ++j) {
            const Segment &p = segments[i], &q = segments[j];
            if (p.to == q.to || (p.from == q.from && p.from >= 0)) continue;
            if (side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0) ++count;
        }
    return count;
}

}
