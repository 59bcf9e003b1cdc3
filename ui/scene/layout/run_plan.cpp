// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/run_plan.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/scene/layout/geometry.h"
#include "ui/state/run.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr uint64_t everyStep = 2000; // so many steps are all looked at; of the rest, samples
constexpr uint64_t samples = 1500;
constexpr size_t mostBoxes = 600'000; // looked at in all, so that planning ends

struct EdgeKey {
    ObjectId from; // none: a row of the stack
    ObjectId to;
    uint64_t row;
    bool operator==(const EdgeKey&) const = default;
};

size_t qHash(const EdgeKey& key, size_t seed) { return memtape::qHash(key.from, seed) * 31 ^ memtape::qHash(key.to, seed) ^ ::qHash(key.row, seed); }

struct Collected {
    QVector<LayoutNode> nodes;
    QVector<ObjectId> ids;
    QVector<char> released;
    QHash<ObjectId, int> numbers;
    QVector<LayoutEdge> edges;
    QHash<EdgeKey, int> open; // to the latest interval

    void see(const EdgeKey& key, uint64_t step, double y, uint64_t previousStep, double weight = 1) {
        auto known = open.constFind(key);
        if (known != open.constEnd() && edges[*known].end == previousStep) {
            edges[*known].end = step;
            return;
        }
        LayoutEdge edge;
        edge.from = key.from ? numbers.value(key.from, -1) : -1;
        edge.to = numbers.value(key.to, -1);
        if (edge.to < 0 || (key.from && edge.from < 0)) return;
        edge.begin = edge.end = step;
        edge.y = y;
        edge.weight = weight;
        open.insert(key, int(edges.size()));
        edges.append(edge);
    }

    void addPicture(const Picture& picture, uint64_t step, uint64_t previousStep) {
        for (const BoxPicture& box : picture.boxes) {
            auto known = numbers.constFind(box.id);
            if (box.ghost) {
                if (known == numbers.constEnd()) continue; // never drawn alive: it leaves no ghost that needs a place
                nodes[*known].end = step;
                released[*known] = 1;
                continue;
            }
            QSizeF size = geometry::boxSize(box, picture.detail);
            if (known == numbers.constEnd()) {
                numbers.insert(box.id, int(nodes.size()));
                nodes.append({size.width(), size.height(), step, step});
                ids.append(box.id);
                released.append(0);
            } else {
                LayoutNode& node = nodes[*known];
                node.width = std::max(node.width, size.width());
                node.height = std::max(node.height, size.height());
                node.end = step;
            }
        }
        for (const BoxPicture& box : picture.boxes)
            for (int row = 0; row < box.rows.size(); ++row) {
                const RefPicture& ref = box.rows[row].ref;
                if (ref.id && !ref.isChip)
                    see({box.id, ref.id, uint64_t(row)}, step, geometry::boxRowTop(row, picture.detail) + metrics::rowHeight / 2, previousStep);
            }
        QVector<QRectF> cards = geometry::placeCards(picture);
        for (int card = 0; card < picture.cards.size(); ++card)
            for (int row = 0; row < picture.cards[card].rows.size(); ++row) {
                const RefPicture& ref = picture.cards[card].rows[row].ref;
                if (!ref.id || ref.isChip) continue;
                double y = cards[card].top() + geometry::cardRowTop(picture.cards[card], row) + metrics::rowHeight / 2;
                see({{}, ref.id, (uint64_t(card) << 32) | uint64_t(row)}, step, y, previousStep,
                    picture.cards[card].kind == CardPicture::Kind::GlobalNames ? 5 : 1);
            }
    }
};

}

RunPlan planRun(Run& run, PictureOptions options, const std::atomic<bool>* cancelled) {
    options.facts = false;
    uint64_t steps = run.stepCount();
    Collected all;
    uint64_t stride = steps > everyStep ? std::max<uint64_t>(1, (steps - everyStep) / samples) : 1;
    size_t boxes = 0;
    uint64_t previous = UINT64_MAX;
    for (uint64_t step = 0; step < steps; step += step < everyStep ? 1 : stride) {
        if (cancelled && cancelled->load(std::memory_order_relaxed)) break;
        Picture picture = buildPicture(run, step, options);
        all.addPicture(picture, step, previous);
        previous = step;
        boxes += size_t(picture.boxes.size());
        if (boxes > mostBoxes) break;
    }
    // What was not seen to be released may still be alive, unreachable or held by something that is not drawn.
    for (int i = 0; i < all.nodes.size(); ++i)
        if (!all.released[i] && all.nodes[i].end + stride < steps) all.nodes[i].end = steps;

    LayoutResult layout = lookAheadLayout(all.nodes, all.edges, QPointF(metrics::stackWidth + metrics::columnGap * 0.75, metrics::heapTop));
    RunPlan plan;
    plan.steps = steps;
    plan.detail = options.detail;
    plan.columns = layout.columns;
    for (int i = 0; i < all.ids.size(); ++i) {
        plan.places.insert(all.ids[i], QRectF(layout.places[i], QSizeF(all.nodes[i].width, all.nodes[i].height)));
        plan.columnOf.insert(all.ids[i], layout.columnOf[i]);
    }
    return plan;
}

int RunPlan::ensureColumn(int column, double width) {
    while (columns.size() <= column) {
        double left = columns.isEmpty() ? metrics::stackWidth + metrics::columnGap * 0.75 : columns.last().right + metrics::columnGap;
        columns.append({left, left + std::max(width, metrics::boxMinimum)});
    }
    if (column == columns.size() - 1) columns[column].right = std::max(columns[column].right, columns[column].left + width);
    return column;
}

namespace {

// What is taken of a column, from top to bottom, with the gap that others keep.
class ColumnRoom {
public:
    void take(const QRectF& place) {
        Taken t{place.top() - metrics::boxGap, place.bottom() + metrics::boxGap};
        m_taken.insert(std::upper_bound(m_taken.begin(), m_taken.end(), t, [](const Taken& a, const Taken& b) { return a.from < b.from; }), t);
    }

    // Where a box of this height fits, nearest to the wish.
    double freeTop(double wish, double height) const {
        double free = metrics::heapTop, best = -1; // free: all that is above has been seen
        wish = std::max(wish, free);
        auto consider = [&](double top) {
            if (best < 0 || std::abs(top - wish) < std::abs(best - wish)) best = top;
        };
        for (const Taken& taken : m_taken) {
            if (taken.from - height >= free) consider(std::clamp(wish, free, taken.from - height));
            free = std::max(free, taken.to);
        }
        consider(std::max(wish, free));
        return best;
    }

private:
    struct Taken {
        double from, to;
    };
    std::vector<Taken> m_taken;
};

}

void RunPlan::placeMissing(const Picture& picture) {
    QVector<int> missing;
    for (int i = 0; i < picture.boxes.size(); ++i)
        if (!places.contains(picture.boxes[i].id)) missing.append(i);
    if (missing.isEmpty()) return;
    struct Referrer {
        ObjectId id;
        int row;
    };
    QHash<ObjectId, QVector<Referrer>> referrers;
    for (int i : missing) referrers.insert(picture.boxes[i].id, {});
    QHash<int, ColumnRoom> rooms;
    for (const BoxPicture& box : picture.boxes) {
        if (auto place = places.constFind(box.id); place != places.constEnd())
            rooms[columnOf.value(box.id)].take(place->adjusted(0, 0, 0, geometry::noteHeight(box)));
        for (int row = 0; row < box.rows.size(); ++row) {
            const RefPicture& ref = box.rows[row].ref;
            if (ref.isChip) continue;
            if (auto of = referrers.find(ref.id); of != referrers.end()) of->append({box.id, row});
        }
    }
    for (int i : missing) {
        const BoxPicture& box = picture.boxes[i];
        QSizeF size = geometry::boxSize(box, picture.detail);
        QSizeF withNote(size.width(), size.height() + geometry::noteHeight(box));
        int column = 0;
        double wish = metrics::heapTop;
        for (const Referrer& referrer : referrers.value(box.id)) {
            auto place = places.constFind(referrer.id);
            if (place == places.constEnd()) continue;
            column = columnOf.value(referrer.id) + 1;
            wish = place->top() + geometry::boxRowTop(referrer.row, picture.detail);
        }
        // A growing column would push the later ones aside; a box too wide for it goes to one of its own, at the end.
        if (column < columns.size() - 1 && size.width() > columns[column].right - columns[column].left) column = int(columns.size());
        column = ensureColumn(column, size.width());
        ColumnRoom& room = rooms[column];
        QRectF place(QPointF(columns[column].left, room.freeTop(wish, withNote.height())), size);
        room.take(QRectF(place.topLeft(), withNote));
        places.insert(box.id, place);
        columnOf.insert(box.id, column);
    }
}

QRectF RunPlan::pin(ObjectId id, QPointF wish, const Picture& picture) {
    QRectF place = places.value(id);
    int column = columnOf.value(id);
    double nearest = 1e18;
    for (int i = 0; i < columns.size(); ++i) {
        double distance = std::abs(columns[i].left - wish.x());
        if (distance < nearest && (place.width() <= columns[i].right - columns[i].left || i == columns.size() - 1)) {
            nearest = distance;
            column = i;
        }
    }
    if (!columns.isEmpty() && wish.x() > columns.last().right + metrics::columnGap / 2) column = ensureColumn(int(columns.size()), place.width());
    ensureColumn(column, place.width());
    ColumnRoom room;
    for (const BoxPicture& box : picture.boxes) {
        auto other = places.constFind(box.id);
        if (box.id != id && other != places.constEnd() && columnOf.value(box.id, -1) == column) room.take(*other);
    }
    double top = room.freeTop(wish.y(), place.height());
    QRectF pinned(QPointF(columns[column].left, top), place.size());
    places.insert(id, pinned);
    columnOf.insert(id, column);
    return pinned;
}

}
