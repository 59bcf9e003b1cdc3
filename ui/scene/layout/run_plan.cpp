// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/run_plan.h"

#include <algorithm>

#include "ui/scene/layout/arrangement.h"
#include "ui/scene/layout/cluster_packing.h"
#include "ui/scene/layout/geometry.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t everyStep = 2000; // so many steps are all looked at; of the rest, samples
constexpr uint64_t samples = 1500;
constexpr size_t mostBoxes = 600'000; // looked at in all, so that planning ends
constexpr double widestRow = 2.0 / 3; // of the heap's view

QRectF heapOf(QSizeF view) {
    double right = std::max(view.width() - metrics::heapMargin, metrics::heapLeft + 3 * metrics::boxMinimum);
    double foot = std::max(view.height() - metrics::heapMargin, metrics::heapTop + 200);
    return {QPointF(metrics::heapLeft, metrics::heapTop), QPointF(right, foot)};
}

FormRoom formRoom(const QRectF& heap, Detail detail) { return {detail, std::round(heap.width() * widestRow)}; }

RunRecord recordRun(Run& run, const PictureOptions& options, const std::atomic<bool>* cancelled) {
    RunRecord record;
    uint64_t steps = run.stepCount();
    uint64_t stride = steps > everyStep ? std::max<uint64_t>(1, (steps - everyStep) / samples) : 1;
    size_t boxes = 0;
    uint64_t previous = UINT64_MAX;
    for (uint64_t step = 0; step < steps; step += step < everyStep ? 1 : stride) {
        if (cancelled && cancelled->load(std::memory_order_relaxed)) break;
        Picture picture = buildPicture(run, step, options);
        record.add(picture, step, previous);
        previous = step;
        boxes += size_t(picture.boxes.size());
        if (boxes > mostBoxes) break;
    }
    record.finish(steps, stride);
    return record;
}

// A cluster as what is clear of others: its boxes, and the ways of its arrows from each box to those beside it.
PackedCluster clusterOf(const RunRecord& record, const ObjectForest& forest, const Arrangement& arrangement, int root, std::vector<QPointF>& places) {
    PackedCluster cluster;
    QRectF extent = arrangement.extent(root);
    cluster.size = extent.size();
    arrangement.place(root, -extent.topLeft(), places);
    double life = 0, y = 0;
    for (int member : arrangement.membersOf(root)) {
        const RecordedBox& box = record.boxes[member];
        const ForestNode& node = forest.nodes[size_t(member)];
        QRectF rect(places[size_t(member)], arrangement.size(member));
        cluster.boxes.push_back({rect, box.begin, box.end});
        if (node.parent >= 0) {
            QRectF from(places[size_t(node.parent)], arrangement.size(node.parent));
            if (rect.left() > from.right())
                cluster.boxes.push_back({QRectF(from.right(), std::min(from.top(), rect.top()), rect.left() - from.right(),
                                                rect.bottom() - std::min(from.top(), rect.top())),
                                         box.begin, box.end});
        }
        if (member == root || forest.nodes[size_t(root)].rootLife <= 0) {
            y += node.rootY * node.rootLife;
            life += node.rootLife;
        }
    }
    if (life > 0) cluster.wish = y / life - arrangement.port(root) + extent.top();
    return cluster;
}

struct Laid {
    std::vector<QPointF> places;
    std::vector<QSizeF> sizes;
    std::vector<BoxForm> forms;
};

Laid layOut(const RunRecord& record, const ObjectForest& forest, const Chains& chains, const std::vector<BoxForm>& forms, const ArrangementRoom& room,
            const QRectF& heap) {
    Laid laid;
    laid.forms = forms;
    Arrangement arrangement(record, forest, chains, laid.forms, room);
    arrangement.run();
    laid.places.resize(forest.nodes.size());
    std::vector<PackedCluster> clusters;
    for (int root : forest.roots) clusters.push_back(clusterOf(record, forest, arrangement, root, laid.places));
    std::vector<QPointF> packed = packClusters(clusters, heap, room.spacing);
    for (size_t i = 0; i < forest.roots.size(); ++i)
        arrangement.place(forest.roots[i], packed[i] - arrangement.extent(forest.roots[i]).topLeft(), laid.places);
    for (int node = 0; node < int(forest.nodes.size()); ++node) laid.sizes.push_back(arrangement.size(node));
    return laid;
}

// How much of the boxes' lives is spent in sight, of 1.
double inSight(const RunRecord& record, const Laid& laid, const QRectF& heap) {
    double seen = 0, all = 0;
    QRectF view = heap.adjusted(-metrics::heapLeft, -metrics::heapTop, metrics::heapMargin, metrics::heapMargin);
    for (int i = 0; i < record.boxes.size(); ++i) {
        double life = double(record.boxes[i].end - record.boxes[i].begin + 1);
        all += life;
        if (view.contains(QRectF(laid.places[size_t(i)], laid.sizes[size_t(i)]))) seen += life;
    }
    return all > 0 ? seen / all : 1;
}

}

RunPlan planRun(Run& run, PictureOptions options, const std::atomic<bool>* cancelled) {
    options.facts = false;
    RunRecord record = recordRun(run, options, cancelled);
    RunPlan plan;
    plan.steps = run.stepCount();
    plan.detail = options.detail;
    plan.heap = heapOf(options.view);
    ObjectForest forest = makeForest(record);
    Chains chains = findChains(record, forest);
    ArrangementRoom room{options.detail, plan.heap.size(), options.tree, {}};
    const std::vector<BoxForm> forms = chooseForms(record, forest, formRoom(plan.heap, options.detail));
    Laid laid = layOut(record, forest, chains, forms, room, plan.heap);
    if (double seen = inSight(record, laid, plan.heap); seen < 1) {
        room.spacing = close;
        Laid closer = layOut(record, forest, chains, forms, room, plan.heap);
        if (inSight(record, closer, plan.heap) > seen) laid = std::move(closer);
        else room.spacing = {};
    }
    plan.spacing = room.spacing;
    for (int i = 0; i < record.boxes.size(); ++i) {
        plan.places.insert(record.boxes[i].id, QRectF(laid.places[size_t(i)], laid.sizes[size_t(i)]));
        plan.forms.insert(record.boxes[i].id, laid.forms[size_t(i)]);
    }
    return plan;
}

void RunPlan::placeMissing(const Picture& picture) {
    QVector<int> missing;
    for (int i = 0; i < picture.boxes.size(); ++i)
        if (!places.contains(picture.boxes[i].id)) missing.append(i);
    if (missing.isEmpty()) return;
    if (heap.isEmpty()) heap = heapOf(PictureOptions().view);
    RunRecord now; // of this step alone
    now.add(picture, picture.step, UINT64_MAX);
    QHash<ObjectId, RecordedBox> recorded;
    for (const RecordedBox& box : now.boxes) recorded.insert(box.id, box);
    QHash<ObjectId, QPair<ObjectId, int>> referrers;
    std::vector<QRectF> taken;
    for (const BoxPicture& box : picture.boxes) {
        if (auto place = places.constFind(box.id); place != places.constEnd()) taken.push_back(*place);
        for (int row = 0; row < box.rows.size(); ++row)
            if (!box.rows[row].ref.isChip && box.rows[row].ref.id) referrers.insert(box.rows[row].ref.id, {box.id, row});
    }
    for (int i : missing) {
        const BoxPicture& box = picture.boxes[i];
        BoxForm form = formOf(recorded.value(box.id), formRoom(heap, detail));
        QSizeF size(form.width, geometry::boxHeight(box, form, detail));
        QPointF wish = heap.topLeft();
        if (auto by = referrers.constFind(box.id); by != referrers.constEnd() && places.contains(by->first)) {
            QRectF from = places.value(by->first);
            wish = QPointF(from.right() + spacing.beside, from.top() + by->second * metrics::rowHeight);
        }
        QRectF place(freePlace(wish, size, taken, heap, spacing), size);
        taken.push_back(place);
        places.insert(box.id, place);
        forms.insert(box.id, form);
    }
}

QRectF RunPlan::pin(ObjectId id, QPointF wish, const Picture& picture) {
    std::vector<QRectF> taken;
    for (const BoxPicture& box : picture.boxes) {
        auto other = places.constFind(box.id);
        if (box.id != id && other != places.constEnd()) taken.push_back(*other);
    }
    QSizeF size = places.value(id).size();
    QRectF pinned(freePlace(wish, size, taken, heap, spacing), size);
    places.insert(id, pinned);
    return pinned;
}

}
