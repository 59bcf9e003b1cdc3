// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "core/replay/waiting.h"
#include "ui/models/figures.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/picture/picture_parts.h"

// The heap: a box for each object that has one, with its parts.

namespace memtape {

namespace {

constexpr int shownCells = 10; // of a container longer than `longContainer`: the first ones, and the last two
constexpr int longContainer = 14;
constexpr size_t lastCells = 2;
constexpr size_t mostStretches = 4; // of a long container: its ends, and two places where it changed

// Of these the box's head says the name too.
bool hasNameInHead(ObjectKind kind) { return kind == ObjectKind::Class || kind == ObjectKind::Routine || kind == ObjectKind::Activation; }

class Boxes {
    Q_DECLARE_TR_FUNCTIONS(memtape::Picture)

public:
    explicit Boxes(PictureMaking& making) : m_making(making) {}

    void build() {
        if (m_making.options.facts) addUnreachable();
        addGroups(m_making, m_unreachable);
        for (qsizetype next = 0; next < m_making.references.boxes().size(); ++next) addBox(m_making.references.boxes()[next]); // rows add to them
        m_making.picture.hiddenObjects = uint64_t(m_making.references.leftOut());
        addReleased();
    }

private:
    // What classes, functions and code are made of is not drawn while they are reachable, and not when they no longer are; but a class of
    // the program then is, as no row refers to it.
    void addUnreachable() {
        const std::vector<ObjectId> lost = m_making.state().unreachable();
        m_making.picture.unreachableObjects = lost.size();
        QSet<ObjectId> makers; // classes, functions and code, and what only those refer to
        for (ObjectId id : lost) {
            m_unreachable.insert(id);
            ObjectKind kind = m_making.reading.kind(id);
            if (isDefinition(kind)) makers.insert(id);
            const TypeInfo* made = kind == ObjectKind::Class ? m_making.state().typeOfClass(id) : nullptr;
            if (made && made->ofProgram) m_making.references.addLostClass(id);
        }
        for (qsizetype before = makers.isEmpty() ? 0 : -1; before != makers.size();) {
            before = makers.size();
            QSet<ObjectId> inside, outside;
            for (ObjectId id : lost)
                for (const CellView& cell : m_making.state().cells(id))
                    if (cell.value) (makers.contains(id) ? inside : outside).insert(cell.value);
            for (ObjectId id : lost)
                if (inside.contains(id) && !outside.contains(id) && !m_making.state().type(m_making.state().object(id).type).ofProgram)
                    makers.insert(id);
        }
        for (ObjectId id : lost)
            if (!m_making.references.isChip(id) && (!makers.contains(id) || m_making.references.isLostClass(id))) m_making.references.reference(id);
    }

    int cellsShown(ObjectId id) const {
        for (const auto& [object, count] : m_making.options.shown)
            if (object == id) return count;
        return shownCells;
    }

    void addBox(ObjectId id) {
        const bool isLost = m_unreachable.contains(id);
        const BoxPicture* kept = m_making.kept && !isLost ? m_making.kept->find(id, m_making.reading, m_making.references) : nullptr;
        if (kept && !m_making.changes.isChanged(id)) {
            m_making.picture.boxes.append(*kept);
            if (m_making.changes.isMade(id)) markMade(m_making.picture.boxes.last());
            return;
        }
        const ObjectView object = m_making.state().object(id);
        const TypeInfo& type = m_making.state().type(object.type);
        BoxPicture box;
        box.id = id;
        ObjectKind kind = m_making.reading.kindOf(type);
        box.kind = kind;
        box.typeId = object.type;
        box.icon = ObjectText::iconLetter(kind);
        box.type = hasNameInHead(kind) ? ObjectText::chip(m_making.reading, id) : QString::fromStdString(type.name);
        box.unreachable = isLost;
        if (m_making.options.detail == Detail::Bytes) {
            box.address = ObjectText::address(object.address);
            box.size =
                object.capacity ? tr("%1, room for %2").arg(ObjectText::bytes(object.size)).arg(object.capacity) : ObjectText::bytes(object.size);
        }
        bool isNew = m_making.changes.isMade(id);
        box.mark = isNew ? Mark::Made : m_making.changes.isChanged(id) ? Mark::Changed : Mark::None;
        m_keys.clear();
        addCells(box, type);
        if (m_making.kept) m_making.kept->keep(box, m_keys, m_making.reading, m_making.references);
        m_making.picture.boxes.append(box);
    }

    void addCells(BoxPicture& box, const TypeInfo& type) {
        ObjectKind kind = m_making.reading.kindOf(type);
        if (isValueKind(kind)) {
            RowPicture row;
            row.kind = RowKind::Note;
            row.label = ObjectText::chip(m_making.reading, box.id, 40);
            box.rows.append(row);
            if (!type.ofProgram) return;
        }
        size_t total = m_making.state().cellCount(box.id);
        int limit = cellsShown(box.id);
        size_t cellsInRow = kind == ObjectKind::Table ? 2 : 1;
        const Awaited awaited = kind == ObjectKind::Activation ? awaitedBy(m_making.reading, box.id) : Awaited();
        bool isByStandIn = awaited.object != awaited.asked && m_making.options.detail != Detail::Bytes; // which is left out
        bool isLong = total > size_t(std::max(longContainer, limit + int(lastCells) + 2)) * cellsInRow;
        auto add = [&](const std::vector<CellView>& cells) {
            ObjectId key;
            for (const CellView& cell : cells) {
                PartRole role = m_making.reading.roleOf(type, cell);
                if (role == PartRole::Key) {
                    key = cell.value;
                    m_keys.append(key);
                }
                if (role == PartRole::Key || role == PartRole::Plumbing) continue;
                bool isPointer = cell.pointer && cell.pointer->ref != RefKind::Weak; // the weak have a row of their own, above
                if (!cell.value && !isPointer && role != PartRole::Content) continue;
                bool isAsked = role == PartRole::Held && cell.value == awaited.asked;
                if (isAsked && awaited.object != awaited.asked) addAwaited(box, awaited);
                if (isAsked && isByStandIn) continue;
                RowPicture row;
                row.kind = RowKind::Cell;
                row.cell = cell.kind;
                row.index = cell.index;
                row.ref = m_making.references.reference(cell.value);
                row.label = cell.value == awaited.object && role == PartRole::Held ? waitingLabel(awaited) : partLabel(role, cell, key);
                row.labelIsObject = role == PartRole::Entry;
                if (isPointer) m_making.references.point(row, *cell.pointer);
                row.mark = cellMark(box.id, cell);
                box.rows.append(row);
            }
        };
        if (ObjectId target = m_making.reading.weakTarget(box.id)) {
            RowPicture row;
            row.kind = RowKind::Note;
            row.label = tr("weakly");
            row.ref = m_making.references.reference(target);
            row.isWeak = true;
            box.rows.append(row);
        }
        const std::vector<DefinitionPart> inside = showsInside(box, kind) ? m_making.reading.insideOf(box.id) : std::vector<DefinitionPart>();
        size_t held = inside.empty() ? total / cellsInRow : inside.size();
        if (held > 0 && m_making.options.forms.of(box.id, box.typeId) == FormChoice::Folded) addMore(box, held);
        else if (!inside.empty()) addInside(box, inside);
        else if (const auto several = isLong && limit == shownCells ? severalRows(m_making, box.id, kind, total) : QVector<RowPicture>();
                 !several.isEmpty())
            box.rows += several;
        else if (!isLong) add(m_making.state().cells(box.id, 0, total));
        else
            for (size_t end = 0; const Stretch& stretch : stretchesOf(box.id, total / cellsInRow, size_t(limit), cellsInRow)) {
                if (stretch.begin > end) addMore(box, stretch.begin - end);
                add(m_making.state().cells(box.id, stretch.begin * cellsInRow, (stretch.end - stretch.begin) * cellsInRow));
                end = stretch.end;
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
            if (const ComparedMarks* compared = m_making.options.compared.get()) box.note = compared->changedNote;
            else if (changed.size() == 1 && m_making.justLine) box.note = tr("%1 changed by line %2").arg(changed[0]).arg(m_making.justLine);
            else if (m_making.justLine) box.note = tr("changed by line %1").arg(m_making.justLine);
        } else if (box.mark == Mark::Made) {
            markMade(box);
        } else if (box.unreachable) {
            box.note = tr("unreachable but alive");
        }
    }

    void markMade(BoxPicture& box) const {
        const ComparedMarks* compared = m_making.options.compared.get();
        box.mark = Mark::Made;
        box.note = compared ? compared->cameNote : m_making.justLine ? tr("made by line %1").arg(m_making.justLine) : tr("made");
    }

    struct Stretch {
        size_t begin = 0, end = 0; // cells
    };

    // What is drawn of a long container: its ends, and what has just changed with its neighbours.
    std::vector<Stretch> stretchesOf(ObjectId id, size_t count, size_t first, size_t cellsInRow) const {
        std::vector<Stretch> wanted{{0, first}, {count - lastCells, count}};
        for (uint32_t index : m_making.changes.isMade(id) ? QVector<uint32_t>() : m_making.changes.changedCells(id)) {
            if (wanted.size() >= mostStretches) break;
            size_t at = placeOfCell(id, index, count, cellsInRow);
            if (at < count) wanted.push_back({at > 0 ? at - 1 : 0, std::min(at + 2, count)});
        }
        std::sort(wanted.begin(), wanted.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
        std::vector<Stretch> stretches;
        for (const Stretch& stretch : wanted) {
            bool isNear = !stretches.empty() && stretch.begin <= stretches.back().end + 1; // a single cell takes no more room than what stands for it
            if (isNear) stretches.back().end = std::max(stretches.back().end, stretch.end);
            else stretches.push_back(stretch);
        }
        return stretches;
    }

    // Which of the cells that are there has this index: a table has holes where entries were removed.
    size_t placeOfCell(ObjectId id, uint32_t index, size_t count, size_t cellsInRow) const {
        size_t low = 0, high = count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            const std::vector<CellView> cell = m_making.state().cells(id, middle * cellsInRow, 1);
            if (cell.empty() || cell[0].index >= index) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    // Of bytes, how a routine holds what it has inside is shown too. What a class that is lost is made of is not.
    bool showsInside(const BoxPicture& box, ObjectKind kind) const {
        return kind == ObjectKind::Class ? !box.unreachable : kind == ObjectKind::Routine && m_making.options.detail != Detail::Bytes;
    }

    void addMore(BoxPicture& box, size_t hidden) const {
        RowPicture more;
        more.kind = RowKind::More;
        more.label = tr("… %1 more …").arg(groupedFigure(hidden));
        box.rows.append(more);
    }

    QString waitingLabel(const Awaited& awaited) const { return awaited.isPassedOn ? tr("yields from") : tr("awaits"); }
    void addAwaited(BoxPicture& box, const Awaited& awaited) const {
        RowPicture row;
        row.kind = RowKind::Note;
        row.label = waitingLabel(awaited);
        row.ref = m_making.references.reference(awaited.object);
        box.rows.append(row);
    }

    // What a routine or a class has inside stands in it by name; how it is held, by a tuple or a dict, is left out.
    void addInside(BoxPicture& box, const std::vector<DefinitionPart>& inside) {
        for (const DefinitionPart& part : inside) {
            RowPicture row;
            row.kind = RowKind::Cell;
            row.cell = part.cell;
            row.index = part.index;
            row.owner = part.owner;
            row.label = toQString(part.name);
            row.ref = part.isInPlace ? m_making.references.chip(part.value) : m_making.references.reference(part.value);
            row.mark = cellMark(part.owner, CellView{.kind = part.cell, .index = part.index});
            if (row.mark == Mark::Changed && box.mark == Mark::None) box.mark = Mark::Changed;
            box.rows.append(row);
        }
    }

    // Of a row: `key` is that of an entry.
    QString partLabel(PartRole role, const CellView& cell, ObjectId key) const {
        switch (role) {
        case PartRole::Item: return QString::number(cell.index);
        case PartRole::Entry:
            if (!key) return {};
            return m_making.reading.isDrawnInPlace(key) ? ObjectText::chip(m_making.reading, key, 16) : ObjectText::brief(m_making.reading, key);
        case PartRole::Named: return toQString(cell.name);
        case PartRole::Held: return heldLabel(m_making.reading, cell.value);
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
        for (size_t i = 0; i < m_making.state().frameCount(); ++i)
            if (m_making.state().frame(i).generator == id) return tr("running: its frame is on the stack");
        return m_making.state().suspendedFrame(id) ? tr("suspended, no names yet") : tr("finished: its frame is gone");
    }

    // A tile of a group that is gone: it leaves no ghost.
    bool isOfGroup(uint32_t type) const {
        const auto& groups = m_making.references.groups();
        return std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.type == type; });
    }

    void addReleased() {
        for (const Change& change : m_making.changes.released()) {
            if (m_making.references.isBox(change.object) || isOfGroup(change.type)) continue;
            const TypeInfo& type = m_making.state().type(change.type);
            ObjectKind kind = m_making.reading.kindOf(type);
            bool drawable =
                type.ofProgram || isContainer(kind) || kind == ObjectKind::Error || kind == ObjectKind::Activation || kind == ObjectKind::Buffer;
            bool isGivenBack = change.cause == FreeCause::GivenBack;
            if ((!drawable && !isGivenBack) || m_making.changes.isMade(change.object)) continue;
            BoxPicture box;
            box.id = change.object;
            box.icon = ObjectText::iconLetter(kind);
            box.type = QString::fromStdString(type.name);
            box.ghost = true;
            box.mark = Mark::Released;
            box.note = isGivenBack                        ? tr("given back by the program")
                       : change.cause == FreeCause::Cycle ? tr("collected")
                                                          : tr("released, its count reached 0");
            m_making.picture.boxes.append(box);
        }
    }

    Mark cellMark(ObjectId object, const CellView& cell) const {
        const PictureChanges& changes = m_making.changes;
        return changes.isCellChanged(object, cell.kind, cell.index) && !changes.isMade(object) ? Mark::Changed : Mark::None;
    }

    PictureMaking& m_making;
    QSet<ObjectId> m_unreachable;
    QVector<ObjectId> m_keys; // of the box that is made
};

}

void addBoxes(PictureMaking& making) { Boxes(making).build(); }

}
