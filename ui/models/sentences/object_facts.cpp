// SPDX-License-Identifier: GPL-3.0-or-later
// What a step changed of the objects that were there before it and still are: their items, entries, attributes, and values in place.
#include <algorithm>

#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/step_facts_making.h"

namespace memtape {

namespace {

constexpr size_t mostCompared = 50000; // parts of an object; of a larger one it is only said that it changed
constexpr qsizetype mostParts = 3;     // that are told one by one

ObjectId valueOf(const CellView& cell) { return reachedFrom(cell); }

bool isSame(const CellView& was, const CellView& is) { return was.value == is.value && was.pointer == is.pointer; }

}

void StepFactsMaking::compareObjects() {
    for (ObjectId id : std::as_const(m_touched))
        if (m_was.isAlive(id) && m_is.isAlive(id) && m_is.object(id).ofProgram) compareObject(id);
}

// Without what the language needs for itself.
std::vector<StepFactsMaking::Part> StepFactsMaking::partsOf(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    const TypeInfo& type = state.type(state.typeIdOf(id));
    std::vector<Part> parts;
    ObjectId key;
    for (const CellView& cell : state.cells(id)) {
        if (cell.kind == CellKind::Key) key = cell.value;
        bool isOfFrame = cell.kind == CellKind::Field && cell.index >= suspendedCells; // compared as a frame
        if (isOfFrame || (!cell.value && !cell.pointer)) continue;
        PartRole role = reading.roleOf(type, cell);
        if (role == PartRole::Key) continue;
        parts.push_back({role, cell, role == PartRole::Entry ? key : ObjectId()});
    }
    return parts;
}

void StepFactsMaking::compareObject(ObjectId id) {
    if (isMachinery(m_after.kind(id))) {
        m_machineryChanged = true;
        return;
    }
    if (std::max(m_was.cellCount(id), m_is.cellCount(id)) > mostCompared) {
        m_contents.append(fact(Kind::ContentsChanged, id));
        return;
    }
    std::vector<Part> was = partsOf(m_before, id), is = partsOf(m_after, id);
    auto ofRole = [](const std::vector<Part>& parts, auto... roles) {
        std::vector<Part> some;
        for (const Part& part : parts)
            if (((part.role == roles) || ...)) some.push_back(part);
        return some;
    };
    qsizetype told = m_contents.size();
    compareSequence(id, ofRole(was, PartRole::Item), ofRole(is, PartRole::Item));
    compareEntries(id, ofRole(was, PartRole::Entry, PartRole::Element), ofRole(is, PartRole::Entry, PartRole::Element));
    compareNamed(id, ofRole(was, PartRole::Named, PartRole::Content, PartRole::Held, PartRole::Plumbing),
                 ofRole(is, PartRole::Named, PartRole::Content, PartRole::Held, PartRole::Plumbing));
    const ObjectView before = m_was.object(id), now = m_is.object(id);
    bool isSameValue = before.payloadKind == now.payloadKind && before.scalar == now.scalar && before.payload == now.payload &&
                       before.payloadLength == now.payloadLength;
    bool isSameSize = before.size == now.size && before.capacity == now.capacity;
    if (!isSameValue || (!isSameSize && m_contents.size() == told)) m_contents.append(fact(Kind::ValueChanged, id));
}

void StepFactsMaking::addPart(Facts& to, Kind kind, ObjectId id, const Part& part, ObjectId value, ObjectId previous) {
    StepFact out = fact(kind, id);
    out.role = part.role;
    out.value = value;
    out.previous = previous;
    out.index = part.cell.index;
    switch (part.role) {
    case PartRole::Content: out.text = sharedName(id); break;
    case PartRole::Entry:
        out.key = part.key;
        out.owner = part.key ? ownerOf(id) : ObjectId();
        if (out.owner) out.text = ObjectText::entryName(m_out.readingOf(part.key), id, part.cell.index);
        else if (part.key) out.text = ObjectText::chip(m_out.readingOf(part.key), part.key, 20);
        break;
    default: out.text = toQString(part.cell.name); break;
    }
    if (part.cell.pointer && kind != Kind::PartRemoved && part.cell.pointer->ref != RefKind::Weak) {
        out.kind = Kind::Points;
        out.pointer = part.cell.pointer;
    }
    if (part.cell.pointer && part.cell.pointer->ref == RefKind::Weak && m_after.kind(id) == ObjectKind::WeakReference) out.kind = Kind::WeakLost;
    to.append(out);
}

// Few are told one by one.
void StepFactsMaking::addParts(ObjectId id, const Facts& parts, bool isEmptied) {
    for (const StepFact& part : parts) {
        if (part.previous) m_dropped.insert(part.previous);
        m_mentioned.insert(part.value);
        m_mentioned.insert(part.previous);
    }
    if (parts.size() <= mostParts) {
        m_contents += parts;
        return;
    }
    m_contents.append(fact(isEmptied ? Kind::Emptied : Kind::ContentsChanged, id));
    if (isEmptied) m_contents.last().index = static_cast<uint32_t>(parts.size());
}

// What is the same at both ends has not moved.
void StepFactsMaking::compareSequence(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is) {
    size_t shorter = std::min(was.size(), is.size()), head = 0, tail = 0;
    auto isSameAt = [&](size_t before, size_t now) { return isSame(was[before].cell, is[now].cell); };
    while (head < shorter && isSameAt(head, head)) head++;
    while (tail < shorter - head && isSameAt(was.size() - 1 - tail, is.size() - 1 - tail)) tail++;
    Facts parts;
    if (was.size() == is.size()) {
        for (size_t i = head; i < is.size() - tail; i++)
            if (!isSameAt(i, i)) addPart(parts, Kind::PartSet, id, is[i], valueOf(is[i].cell), valueOf(was[i].cell));
        bool isSwap = parts.size() == 2 && parts[0].kind == Kind::PartSet && parts[0].value == parts[1].previous &&
                      parts[1].value == parts[0].previous && parts[0].value != parts[1].value;
        if (isSwap) {
            StepFact swap = fact(Kind::PartsSwapped, id);
            swap.index = parts[0].index;
            swap.other = parts[1].index;
            swap.value = parts[0].value;
            swap.previous = parts[1].value;
            m_contents.append(swap);
            return;
        }
    } else if (head + tail == shorter) {
        for (size_t i = head; i < is.size() - tail; i++) addPart(parts, Kind::PartAdded, id, is[i], valueOf(is[i].cell), {});
        for (size_t i = head; i < was.size() - tail; i++) addPart(parts, Kind::PartRemoved, id, was[i], {}, valueOf(was[i].cell));
    } else {
        for (size_t i = head; i < was.size() - tail; i++) addPart(parts, Kind::PartRemoved, id, was[i], {}, valueOf(was[i].cell));
        for (size_t i = head; i < is.size() - tail; i++) addPart(parts, Kind::PartAdded, id, is[i], valueOf(is[i].cell), {});
        for (const StepFact& part : std::as_const(parts)) {
            if (part.previous) m_dropped.insert(part.previous);
            m_mentioned.insert(part.value);
            m_mentioned.insert(part.previous);
        }
        m_contents.append(fact(Kind::ContentsChanged, id));
        return;
    }
    addParts(id, parts, is.empty());
}

// By their keys; the elements of a set are keys themselves.
void StepFactsMaking::compareEntries(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is) {
    auto keyOf = [](const Part& part) { return part.role == PartRole::Element ? part.cell.value : part.key; };
    auto hash = [&](const Part& part) { return keyOf(part) ? keyOf(part) : ObjectId{0, part.cell.index + 1}; };
    QHash<ObjectId, const Part*> earlier;
    for (const Part& part : was) earlier.insert(hash(part), &part);
    Facts parts;
    for (const Part& part : is) {
        const Part* before = earlier.take(hash(part));
        if (!before) addPart(parts, Kind::PartAdded, id, part, valueOf(part.cell), {});
        else if (!isSame(before->cell, part.cell)) addPart(parts, Kind::PartSet, id, part, valueOf(part.cell), valueOf(before->cell));
        if (!before && part.key) m_mentioned.insert(part.key);
    }
    for (const Part& part : was)
        if (earlier.contains(hash(part))) {
            addPart(parts, Kind::PartRemoved, id, part, {}, valueOf(part.cell));
            if (part.key) m_mentioned.insert(part.key), m_dropped.insert(part.key);
        }
    addParts(id, parts, is.empty());
}

void StepFactsMaking::compareNamed(ObjectId id, const std::vector<Part>& was, const std::vector<Part>& is) {
    auto find = [](const std::vector<Part>& parts, const Part& wanted) {
        auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.cell.kind == wanted.cell.kind && part.cell.index == wanted.cell.index; });
        return found == parts.end() ? nullptr : &*found;
    };
    Facts parts;
    auto differs = [&](Kind kind, const Part& part, ObjectId value, ObjectId previous) {
        if (part.role != PartRole::Plumbing) return addPart(parts, kind, id, part, value, previous);
        m_machineryChanged = true;
        if (previous) m_dropped.insert(previous);
    };
    for (const Part& part : is) {
        const Part* before = find(was, part);
        if (!before) differs(Kind::PartAdded, part, valueOf(part.cell), {});
        else if (!isSame(before->cell, part.cell)) differs(Kind::PartSet, part, valueOf(part.cell), valueOf(before->cell));
    }
    for (const Part& part : was)
        if (!find(is, part)) differs(Kind::PartRemoved, part, {}, valueOf(part.cell));
    addParts(id, parts, false);
}

// Whose attributes are kept in the table.
ObjectId StepFactsMaking::ownerOf(ObjectId table) const {
    if (m_is.heapObjects() > mostObjects) return {};
    for (const Holder& holder : m_is.holders(table)) {
        if (holder.kind != Holder::Kind::Cell) continue;
        ObjectKind kind = m_after.kind(holder.object);
        CellView cell{holder.cell, holder.index, holder.name, table, {}};
        bool isItsOwn = m_after.roleOf(m_is.type(m_is.typeIdOf(holder.object)), cell) == PartRole::Plumbing;
        if (isItsOwn && (kind == ObjectKind::Class || kind == ObjectKind::Module)) return holder.object;
    }
    return {};
}

// The name by which a frame of the program has a shared variable.
QString StepFactsMaking::sharedName(ObjectId cell) const {
    for (const MemoryState* state : {&m_is, &m_was})
        for (size_t i = state->frameCount(); i-- > 0;) {
            FrameView frame = state->frame(i);
            for (const SlotView& slot : frame.slots)
                if (slot.value == cell) return toQString(slot.name);
        }
    return {};
}

}
