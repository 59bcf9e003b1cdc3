// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/object_phrase.h"

#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr int longestText = 60;

}

QString ObjectPhrase::of(const Reading& reading, ObjectId id, bool isNew) {
    if (!id || !reading.state().isAlive(id)) return tr("a released object");
    auto name = [&] { return toQString(reading.name(id)); };
    const ObjectKind kind = reading.kind(id);
    switch (kind) {
    case ObjectKind::Class: return (isNew ? tr("the new class %1") : tr("the class %1")).arg(name());
    case ObjectKind::Routine: return (isNew ? tr("the new function %1") : tr("the function %1")).arg(name());
    case ObjectKind::Module: return tr("the module %1").arg(name());
    case ObjectKind::Iterator: return (isNew ? tr("a new %1") : tr("the %1")).arg(ObjectText::chip(reading, id));
    case ObjectKind::Activation: return (isNew ? tr("a new %1") : tr("the %1")).arg(ObjectText::chip(reading, id));
    default: break;
    }
    if (reading.isDrawnInPlace(id) || kind == ObjectKind::Text || kind == ObjectKind::Bytes) return tr("%1").arg(ObjectText::chip(reading, id, 40));
    QString type = ObjectText::typeName(reading, id);
    if (isContainer(kind)) {
        size_t parts = 0;
        for (const CellView& cell : reading.state().cells(id))
            parts += cell.kind == (kind == ObjectKind::Table ? CellKind::Key : CellKind::Item) && cell.value;
        bool isEmpty = parts == 0 && (kind != ObjectKind::Table || reading.state().cellCount(id) == 0); // values may be kept without their keys
        if (isEmpty) return (isNew ? tr("a new empty %1") : tr("the empty %1")).arg(type);
        return (isNew ? tr("a new %1 of %2") : tr("the %1 of %2")).arg(type).arg(parts);
    }
    if (QString part = ObjectText::tellingPart(reading, id); !part.isEmpty())
        return (isNew ? tr("a new %1 (%2)") : tr("the %1 (%2)")).arg(type, part);
    return (isNew ? tr("a new %1") : tr("the %1")).arg(type);
}

QString ObjectPhrase::message(const Reading& reading, ObjectId error) {
    const MemoryState& state = reading.state();
    if (!error || !state.isAlive(error)) return {};
    const TypeInfo& type = state.type(state.typeIdOf(error));
    for (const CellView& cell : state.cells(error)) {
        if (!cell.value || reading.roleOf(type, cell) != PartRole::Named || reading.kind(cell.value) != ObjectKind::FixedSequence) continue;
        ObjectId first = state.cell(cell.value, CellKind::Item, 0);
        if (!first || state.cell(cell.value, CellKind::Item, 1)) return {};
        return cut(reading.kind(first) == ObjectKind::Text ? toQString(state.object(first).payload) : ObjectText::chip(reading, first));
    }
    return {};
}

QString ObjectPhrase::cut(QString text) { return text.size() > longestText ? text.left(longestText - 1) + QChar(0x2026) : text; }

}
