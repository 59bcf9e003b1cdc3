// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/kept_boxes.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "ui/models/picture/picture_references.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

// Of these all that is shown follows from their own cells. Others tell of frames, or of what they do not hold.
bool isOfItsCells(ObjectKind kind) { return isContainer(kind) || kind == ObjectKind::Record || kind == ObjectKind::SharedVariable; }

bool isValue(ObjectKind kind) { return isValueKind(kind) && kind != ObjectKind::Buffer; } // never changes

}

void KeptBoxes::reset() {
    m_step.reset();
    m_boxes.clear();
    m_shownIn.clear();
}

// To find out what was touched costs about as much a step as a box costs to be made.
std::vector<Change> KeptBoxes::goTo(Run& run, uint64_t step, const PictureOptions& options) {
    const std::optional<uint64_t> from = std::exchange(m_step, step);
    const uint64_t apart = !from ? 0 : *from < step ? step - *from : *from - step;
    const QString sample = QCoreApplication::translate("memtape::Picture", "empty");
    PictureOptions unmarked = options;
    unmarked.compared = nullptr;
    if (!from || apart > uint64_t(m_boxes.size()) + 1 || m_options != unmarked || m_sample != sample) {
        reset();
        m_sample = sample;
        m_step = step;
        m_options = std::move(unmarked);
        return run.changesBefore(step);
    }
    auto forgetBefore = [&](uint64_t at) {
        std::vector<Change> changes = run.changesBefore(at);
        for (const Change& change : changes) forget(change.object);
        return changes;
    };
    for (uint64_t at = *from + 1; at < step; ++at) forgetBefore(at);
    std::vector<Change> changes = forgetBefore(step); // what is touched there is marked, whichever way the step is come to
    for (uint64_t at = step + 1; at <= *from; ++at) forgetBefore(at);
    return changes;
}

void KeptBoxes::forget(ObjectId touched) {
    m_boxes.remove(touched);
    auto shown = m_shownIn.constFind(touched);
    if (shown == m_shownIn.constEnd()) return;
    for (ObjectId in : *shown) m_boxes.remove(in);
    m_shownIn.erase(shown);
}

const BoxPicture* KeptBoxes::find(ObjectId id, const Reading& reading, PictureReferences& references) const {
    auto kept = m_boxes.constFind(id);
    if (kept == m_boxes.constEnd() || references.globals() != m_globals) return nullptr;
    const bool looksSo =
        std::none_of(kept->mortal.begin(), kept->mortal.end(), [&](ObjectId shown) { return reading.state().object(shown).immortal; });
    const auto& rows = kept->box.rows;
    const bool isWhole =
        looksSo && std::all_of(rows.begin(), rows.end(), [&](const RowPicture& row) { return !row.ref.leadsAway() || references.place(row.ref.id); });
    return isWhole ? &kept->box : nullptr;
}

void KeptBoxes::keep(const BoxPicture& box, const QVector<ObjectId>& keys, const Reading& reading, PictureReferences& references) {
    if (!m_step || !isOfItsCells(box.kind) || box.mark == Mark::Changed || box.unreachable) return;
    if (references.globals() != m_globals) {
        m_boxes.clear();
        m_shownIn.clear();
        m_globals = references.globals();
    }
    Kept kept;
    std::vector<ObjectId> shown;
    auto mayChange = [&](ObjectId id) { return !isValue(reading.kind(id)); };
    for (const RowPicture& row : box.rows) {
        const RefPicture& ref = row.ref;
        const bool isPlain = !row.isWeak && row.mark == Mark::None && (!ref.isChip || ref.id) && (row.kind != RowKind::Note || !ref.id);
        if (!isPlain || row.kind == RowKind::Several || (ref.leadsAway() && references.isOfGroupedType(ref.id)) || references.isLeftOut(ref.id))
            return;
        const ObjectKind kind = ref.id ? reading.kind(ref.id) : ObjectKind::Other;
        // a box while data hangs on it, of which it is not touched itself
        if ((kind == ObjectKind::Class || kind == ObjectKind::Routine) && !ref.immortal) return;
        if (!ref.isChip || !ref.id) continue;
        if (mayChange(ref.id)) shown.push_back(ref.id);
        if (!ref.immortal && kind != ObjectKind::Number) kept.mortal.push_back(ref.id);
    }
    for (ObjectId key : keys)
        if (mayChange(key)) shown.push_back(key);
    for (ObjectId id : shown) m_shownIn[id].append(box.id);
    kept.box = box;
    kept.box.mark = Mark::None; // that it was made is the step's affair, or the comparison's
    kept.box.note.clear();
    m_boxes.insert(box.id, std::move(kept));
}

}
