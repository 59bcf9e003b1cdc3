// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/run_plan.h"

#include <algorithm>
#include <utility>

#include "ui/models/picture/kept_boxes.h"
#include "ui/scene/layout/cluster_packing.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/picture_arrows.h"
#include "ui/scene/layout/plan/plan_search.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr uint64_t everyStep = 2000; // so many steps are all looked at; of the rest, samples
constexpr uint64_t samples = 1500;
constexpr uint64_t aSample = 4000; // objects: where more are alive, there are fewer samples, as each counts them all
// Boxes looked at in all, so that planning ends; of pictures with many fewer, as there one step tells nearly all of the next.
constexpr size_t mostBoxes = 600'000, mostOfLarge = 150'000;
constexpr qsizetype large = 400; // boxes of a picture
// The same of a run that makes many objects: its plan is coarse anyway, and soon there.
constexpr size_t mostOfMany = 20'000;
constexpr qsizetype many = 1500; // objects that may be boxes
// Objects that are gone through for what has become unreachable, and those that every run has.
constexpr uint64_t mostScanned = 2'000'000, ofLibrary = 4000;
constexpr double widestRow = 2.0 / 3; // of the heap's view
constexpr uint64_t sampledPictures = 8;

QRectF heapOf(const PictureOptions& options) {
    const metrics::Stack& stack = metrics::stackOf(options.narrowStack);
    double right = std::max(options.view.width() - metrics::heapMargin, stack.heapLeft + stack.leastHeap);
    double foot = std::max(options.view.height() - metrics::heapMargin, metrics::heapTop + 200);
    return {QPointF(stack.heapLeft, metrics::heapTop), QPointF(right, foot)};
}

FormRoom formRoom(const RunPlan& plan) { return {plan.detail, std::round(plan.heap.width() * widestRow), plan.chosen}; }

qsizetype mayBeBoxes(Run& run, const std::vector<Life>& lives) {
    const auto reading = run.readingAt(0);
    if (!reading) return 0;
    QHash<uint32_t, qsizetype> ofType;
    for (const Life& life : lives) ++ofType[life.type];
    qsizetype count = 0;
    for (auto type = ofType.constBegin(); type != ofType.constEnd(); ++type)
        if (!isValueKind(reading->kindOf(reading->state().type(type.key())))) count += type.value();
    return count;
}

// As boxes: what the members of a group take to be counted.
size_t lookedAt(const Picture& picture) {
    qsizetype members = 0;
    for (const BoxPicture& box : picture.boxes)
        if (box.group) members += box.group->members.size();
    return size_t(picture.boxes.size() + members / 4);
}

RunRecord recordRun(Run& run, const PictureOptions& options, const std::atomic<bool>* cancelled) {
    RunRecord record;
    PictureMemory memory;
    const std::vector<Life> lives = run.lives();
    const bool isOfMany = mayBeBoxes(run, lives) > many;
    const uint64_t steps = run.stepCount(), first = run.firstStep(), eachTo = first + everyStep;
    uint64_t stride = steps > eachTo ? std::max<uint64_t>(1, (steps - eachTo) / samples) : 1;
    size_t seen = 0, seenOfLarge = 0; // boxes
    uint64_t scanned = 0;             // objects
    uint64_t previous = UINT64_MAX, next = 0;
    bool isSampled = false;
    for (uint64_t step = first; step < steps; step = next) {
        if (cancelled && cancelled->load(std::memory_order_relaxed)) break;
        next = step + (step < eachTo ? 1 : stride);
        if (auto state = step < eachTo || options.groupFrom == 0 ? nullptr : run.stateAt(step)) next += stride * (state->heapObjects() / aSample);
        Picture picture = buildPicture(run, step, options, memory);
        record.add(picture, step, previous);
        if (!isOfMany && record.hasAbsent() && scanned < mostScanned)
            if (const auto state = run.stateAt(step)) {
                scanned += state->heapObjects() + ofLibrary;
                record.keepLost(*state);
            }
        previous = step;
        const bool isLarge = !isOfMany && picture.boxes.size() > large;
        size_t& used = isLarge ? seenOfLarge : seen;
        const size_t looked = isOfMany ? lookedAt(picture) : size_t(picture.boxes.size());
        used += looked;
        const size_t most = isOfMany ? mostOfMany : isLarge ? mostOfLarge : mostBoxes, left = most - std::min(used, most - 1);
        // What is left is spread over the rest of the run, and its last step is always looked at: what lives then has its place.
        if (step + 1 < steps) {
            next = std::max(next, step + (steps - step) * uint64_t(looked) / left);
            next = std::min(next, steps - 1);
        }
        isSampled |= next - step > 1;
    }
    record.finish(steps, !isSampled && !isOfMany && scanned < mostScanned, lives);
    return record;
}

// Some steps of the run, as they will be drawn.
QVector<Picture> samplesOf(Run& run, PictureOptions options) {
    options.facts = true;
    QVector<Picture> pictures;
    uint64_t steps = run.stepCount(), count = std::min<uint64_t>(steps, sampledPictures);
    for (uint64_t i = 1; i <= count; ++i) pictures.append(buildPicture(run, steps * i / count - 1, options));
    return pictures;
}

}

RunPlan planRun(Run& run, PictureOptions options, const std::atomic<bool>* cancelled) {
    options.facts = false;
    options.compared.reset(); // whatever marks tell, the layout is of the run
    RunRecord record = recordRun(run, options, cancelled);
    RunPlan plan;
    plan.steps = run.stepCount();
    plan.detail = options.detail;
    plan.chosen = options.forms;
    plan.heap = heapOf(options);
    ObjectForest forest = makeForest(record);
    Chains chains = findChains(record, forest);
    const SearchRoom room{formRoom(plan), plan.heap, options.tree};
    const QVector<Picture> samples = record.boxes.size() > mostTried ? QVector<Picture>() : samplesOf(run, options);
    const auto [laid, spacing] = searchPlan(record, forest, chains, room, samples, cancelled);
    plan.spacing = spacing;
    for (int i = 0; i < record.boxes.size(); ++i) {
        plan.places.insert(record.boxes[i].id, QRectF(laid.places[size_t(i)], laid.sizes[size_t(i)]));
        plan.forms.insert(record.boxes[i].id, laid.forms[size_t(i)]);
        if (record.boxes[i].isDoubtful) plan.doubtful.insert(record.boxes[i].id);
    }
    return plan;
}

// Where steps were passed over, a box may be larger at one of them than at all that were looked at.
QSet<ObjectId> RunPlan::withoutPlace(const Picture& picture) const {
    QSet<ObjectId> without;
    QVector<ObjectId> inDoubt;
    QHash<ObjectId, QRectF> outgrown;
    for (const BoxPicture& box : picture.boxes) {
        const auto place = places.constFind(box.id);
        if (place == places.constEnd()) {
            without.insert(box.id);
            continue;
        }
        const QRectF drawn = drawnRect(box, forms.value(box.id), *place, picture.detail);
        if (drawn.height() > place->height()) outgrown.insert(box.id, drawn);
        if (doubtful.contains(box.id) || outgrown.contains(box.id)) inDoubt.append(box.id);
    }
    QSet<ObjectId> unsettled(inDoubt.begin(), inDoubt.end());
    for (ObjectId id : std::as_const(inDoubt)) {
        unsettled.remove(id);
        const QRectF place = outgrown.value(id, places.value(id));
        const bool isTaken = std::any_of(picture.boxes.begin(), picture.boxes.end(), [&](const BoxPicture& other) {
            return other.id != id && !without.contains(other.id) && !unsettled.contains(other.id) &&
                   outgrown.value(other.id, places.value(other.id)).intersects(place);
        });
        if (isTaken) without.insert(id);
    }
    return without;
}

void RunPlan::placeMissing(const Picture& picture) {
    const QSet<ObjectId> without = withoutPlace(picture);
    if (without.isEmpty()) return;
    Picture missing; // of the step's boxes, those that have no place
    missing.detail = picture.detail;
    QHash<ObjectId, QPair<ObjectId, int>> referrers; // theirs
    QHash<ObjectId, QSizeF> sizes;                   // of those that are planned
    for (const BoxPicture& box : picture.boxes) {
        if (!without.contains(box.id)) continue;
        missing.boxes.append(box);
        referrers.insert(box.id, {});
        if (const auto place = places.constFind(box.id); place != places.constEnd()) {
            sizes.insert(box.id, drawnRect(box, forms.value(box.id), *place, picture.detail).size().expandedTo(place->size()));
            places.erase(place);
        }
    }
    if (heap.isEmpty()) heap = heapOf({});
    RunRecord now;
    now.add(missing, picture.step, UINT64_MAX);
    QHash<ObjectId, RecordedBox> recorded;
    for (const RecordedBox& box : now.boxes) recorded.insert(box.id, box);
    FreePlaces free(heap, spacing);
    for (const BoxPicture& box : picture.boxes) {
        if (!without.contains(box.id)) free.take(places.value(box.id) | drawnRect(box, forms.value(box.id), places.value(box.id), picture.detail));
        for (int row = 0; row < box.rows.size(); ++row) {
            const RefPicture& ref = box.rows[row].ref;
            if (auto of = ref.leadsAway() ? referrers.find(ref.box()) : referrers.end(); of != referrers.end()) *of = {box.id, row};
        }
    }
    for (const BoxPicture& box : std::as_const(missing.boxes)) {
        if (!sizes.contains(box.id)) {
            const BoxForm form = formOf(recorded.value(box.id), formRoom(*this));
            sizes.insert(box.id, QSizeF(form.width, geometry::boxHeight(box, form, detail)));
            forms.insert(box.id, form);
        }
        const QSizeF size = sizes.value(box.id);
        QPointF wish = heap.topLeft();
        if (const auto [by, row] = referrers.value(box.id); by && places.contains(by)) {
            QRectF from = places.value(by);
            wish = QPointF(from.right() + spacing.beside, from.top() + row * metrics::rowHeight);
        }
        const QRectF place(free.nearest(wish, size), size);
        free.take(place);
        places.insert(box.id, place);
    }
}

QRectF RunPlan::pin(ObjectId id, QPointF wish, const Picture& picture) {
    FreePlaces free(heap, spacing);
    for (const BoxPicture& box : picture.boxes) {
        auto other = places.constFind(box.id);
        if (box.id != id && other != places.constEnd()) free.take(*other);
    }
    QSizeF size = places.value(id).size();
    const QRectF pinned(free.nearest(wish, size), size);
    places.insert(id, pinned);
    return pinned;
}

}
