// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/models/picture/just_run.h"
#include "ui/models/picture/kept_boxes.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

namespace memtape {

namespace {

constexpr qsizetype mostLeftFrames = 4; // of those that an error has left are drawn

QString remark(const Reading& reading, Remark about) {
    const std::string sentence(reading.remark(about));
    return sentence.empty() ? QString() : QCoreApplication::translate("memtape::Canvas", sentence.c_str());
}

void addFacts(Picture& picture, const Reading& reading) {
    const MemoryState& state = reading.state();
    picture.language = toQString(reading.language());
    picture.remarks = {remark(reading, Remark::Frames), remark(reading, Remark::Released)};
    picture.heapBytes = state.heapBytes();
    picture.heapObjects = state.heapObjects();
    std::vector<ObjectId> ids;
    for (const BoxPicture& box : picture.boxes)
        if (box.isObject()) ids.push_back(box.id);
    std::vector<uint64_t> counts = state.referenceCounts(ids);
    size_t next = 0;
    for (BoxPicture& box : picture.boxes)
        if (box.isObject()) {
            box.count = ObjectText::count(counts[next], state.object(box.id).immortal);
            box.briefCount = ObjectText::briefCount(counts[next], state.object(box.id).immortal);
            ++next;
        }
}

// What was not there at another step of the run was not there whichever step is shown: so marks stay from step to step, until the rest is compared.
PictureChanges marksAt(uint64_t step, const ComparedMarks& compared) {
    if (compared.step == step) return PictureChanges(compared);
    ComparedMarks lasting;
    if (compared.ofOneRun) lasting.came = compared.came;
    return PictureChanges(lasting);
}

PictureChanges changesAt(Run& run, uint64_t step, const PictureOptions& options) {
    if (options.compared) return marksAt(step, *options.compared);
    return PictureChanges(step > run.firstStep() ? run.changesBefore(step) : std::vector<Change>());
}

void sortBoxes(QVector<BoxPicture>& boxes) {
    auto birth = [](const BoxPicture& box) { return box.group ? box.group->members.first().id.life : box.id.life; };
    std::vector<std::pair<uint32_t, qsizetype>> order; // to move each box once
    for (qsizetype i = 0; i < boxes.size(); ++i) order.emplace_back(birth(boxes[i]), i);
    if (std::is_sorted(order.begin(), order.end())) return;
    std::sort(order.begin(), order.end());
    QVector<BoxPicture> sorted;
    sorted.reserve(boxes.size());
    for (const auto& [life, at] : order) sorted.append(std::move(boxes[at]));
    boxes = std::move(sorted);
}

// The card of the global names stays the first.
void putNewestFirst(QVector<CardPicture>& cards) {
    if (cards.size() <= 2) return;
    auto isHead = [](const CardPicture& card) { return card.kind == CardPicture::Kind::GlobalNames || card.kind == CardPicture::Kind::Thread; };
    // The frames of each thread for themselves.
    for (auto begin = std::find_if_not(cards.begin(), cards.end(), isHead); begin != cards.end();) {
        auto end = std::find_if(begin, cards.end(), isHead);
        std::reverse(begin, end);
        begin = std::find_if_not(end, cards.end(), isHead);
    }
}

// `kept`: none are of a picture that stands alone.
Picture build(Run& run, uint64_t step, const PictureOptions& options, const PictureChanges& changes, ObjectGroups& groups, KeptBoxes* kept) {
    Picture picture;
    picture.step = step;
    picture.detail = options.detail;
    picture.narrowStack = options.narrowStack;
    picture.isCompared = options.compared != nullptr;
    uint32_t justLine = 0;
    if (options.facts && !options.compared) // what the notes say; the layout has no use for them
        if (auto just = justRun(run, step)) justLine = just->line;
    auto passing = passingError(run, step, options.facts ? mostLeftFrames : 0);
    std::shared_ptr<const Reading> reading = run.readingAt(step);
    if (!reading) return picture;
    picture.info = reading->state().step();
    const bool isLarge = options.groupFrom > 0 && reading->state().heapObjects() >= options.groupFrom;
    if (isLarge) groups.count(run, *reading, step);
    PictureReferences references(*reading, options, isLarge ? &groups.births() : nullptr);
    PictureMaking making{run, options, *reading, changes, references, picture, justLine, passing, kept};
    addCards(making);
    addBoxes(making);
    if (options.facts) addFacts(picture, *reading);
    sortBoxes(picture.boxes);
    if (options.newestFirst) putNewestFirst(picture.cards);
    return picture;
}

}

std::optional<RefPlace> placeOf(const CardPicture& card, const RowPicture& row) {
    if (row.kind != RowKind::Name || (card.isWaiting && !card.names) || card.kind == CardPicture::Kind::Gone || card.kind == CardPicture::Kind::Fold)
        return std::nullopt;
    if (card.names && row.cell == CellKind::Value) return RefPlace{.owner = card.names, .cell = CellKind::Value, .index = row.index};
    return RefPlace{.index = row.index, .frame = card.frame};
}

std::optional<RefPlace> placeOf(const BoxPicture& box, const RowPicture& row) {
    if (row.kind != RowKind::Cell || !box.isObject()) return std::nullopt;
    return RefPlace{.owner = row.owner ? row.owner : box.id, .cell = row.cell, .index = row.index};
}

const BoxPicture* Picture::findBox(ObjectId id) const {
    for (const BoxPicture& box : boxes)
        if (box.id == id) return &box;
    return nullptr;
}

const BoxPicture* Picture::groupOf(ObjectId member) const {
    for (const BoxPicture& box : boxes)
        if (box.group && !box.group->opened.contains(member) && box.group->placeOf(member) >= 0) return &box;
    return nullptr;
}

Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options, ObjectGroups* groups) {
    ObjectGroups alone;
    return build(run, step, options, changesAt(run, step, options), groups ? *groups : alone, nullptr);
}

Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options, PictureMemory& memory) {
    const std::vector<Change> changes = memory.boxes.goTo(run, step, options);
    return build(run, step, options,
                 options.compared ? changesAt(run, step, options) : PictureChanges(step > run.firstStep() ? changes : std::vector<Change>()),
                 memory.groups, &memory.boxes);
}

}
