// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/object_path.h"

#include <QRegularExpression>

namespace memtape {

namespace {

ObjectId entry(const MemoryState& state, ObjectId dict, std::string_view key) {
    ObjectId last;
    for (const CellView& cell : state.cells(dict)) {
        if (cell.kind == CellKind::Key) last = cell.value;
        else if (cell.kind == CellKind::Value && last && state.type(state.object(last).type).shape == TypeInfo::Shape::Str && state.object(last).payload == key)
            return cell.value;
    }
    return {};
}

// What a variable shared with other functions refers to lies in a cell.
ObjectId unwrapped(const MemoryState& state, ObjectId id) {
    if (!id || state.type(state.object(id).type).shape != TypeInfo::Shape::Cell) return id;
    auto cells = state.cells(id);
    return cells.empty() ? ObjectId() : cells.front().value;
}

ObjectId named(const MemoryState& state, std::string_view name) {
    if (state.frameCount() == 0) return {};
    FrameView running = state.frame(state.frameCount() - 1);
    for (const SlotView& slot : running.slots)
        if (slot.name == name && slot.value) return unwrapped(state, slot.value);
    if (running.locals)
        if (ObjectId found = entry(state, running.locals, name)) return found;
    for (size_t i = 0; i < state.frameCount(); ++i) // the program's own: the first that has names
        if (FrameView frame = state.frame(i); frame.ofProgram && frame.locals) return entry(state, frame.locals, name);
    return {};
}

ObjectId attribute(const MemoryState& state, ObjectId owner, std::string_view name) {
    ObjectId dict;
    for (const CellView& cell : state.cells(owner)) {
        if ((cell.kind == CellKind::Attribute || cell.kind == CellKind::Field) && cell.name == name) return cell.value;
        if (cell.kind == CellKind::Field && cell.name == "__dict__") dict = cell.value;
    }
    return dict ? entry(state, dict, name) : ObjectId();
}

}

ObjectId objectAtPath(const MemoryState& state, const QString& path) {
    static const QRegularExpression part(QStringLiteral("\\G(?:(\\w+)|\\.(\\w+)|\\[(\\d+)\\]|\\['([^']*)'\\])"));
    ObjectId id;
    for (qsizetype at = 0; at < path.size();) {
        auto match = part.match(path, at);
        if (!match.hasMatch() || match.hasCaptured(1) != (at == 0)) return {};
        if (match.hasCaptured(1)) id = named(state, match.captured(1).toStdString());
        else if (match.hasCaptured(2)) id = attribute(state, id, match.captured(2).toStdString());
        else if (match.hasCaptured(3)) id = state.cell(id, CellKind::Item, match.captured(3).toUInt());
        else id = entry(state, id, match.captured(4).toStdString());
        if (!id) return {};
        at = match.capturedEnd();
    }
    return id;
}

}
