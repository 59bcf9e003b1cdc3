// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/picture.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <algorithm>

#include "ui/models/picture/just_run.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/pointer_text.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

constexpr int shownCells = 10; // of a container longer than `longContainer`: the first ones, and the last two
constexpr int longContainer = 14;
constexpr int lastCells = 2;
constexpr int foldFrom = 12; // deeper stacks fold their middle
constexpr int foldKeepOld = 3, foldKeepNew = 5;

// Of these the box's head says the name too.
bool hasNameInHead(ObjectKind kind) { return kind == ObjectKind::Class || kind == ObjectKind::Routine || kind == ObjectKind::Activation; }

class Builder {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    Builder(Run& run, uint64_t step, const PictureOptions& options) : m_run(run), m_options(options) {
        m_picture.step = step;
        m_picture.detail = options.detail;
    }

    Picture build() {
        m_changes = m_picture.step > 0 ? m_run.changesBefore(m_picture.step) : std::vector<Change>();
        if (m_options.facts) // what the notes say; the layout has no use for them
            if (auto just = justRun(m_run, m_picture.step)) m_justLine = just->line;
        m_reading = m_run.readingAt(m_picture.step);
        if (!m_reading) return std::move(m_picture);
        m_state = &m_reading->state();
        m_picture.info = m_state->step();
        noteChanges();
        buildCards();
        buildBoxes();
        addReleased();
        if (m_options.facts) addFacts();
        std::stable_sort(m_picture.boxes.begin(), m_picture.boxes.end(),
                         [](const BoxPicture& a, const BoxPicture& b) { return a.id.life < b.id.life; });
        if (m_options.newestFirst && m_picture.cards.size() > 2) {
            auto first = std::find_if(m_picture.cards.begin(), m_picture.cards.end(),
                                      [](const CardPicture& card) { return card.kind != CardPicture::Kind::GlobalNames; });
            std::reverse(first, m_picture.cards.end());
        }
        return std::move(m_picture);
    }

private:
    // -- what changed

    void noteChanges() {
        for (const Change& change : m_changes) {
            switch (change.kind) {
            case EventKind::Alloc: m_made.insert(change.object); break;
            case EventKind::Free: m_released.append(change); break;
            case EventKind::SlotSet:
            case EventKind::SlotClear: m_changedSlots.insert(slotKey(change.frame, change.index)); break;
            case EventKind::PointerSet:
            case EventKind::PointerCopy:
                if (!change.object) m_changedSlots.insert(slotKey(change.frame, change.index));
                else m_changedObjects.insert(change.object);
                if (change.object && change.pointer && change.pointer->ref != RefKind::Weak)
                    m_changedCells.insert(qMakePair(change.object, cellKey(change.cell, change.index)));
                break;
            case EventKind::CellSet:
            case EventKind::CellInsert:
            case EventKind::CellMove:
                m_changedCells.insert(qMakePair(change.object, cellKey(change.cell, change.index)));
                m_changedObjects.insert(change.object);
                break;
            case EventKind::CellClear:
            case EventKind::CellErase:
            case EventKind::CellFill:
            case EventKind::CellTruncate:
            case EventKind::PayloadSet:
            case EventKind::PayloadAppend:
                m_changedObjects.insert(change.object);
                if (change.kind == EventKind::CellFill) m_changedCells.insert(qMakePair(change.object, cellKey(change.cell, change.index)));
                break;
            default: break;
            }
        }
    }

    static uint64_t slotKey(uint32_t frame, uint32_t index) { return (uint64_t(frame) << 32) | index; }
    static uint64_t cellKey(CellKind kind, uint32_t index) { return (uint64_t(kind) << 32) | index; }

    Mark cellMark(ObjectId object, CellKind kind, uint32_t index) const {
        if (m_changedCells.contains(qMakePair(object, cellKey(kind, index)))) return m_made.contains(object) ? Mark::None : Mark::Changed;
        return Mark::None;
    }

    // -- references

    bool drawnAsChip(ObjectId id) {
        if (id == m_globals) return true;
        if (m_options.hidden.contains(id) || m_options.hiddenTypes.contains(m_state->object(id).type)) return true;
        if (m_options.everyObjectAsBox || m_options.opened.contains(id) || m_lostClasses.contains(id)) return false;
        return m_reading->isDrawnInPlace(id);
    }

    RefPicture reference(ObjectId id) {
        RefPicture ref;
        ref.id = id;
        if (!id) return ref;
        ref.immortal = m_state->object(id).immortal;
        ref.isChip = drawnAsChip(id);
        if (!ref.isChip && !m_placed.contains(id) && m_placed.size() >= qsizetype(m_options.mostBoxes)) {
            ref.isChip = true;
            m_leftOut.insert(id);
        }
        if (ref.isChip) {
            ref.text = id == m_globals ? tr("global names") : ObjectText::chip(*m_reading, id);
        } else if (!m_placed.contains(id)) {
            m_placed.insert(id);
            m_queue.append(id);
        }
        return ref;
    }

    // What the row shows of a reference that goes to a place, or does not count.
    void point(RowPicture& row, const PointerView& pointer) {
        QString chip = PointerText::chip(*m_reading, pointer);
        if (chip.isEmpty()) {
            row.ref = reference(pointer.object);
        } else {
            row.ref.isChip = true;
            row.ref.text = chip;
        }
        QString place = PointerText::place(pointer);
        if (!place.isEmpty() && !pointer.isDangling) row.label = tr("%1, to %2").arg(row.label, place);
        row.isWeak = pointer.ref == RefKind::Weak;
    }

    // -- cards

    void addNameRows(CardPicture& card, ObjectId table) {
        for (const NameEntry& entry : m_reading->names(table)) {
            RowPicture row;
            row.label = toQString(entry.name);
            row.ref = reference(entry.value);
            row.cell = CellKind::Value;
            row.index = entry.index;
            if (m_changedCells.contains(qMakePair(table, cellKey(CellKind::Value, entry.index)))) row.mark = Mark::Changed;
            card.rows.append(row);
        }
    }

    void addSlotRows(CardPicture& card, const FrameView& frame) {
        for (const SlotView& slot : frame.slots) {
            bool changed = m_changedSlots.contains(slotKey(card.frame, slot.index));
            bool isBound = slot.value || slot.pointer || changed;
            if (!isBound || !m_reading->isName(slot)) continue;
            RowPicture row;
            row.label = toQString(slot.name);
            if (slot.pointer) point(row, *slot.pointer);
            else row.ref = reference(slot.value);
            row.index = slot.index;
            row.mark = changed ? Mark::Changed : Mark::None;
            card.rows.append(row);
        }
    }

    QString heldLabel(ObjectId held) const { return m_reading->kind(held) == ObjectKind::Iterator ? tr("for … in") : tr("held by this line"); }

    void addHeldRows(CardPicture& card, const FrameView& frame) {
        for (size_t depth = 0; depth < frame.held.size(); ++depth) {
            ObjectId held = frame.held[depth];
            if (!held || m_reading->kind(held) == ObjectKind::Nothing) continue; // nothing: the mark that no exception is being handled
            bool isReturned =
                card.running && m_picture.info.kind == StepKind::Return && held == m_picture.info.returned && depth + 1 == frame.held.size();
            if (isReturned) continue; // it has a row of its own
            RowPicture row;
            row.kind = RowKind::Held;
            row.label = heldLabel(held);
            row.ref = reference(held);
            row.index = uint32_t(depth);
            card.rows.append(row);
        }
    }

    void addEndRow(CardPicture& card) {
        const StepInfo& info = m_picture.info;
        if (!card.running) return;
        RowPicture row;
        if (info.kind == StepKind::Return && info.returned) {
            row.kind = RowKind::Return;
            row.label = QStringLiteral("return");
            row.ref = reference(info.returned);
        } else if (info.kind == StepKind::Exception && info.raised) {
            row.kind = RowKind::Raised;
            row.label = tr("exception");
            row.ref = reference(info.raised);
        } else {
            return;
        }
        card.rows.append(row);
    }

    void buildCards() {
        size_t count = m_state->frameCount();
        if (count == 0) return;
        size_t running = count;
        QVector<size_t> shown;
        for (size_t i = 0; i < count; ++i) {
            if (!m_state->frame(i).ofProgram) continue;
            shown.append(i);
            running = i;
        }
        m_picture.calls = uint32_t(shown.size());
        m_picture.callLimit = m_state->callLimit();
        if (shown.isEmpty()) return;
        QVector<size_t> folded;
        if (!m_options.unfoldRecursion && shown.size() > foldFrom) folded = shown.mid(foldKeepOld, shown.size() - foldKeepOld - foldKeepNew);

        for (size_t index : shown) {
            if (!folded.isEmpty() && index >= folded.first() && index <= folded.last()) {
                if (index == folded.first()) addFold(folded);
                continue;
            }
            addFrame(index, index == running);
        }
        addGone();
    }

    void addFrame(size_t index, bool running) {
        FrameView frame = m_state->frame(index);
        const CodeInfo& code = m_state->code(frame.code);
        CardPicture card;
        card.frame = uint32_t(index);
        card.line = frame.line;
        card.running = running;
        if (m_options.detail == Detail::Bytes) card.bytes = QString::number(code.frameBytes);
        bool isModule = m_reading->isModule(code);
        if (frame.locals && isModule) {
            if (!m_globals || frame.locals != m_globals) {
                CardPicture names;
                names.kind = m_globals ? CardPicture::Kind::ClassNames : CardPicture::Kind::GlobalNames;
                names.frame = uint32_t(index);
                names.names = frame.locals;
                names.title = m_globals ? tr("Global names of an imported module (a dict)") : tr("Global names (a dict)");
                if (!m_globals) m_globals = frame.locals;
                addNameRows(names, frame.locals);
                m_picture.cards.append(names);
            }
            card.kind = CardPicture::Kind::Module;
            card.title = tr("module");
        } else if (frame.locals && frame.locals != m_globals) {
            card.kind = CardPicture::Kind::ClassNames;
            card.names = frame.locals;
            card.title = tr("Names of class %1 (a dict)").arg(QString::fromStdString(code.name));
            addNameRows(card, frame.locals);
        } else {
            card.title = toQString(m_reading->callTitle(code));
            card.titleIsCode = true;
        }
        addSlotRows(card, frame);
        addHeldRows(card, frame);
        addEndRow(card);
        m_picture.cards.append(card);
    }

    void addFold(const QVector<size_t>& folded) {
        CardPicture card;
        card.kind = CardPicture::Kind::Fold;
        card.frame = uint32_t(folded.first());
        card.folded = uint32_t(folded.size());
        std::string name = m_state->code(m_state->frame(folded.first()).code).name;
        bool same = true;
        for (size_t index : folded) same = same && m_state->code(m_state->frame(index).code).name == name;
        card.title = same ? tr("… %1 frames of %2 …").arg(folded.size()).arg(QString::fromStdString(name)) : tr("… %1 frames …").arg(folded.size());
        m_picture.cards.append(card);
    }

    // The frame that has just gone leaves an outline for one step.
    void addGone() {
        if (m_picture.step == 0) return;
        auto before = m_run.summary(m_picture.step - 1, m_picture.step);
        if (before.empty() || before[0].depth <= m_picture.info.depth) return;
        CardPicture card;
        card.kind = CardPicture::Kind::Gone;
        card.frame = uint32_t(m_state->frameCount());
        card.title = toQString(m_reading->callTitle(m_state->code(before[0].code)));
        card.titleIsCode = true;
        RowPicture row;
        row.kind = RowKind::Note;
        row.label = before[0].kind == StepKind::Exception ? tr("left by an exception") : tr("returned; its names are gone");
        card.rows.append(row);
        m_picture.cards.append(card);
    }

    // -- boxes

    void buildBoxes() {
        if (m_options.facts) addUnreachable();
        for (qsizetype next = 0; next < m_queue.size(); ++next) addBox(m_queue[next]); // rows add to the queue
        m_picture.hiddenObjects = uint64_t(m_leftOut.size());
    }

    // What classes, functions and code are made of is not drawn while they are reachable, and not when they no longer are; but a class of
    // the program then is, as no row refers to it.
    void addUnreachable() {
        const std::vector<ObjectId> lost = m_state->unreachable();
        m_picture.unreachableObjects = lost.size();
        QSet<ObjectId> makers; // classes, functions and code, and what only those refer to
        for (ObjectId id : lost) {
            m_unreachable.insert(id);
            ObjectKind kind = m_reading->kind(id);
            if (isDefinition(kind)) makers.insert(id);
            const TypeInfo* made = kind == ObjectKind::Class ? m_state->typeOfClass(id) : nullptr;
            if (made && made->ofProgram) m_lostClasses.insert(id);
        }
        for (qsizetype before = makers.isEmpty() ? 0 : -1; before != makers.size();) {
            before = makers.size();
            QSet<ObjectId> inside, outside;
            for (ObjectId id : lost)
                for (const CellView& cell : m_state->cells(id))
                    if (cell.value) (makers.contains(id) ? inside : outside).insert(cell.value);
            for (ObjectId id : lost)
                if (inside.contains(id) && !outside.contains(id) && !m_state->type(m_state->object(id).type).ofProgram) makers.insert(id);
        }
        for (ObjectId id : lost)
            if (!drawnAsChip(id) && (!makers.contains(id) || m_lostClasses.contains(id))) reference(id);
    }

    int cellsShown(ObjectId id) const {
        for (const auto& [object, count] : m_options.shown)
            if (object == id) return count;
        return shownCells;
    }

    void addBox(ObjectId id) {
        const ObjectView object = m_state->object(id);
        const TypeInfo& type = m_state->type(object.type);
        BoxPicture box;
        box.id = id;
        ObjectKind kind = m_reading->kindOf(type);
        box.icon = ObjectText::iconLetter(kind);
        box.type = hasNameInHead(kind) ? ObjectText::chip(*m_reading, id) : QString::fromStdString(type.name);
        box.unreachable = m_unreachable.contains(id);
        if (m_options.detail == Detail::Bytes) {
            box.address = ObjectText::address(object.address);
            box.size =
                object.capacity ? tr("%1, room for %2").arg(ObjectText::bytes(object.size)).arg(object.capacity) : ObjectText::bytes(object.size);
        }
        bool isNew = m_made.contains(id);
        box.mark = isNew ? Mark::Made : m_changedObjects.contains(id) ? Mark::Changed : Mark::None;
        addCells(box, type);
        m_picture.boxes.append(box);
    }

    void addCells(BoxPicture& box, const TypeInfo& type) {
        ObjectKind kind = m_reading->kindOf(type);
        if (isValueKind(kind)) {
            RowPicture row;
            row.kind = RowKind::Note;
            row.label = ObjectText::chip(*m_reading, box.id, 40);
            box.rows.append(row);
            if (!type.ofProgram) return;
        }
        size_t total = m_state->cellCount(box.id);
        int limit = cellsShown(box.id);
        size_t cellsInRow = kind == ObjectKind::Table ? 2 : 1;
        bool isLong = total > size_t(std::max(longContainer, limit + lastCells + 2)) * cellsInRow;
        size_t headCells = isLong ? size_t(limit) * cellsInRow : total;
        uint32_t tailRows = 0;
        auto add = [&](const std::vector<CellView>& cells) {
            ObjectId key;
            for (const CellView& cell : cells) {
                PartRole role = m_reading->roleOf(type, cell);
                if (role == PartRole::Key) key = cell.value;
                if (role == PartRole::Key || role == PartRole::Plumbing) continue;
                bool isPointer = cell.pointer && cell.pointer->ref != RefKind::Weak; // the weak have a row of their own, above
                if (!cell.value && !isPointer && role != PartRole::Content) continue;
                RowPicture row;
                row.kind = RowKind::Cell;
                row.cell = cell.kind;
                row.index = cell.index;
                row.ref = reference(cell.value);
                row.label = partLabel(role, cell, key);
                if (isPointer) point(row, *cell.pointer);
                row.mark = cellMark(box.id, cell.kind, cell.index);
                box.rows.append(row);
                ++tailRows;
            }
        };
        if (ObjectId target = m_reading->weakTarget(box.id)) {
            RowPicture row;
            row.kind = RowKind::Note;
            row.label = tr("weakly");
            row.ref = reference(target);
            row.isWeak = true;
            box.rows.append(row);
        }
        add(m_state->cells(box.id, 0, headCells));
        if (isLong) {
            size_t hidden = (total - headCells) / cellsInRow - lastCells;
            RowPicture more;
            more.kind = RowKind::More;
            QLocale grouped(QLocale::C);
            grouped.setNumberOptions(QLocale::DefaultNumberOptions); // the C locale leaves its separators out by itself
            more.label = tr("… %1 more …").arg(grouped.toString(qulonglong(hidden)).replace(QLatin1Char(','), QChar(0xA0)));
            box.rows.append(more);
            add(m_state->cells(box.id, total - lastCells * cellsInRow, lastCells * cellsInRow));
        }
        if (box.rows.isEmpty()) {
            RowPicture row;
            row.kind = RowKind::Note;
            row.label = noPartsLabel(box.id, kind);
            box.rows.append(row);
        }
        if (box.mark == Mark::Changed) {
            QStringList changed;
            for (const RowPicture& row : box.rows)
                if (row.mark == Mark::Changed && !row.label.isEmpty())
                    changed.append(row.cell == CellKind::Item || row.cell == CellKind::Value ? QStringLiteral("[%1]").arg(row.label) : row.label);
            if (changed.size() == 1 && m_justLine) box.note = tr("%1 changed by line %2").arg(changed[0]).arg(m_justLine);
            else if (m_justLine) box.note = tr("changed by line %1").arg(m_justLine);
        } else if (box.mark == Mark::Made) {
            box.note = m_justLine ? tr("made by line %1").arg(m_justLine) : tr("made");
        } else if (box.unreachable) {
            box.note = tr("unreachable but alive");
        }
    }

    // Of a row: `key` is that of an entry.
    QString partLabel(PartRole role, const CellView& cell, ObjectId key) const {
        switch (role) {
        case PartRole::Item: return QString::number(cell.index);
        case PartRole::Entry:
            if (!key) return {};
            return m_reading->isDrawnInPlace(key) ? ObjectText::chip(*m_reading, key, 16) : ObjectText::brief(*m_reading, key);
        case PartRole::Named: return toQString(cell.name);
        case PartRole::Held: return heldLabel(cell.value);
        case PartRole::Content: return tr("content");
        case PartRole::Element:
        case PartRole::Key:
        case PartRole::Plumbing: break;
        }
        return {};
    }

    QString noPartsLabel(ObjectId id, ObjectKind kind) const {
        if (isContainer(kind) || kind == ObjectKind::SharedVariable) return tr("empty");
        if (kind == ObjectKind::Activation) return activationState(id);
        if (kind == ObjectKind::WeakReference) return tr("its object is gone");
        return kind == ObjectKind::Class || kind == ObjectKind::Routine ? tr("its inside is not drawn") : tr("no attributes");
    }

    QString activationState(ObjectId id) const {
        for (size_t i = 0; i < m_state->frameCount(); ++i)
            if (m_state->frame(i).generator == id) return tr("running: its frame is on the stack");
        return m_state->suspendedFrame(id) ? tr("suspended, no names yet") : tr("finished: its frame is gone");
    }

    void addReleased() {
        for (const Change& change : m_released) {
            if (m_placed.contains(change.object)) continue;
            const TypeInfo& type = m_state->type(change.type);
            ObjectKind kind = m_reading->kindOf(type);
            bool drawable =
                type.ofProgram || isContainer(kind) || kind == ObjectKind::Error || kind == ObjectKind::Activation || kind == ObjectKind::Buffer;
            bool isGivenBack = change.cause == FreeCause::GivenBack;
            if ((!drawable && !isGivenBack) || m_made.contains(change.object)) continue;
            BoxPicture box;
            box.id = change.object;
            box.icon = ObjectText::iconLetter(kind);
            box.type = QString::fromStdString(type.name);
            box.ghost = true;
            box.mark = Mark::Released;
            box.note = isGivenBack                        ? tr("given back by the program")
                       : change.cause == FreeCause::Cycle ? tr("collected")
                                                          : tr("released, its count reached 0");
            m_picture.boxes.append(box);
        }
    }

    QString remark(Remark about) const {
        const std::string sentence(m_reading->remark(about));
        return sentence.empty() ? QString() : QCoreApplication::translate("memtape::Canvas", sentence.c_str());
    }

    void addFacts() {
        m_picture.language = toQString(m_reading->language());
        m_picture.remarks = {remark(Remark::Frames), remark(Remark::Released)};
        m_picture.heapBytes = m_state->heapBytes();
        m_picture.heapObjects = m_state->heapObjects();
        std::vector<ObjectId> ids;
        for (const BoxPicture& box : m_picture.boxes)
            if (!box.ghost) ids.push_back(box.id);
        std::vector<uint64_t> counts = m_state->referenceCounts(ids);
        size_t next = 0;
        for (BoxPicture& box : m_picture.boxes)
            if (!box.ghost) {
                box.count = ObjectText::count(counts[next], m_state->object(box.id).immortal);
                ++next;
            }
    }

    Run& m_run;
    const PictureOptions& m_options;
    std::shared_ptr<const Reading> m_reading;
    const MemoryState* m_state = nullptr; // the reading's
    Picture m_picture;
    std::vector<Change> m_changes;
    QSet<ObjectId> m_made, m_changedObjects, m_placed, m_leftOut, m_unreachable, m_lostClasses;
    QSet<QPair<ObjectId, uint64_t>> m_changedCells;
    QSet<uint64_t> m_changedSlots;
    QVector<Change> m_released;
    QVector<ObjectId> m_queue;
    ObjectId m_globals;
    uint32_t m_justLine = 0;
};

}

std::optional<RefPlace> placeOf(const CardPicture& card, const RowPicture& row) {
    if (row.kind != RowKind::Name || card.kind == CardPicture::Kind::Gone || card.kind == CardPicture::Kind::Fold) return std::nullopt;
    if (card.names && row.cell == CellKind::Value) return RefPlace{.owner = card.names, .cell = CellKind::Value, .index = row.index};
    return RefPlace{.index = row.index, .frame = card.frame};
}

std::optional<RefPlace> placeOf(const BoxPicture& box, const RowPicture& row) {
    if (row.kind != RowKind::Cell || box.ghost) return std::nullopt;
    return RefPlace{.owner = box.id, .cell = row.cell, .index = row.index};
}

const BoxPicture* Picture::findBox(ObjectId id) const {
    for (const BoxPicture& box : boxes)
        if (box.id == id) return &box;
    return nullptr;
}

Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options) { return Builder(run, step, options).build(); }

QString pictureText(const Picture& picture) {
    QString out;
    auto markSign = [](Mark mark) {
        switch (mark) {
        case Mark::Made: return QStringLiteral("+ ");
        case Mark::Changed: return QStringLiteral("\u25CF ");
        case Mark::Released: return QStringLiteral("\u2715 ");
        case Mark::None: break;
        }
        return QString();
    };
    auto rows = [&](const QVector<RowPicture>& list) {
        for (const RowPicture& row : list) {
            out += QStringLiteral("  ") + markSign(row.mark) + row.label;
            if (!row.ref.isNone()) {
                out += QStringLiteral(" -> ");
                if (row.ref.isChip) {
                    out += row.ref.text + (row.ref.immortal ? QStringLiteral(" \u221E") : QString());
                } else {
                    const BoxPicture* box = picture.findBox(row.ref.id);
                    out += box ? box->type + QLatin1Char('#') + QString::number(1 + (box - picture.boxes.constData())) : QStringLiteral("?");
                }
            }
            out += QLatin1Char('\n');
        }
    };
    for (const CardPicture& card : picture.cards) {
        out += QStringLiteral("card ") + card.title;
        if (card.line) out += QStringLiteral(" line %1").arg(card.line);
        if (card.running) out += QStringLiteral(" running");
        if (card.kind == CardPicture::Kind::Gone) out += QStringLiteral(" gone");
        out += QLatin1Char('\n');
        rows(card.rows);
    }
    int number = 0;
    for (const BoxPicture& box : picture.boxes) {
        out += QStringLiteral("box ") + markSign(box.mark) + box.type + QLatin1Char('#') + QString::number(++number);
        if (!box.count.isEmpty()) out += QStringLiteral(" ") + box.count;
        if (box.unreachable) out += QStringLiteral(" unreachable");
        out += QLatin1Char('\n');
        rows(box.rows);
    }
    return out;
}

}
