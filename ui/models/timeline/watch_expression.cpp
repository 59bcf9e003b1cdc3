// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/watch_expression.h"

#include "core/replay/find/watch.h"
#include "ui/models/heap/object_way.h"

namespace memtape {

namespace {

QString quotedKey(const std::string& key) {
    if (key.find('"') != std::string::npos || key.find('\\') != std::string::npos) return {};
    return QStringLiteral("[\"%1\"]").arg(QString::fromStdString(key));
}

QString partOf(const Reading& reading, const RefPlace& row) {
    const MemoryState& state = reading.state();
    ObjectId key;
    for (const CellView& cell : state.cells(row.owner)) {
        if (cell.kind == CellKind::Key && cell.index == row.index) key = cell.value;
        if (cell.kind != row.cell || cell.index != row.index) continue;
        switch (row.cell) {
        case CellKind::Item: return QStringLiteral("[%1]").arg(row.index);
        case CellKind::Attribute:
        case CellKind::Field:
            return cell.name.empty() ? QString() : QLatin1Char('.') + QString::fromUtf8(cell.name.data(), qsizetype(cell.name.size()));
        case CellKind::Value:
            if (!key) return {};
            if (reading.kind(key) == ObjectKind::Text) return quotedKey(std::string(state.object(key).payload));
            return QStringLiteral("[%1]").arg(QString::fromStdString(reading.valueText(key)));
        default: return {};
        }
    }
    return {};
}

QString written(const Reading& reading, const std::optional<RefPlace>& row, ObjectId object) {
    const MemoryState& state = reading.state();
    if (!row) return wayTo(reading, NameWalk(reading, wayRule), object);
    if (!row->owner) {
        if (row->frame >= state.frameCount()) return {};
        for (const SlotView& slot : state.frame(row->frame).slots)
            if (slot.index == row->index) return QString::fromUtf8(slot.name.data(), qsizetype(slot.name.size()));
        return {};
    }
    if (reading.isNamespace(row->owner)) {
        for (const NameEntry& entry : reading.names(row->owner))
            if (entry.index == row->index) return QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size()));
        return {};
    }
    const QString part = partOf(reading, *row), way = part.isEmpty() ? QString() : wayTo(reading, NameWalk(reading, wayRule), row->owner);
    return way.isEmpty() ? QString() : way + part;
}

}

QString watchExpression(const Reading& reading, const std::optional<RefPlace>& row, ObjectId object) {
    const QString text = written(reading, row, object);
    FindPath path;
    if (text.isEmpty() || !parsePath(text.toStdString(), path).sentence.empty()) return {};
    if (row && (!row->owner || reading.isNamespace(row->owner))) return text; // a name, whoever has it
    const ObjectId meant = row ? reading.state().cell(row->owner, row->cell, row->index) : object;
    return watchedAt(reading, path).object == meant ? text : QString();
}

}
