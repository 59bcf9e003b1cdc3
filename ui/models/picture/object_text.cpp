// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/object_text.h"

#include "ui/models/figures.h"

namespace memtape {

namespace {

QString cut(const QString& text, int longest) {
    if (text.size() <= longest) return text;
    int tail = longest / 4;
    return text.left(longest - tail - 1) + QChar(0x2026) + text.right(tail);
}

}

QString ObjectText::entryName(const Reading& reading, ObjectId table, uint32_t index) {
    ObjectId key = reading.state().cell(table, CellKind::Key, index);
    if (!key) return {};
    return reading.kind(key) == ObjectKind::Text ? toQString(reading.state().object(key).payload) : chip(reading, key, 20);
}

QString ObjectText::typeName(const Reading& reading, ObjectId id) {
    return QString::fromStdString(reading.state().type(reading.state().typeIdOf(id)).name);
}

QString ObjectText::chip(const Reading& reading, ObjectId id, int longest) {
    QString title = toQString(reading.title(id));
    if (title.isEmpty()) return tr("built-in");
    return reading.kind(id) == ObjectKind::Iterator ? title : cut(title, longest);
}

QString ObjectText::brief(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    if (!id) return QStringLiteral("–");
    if (!state.isAlive(id)) return tr("a released object");
    if (reading.isDrawnInPlace(id)) return chip(reading, id);
    ObjectKind kind = reading.kind(id);
    QString type = typeName(reading, id);
    if (isSequence(kind) || kind == ObjectKind::Set) {
        size_t items = 0;
        for (const CellView& cell : state.cells(id)) items += cell.kind == CellKind::Item;
        return items ? tr("%1 of %2").arg(type).arg(items) : tr("empty %1").arg(type);
    }
    if (kind == ObjectKind::Text || kind == ObjectKind::Bytes) return chip(reading, id);
    QString part = tellingPart(reading, id);
    return part.isEmpty() ? type : QStringLiteral("%1 (%2)").arg(type, part);
}

QString ObjectText::preview(const Reading& reading, ObjectId id) {
    constexpr qsizetype most = 4; // parts
    constexpr int longestPart = 12;
    ObjectKind kind = reading.kind(id);
    if (!isContainer(kind)) return reading.value(id).text.empty() ? brief(reading, id) : chip(reading, id, 40);
    auto part = [&](ObjectId item) { return reading.isDrawnInPlace(item) ? chip(reading, item, longestPart) : typeName(reading, item); };
    QStringList parts;
    QString key;
    for (const CellView& cell : reading.state().cells(id, 0, size_t(2 * most + 2))) {
        if (!cell.value) continue;
        if (cell.kind == CellKind::Key) key = part(cell.value);
        else if (cell.kind == CellKind::Value) parts.append(key + QStringLiteral(": ") + part(cell.value));
        else if (cell.kind == CellKind::Item) parts.append(part(cell.value));
    }
    if (parts.size() > most) parts = parts.mid(0, most) << QString(QChar(0x2026));
    QString inside = parts.join(QStringLiteral(", "));
    if (kind == ObjectKind::Sequence) return QLatin1Char('[') + inside + QLatin1Char(']');
    if (kind == ObjectKind::FixedSequence) return QLatin1Char('(') + inside + (parts.size() == 1 ? QStringLiteral(",)") : QStringLiteral(")"));
    return QLatin1Char('{') + inside + QLatin1Char('}');
}

QString ObjectText::tellingPart(const Reading& reading, ObjectId id) {
    for (const CellView& cell : reading.state().cells(id, 0, 6))
        if (cell.kind == CellKind::Attribute && cell.value && reading.isDrawnInPlace(cell.value)) return chip(reading, cell.value, 14);
    return {};
}

QString ObjectText::phrase(const Reading& reading, ObjectId id) {
    if (!id) return tr("nothing");
    if (!reading.state().isAlive(id)) return tr("a released object");
    auto name = [&] { return toQString(reading.name(id)); };
    switch (reading.kind(id)) {
    case ObjectKind::Class: return tr("the class %1").arg(name());
    case ObjectKind::Routine: return tr("the function %1").arg(name());
    case ObjectKind::Module: return tr("the module %1").arg(name());
    case ObjectKind::Iterator: return tr("the %1").arg(chip(reading, id));
    default: break;
    }
    if (reading.isDrawnInPlace(id)) return chip(reading, id, 40);
    return tr("the %1").arg(brief(reading, id));
}

QString ObjectText::count(uint64_t references, bool immortal) {
    if (immortal) return QString(QChar(0x221E));
    return references == 1 ? tr("1 reference") : tr("%1 references").arg(references);
}

QString ObjectText::briefCount(uint64_t references, bool immortal) { return immortal ? QString(QChar(0x221E)) : QString::number(references); }

QString ObjectText::bytes(uint64_t size) {
    if (size == 1) return tr("1 byte");
    return tr("%1 bytes").arg(wholeFigure(size));
}

QString ObjectText::address(uint64_t address) { return QStringLiteral("0x") + QString::number(address, 16); }

QString ObjectText::iconLetter(ObjectKind kind) {
    switch (kind) {
    case ObjectKind::FixedSequence: return QStringLiteral("()");
    case ObjectKind::Sequence: return QStringLiteral("[]");
    case ObjectKind::Table:
    case ObjectKind::Set: return QStringLiteral("{}");
    case ObjectKind::Text:
    case ObjectKind::Bytes:
    case ObjectKind::Buffer: return QStringLiteral("\"");
    case ObjectKind::Number:
    case ObjectKind::Truth: return QStringLiteral("#");
    case ObjectKind::Routine:
    case ObjectKind::Method: return QStringLiteral("f");
    case ObjectKind::Class: return QStringLiteral("C");
    case ObjectKind::Module: return QStringLiteral("M");
    case ObjectKind::Activation: return QStringLiteral("g");
    case ObjectKind::Error: return QStringLiteral("!");
    case ObjectKind::SharedVariable: return QStringLiteral("c");
    default: return QStringLiteral("o");
    }
}

}
