// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture/object_text.h"

#include <QLocale>

namespace memtape {

namespace {

using Shape = TypeInfo::Shape;

constexpr uint64_t shortString = 40; // bytes; a longer string is a box of its own

QString cut(const QString& text, int longest) {
    if (text.size() <= longest) return text;
    int tail = longest / 4;
    return text.left(longest - tail - 1) + QChar(0x2026) + text.right(tail);
}

// The tape does not carry the names of native functions; the dict of builtins, which the global names refer to, knows most.
QString builtinName(const MemoryState& state, ObjectId function) {
    ObjectId dict;
    auto entry = [&](ObjectId in, auto accept) {
        ObjectId key;
        for (const CellView& cell : state.cells(in)) {
            if (cell.kind == CellKind::Key) key = cell.value;
            else if (cell.kind == CellKind::Value && key && accept(key, cell.value)) return std::pair(key, cell.value);
        }
        return std::pair(ObjectId(), ObjectId());
    };
    for (size_t i = 0; i < state.frameCount() && !dict; ++i)
        if (ObjectId names = state.frame(i).locals)
            dict = entry(names, [&](ObjectId key, ObjectId) { return state.object(key).payload == "__builtins__"; }).second;
    if (dict && state.type(state.object(dict).type).shape == Shape::Module)
        for (const CellView& cell : state.cells(dict, 0, 8))
            if (cell.value && state.type(state.object(cell.value).type).shape == Shape::Dict) dict = cell.value;
    if (!dict) return {};
    ObjectId key = entry(dict, [&](ObjectId, ObjectId value) { return value == function; }).first;
    return key ? toQString(state.object(key).payload) : QString();
}

bool hasClosure(const MemoryState& state, ObjectId id) {
    for (const CellView& cell : state.cells(id, 0, 24)) {
        if (!cell.value) continue;
        if (cell.kind == CellKind::Item) return true;
        if (cell.kind == CellKind::Field && cell.name == "__closure__") return true;
    }
    return false;
}

}

bool ObjectText::isIterator(const TypeInfo& type) {
    if (type.ofProgram || type.shape != Shape::Plain) return false;
    const std::string& name = type.name;
    static const std::string_view others[] = {"enumerate", "zip", "map", "filter", "reversed", "callable_iterator"};
    for (auto other : others)
        if (name == other) return true;
    return name.size() >= 8 && name.compare(name.size() - 8, 8, "iterator") == 0;
}

bool ObjectText::isSmall(const MemoryState& state, ObjectId id) {
    const ObjectView object = state.object(id);
    const TypeInfo& type = state.type(object.type);
    if (type.ofProgram && type.shape != Shape::Class) return false; // an instance of the program's own class is always a box
    switch (type.shape) {
    case Shape::Int:
    case Shape::Float:
    case Shape::Complex:
    case Shape::Bool:
    case Shape::None:
    case Shape::Ellipsis:
    case Shape::NotImplemented:
    case Shape::Range:
    case Shape::Class:
    case Shape::Module:
    case Shape::Method:
    case Shape::Code:
    case Shape::Frame:
    case Shape::Traceback: return true;
    case Shape::Str:
    case Shape::Bytes: return object.payloadLength <= shortString || object.immortal;
    case Shape::Function: return !hasClosure(state, id);
    case Shape::Sequence: return object.immortal; // the empty tuple
    case Shape::Plain:
        if (type.name == "builtin_function_or_method" || type.name == "method_descriptor" || type.name == "wrapper_descriptor") return true;
        return isIterator(type);
    case Shape::ByteArray:
    case Shape::Set:
    case Shape::Dict:
    case Shape::Generator:
    case Shape::Exception:
    case Shape::Cell: return false;
    }
    return false;
}

QString ObjectText::name(const MemoryState& state, ObjectId id) {
    QString text = toQString(state.valueText(id));
    if (!text.isEmpty()) return text;
    if (state.type(state.object(id).type).shape == Shape::Generator) // its first field, which has no name itself
        if (ObjectId own = state.cell(id, CellKind::Field, 0); own && state.type(state.object(own).type).shape == Shape::Str)
            return toQString(state.object(own).payload);
    for (std::string_view wanted : {"__qualname__", "__name__", "name"})
        for (const CellView& cell : state.cells(id, 0, 32))
            if (cell.kind == CellKind::Field && cell.name == wanted && cell.value) {
                ObjectView value = state.object(cell.value);
                if (state.type(value.type).shape == Shape::Str) return toQString(value.payload);
            }
    if (const TypeInfo* made = state.typeOfClass(id)) return toQString(std::string_view(made->name)); // built in: without such fields
    return toQString(state.object(id).payload.substr(0, 200));
}

QString ObjectText::entryName(const MemoryState& state, ObjectId dict, uint32_t index) {
    for (const CellView& cell : state.cells(dict)) {
        if (cell.kind != CellKind::Key || cell.index != index || !cell.value) continue;
        const ObjectView key = state.object(cell.value);
        return state.type(key.type).shape == Shape::Str ? toQString(key.payload) : chip(state, cell.value, 20);
    }
    return {};
}

QString ObjectText::typeName(const MemoryState& state, ObjectId id) { return QString::fromStdString(state.type(state.object(id).type).name); }

QString ObjectText::chip(const MemoryState& state, ObjectId id, int longest) {
    const ObjectView object = state.object(id);
    const TypeInfo& type = state.type(object.type);
    auto named = [&](const QString& kind) {
        QString own = name(state, id);
        return own.isEmpty() ? kind : cut(kind + QLatin1Char(' ') + own, longest);
    };
    switch (type.shape) {
    case Shape::Class: return named(QStringLiteral("class"));
    case Shape::Function: return named(QStringLiteral("function"));
    case Shape::Module: return named(QStringLiteral("module"));
    case Shape::Method: return named(QStringLiteral("method"));
    case Shape::Code: return named(QStringLiteral("code"));
    case Shape::Generator: return named(QString::fromStdString(type.name).replace(QLatin1Char('_'), QLatin1Char(' ')));
    case Shape::Sequence:
        if (object.immortal) return QStringLiteral("()");
        break;
    case Shape::Plain:
        if (type.name == "builtin_function_or_method" || type.name == "method_descriptor") {
            QString own = name(state, id);
            if (own.isEmpty()) own = builtinName(state, id);
            return own.isEmpty() ? tr("built-in") : cut(QStringLiteral("function ") + own, longest);
        }
        if (isIterator(type)) return QString::fromStdString(type.name).replace(QLatin1Char('_'), QLatin1Char(' '));
        break;
    default: break;
    }
    QString value = toQString(state.valueText(id));
    if (value.isEmpty()) value = QString::fromStdString(type.name);
    bool isLong = value.size() > longest && (type.shape == Shape::Str || type.shape == Shape::Int || type.shape == Shape::Bytes);
    return isLong ? cut(value, longest) : cut(value, longest);
}

QString ObjectText::brief(const MemoryState& state, ObjectId id) {
    if (!id) return QStringLiteral("–");
    if (!state.isAlive(id)) return tr("a released object");
    if (isSmall(state, id)) return chip(state, id);
    const ObjectView object = state.object(id);
    const TypeInfo& type = state.type(object.type);
    QString typeText = QString::fromStdString(type.name);
    if (type.shape == Shape::Sequence || type.shape == Shape::Set) {
        size_t items = 0;
        for (const CellView& cell : state.cells(id)) items += cell.kind == CellKind::Item;
        return tr("%1 of %2").arg(typeText).arg(items);
    }
    if (type.shape == Shape::Str || type.shape == Shape::Bytes) return chip(state, id);
    // An instance is told from its siblings by its first small attribute.
    for (const CellView& cell : state.cells(id, 0, 6))
        if (cell.kind == CellKind::Attribute && cell.value && isSmall(state, cell.value))
            return QStringLiteral("%1 (%2)").arg(typeText, chip(state, cell.value, 14));
    return typeText;
}

QString ObjectText::phrase(const MemoryState& state, ObjectId id) {
    if (!id) return tr("nothing");
    if (!state.isAlive(id)) return tr("a released object");
    const TypeInfo& type = state.type(state.object(id).type);
    switch (type.shape) {
    case Shape::Class: return tr("the class %1").arg(name(state, id));
    case Shape::Function: return tr("the function %1").arg(name(state, id));
    case Shape::Module: return tr("the module %1").arg(name(state, id));
    default: break;
    }
    if (isIterator(type)) return tr("the %1").arg(chip(state, id));
    if (isSmall(state, id)) return chip(state, id, 40);
    return tr("the %1").arg(brief(state, id));
}

QString ObjectText::count(uint64_t references, bool immortal) {
    if (immortal) return QString(QChar(0x221E));
    return references == 1 ? tr("1 reference") : tr("%1 references").arg(references);
}

QString ObjectText::bytes(uint64_t size) {
    if (size == 1) return tr("1 byte");
    return tr("%1 bytes").arg(size);
}

QString ObjectText::address(uint64_t address) { return QStringLiteral("0x") + QString::number(address, 16); }

QString ObjectText::iconLetter(const TypeInfo& type) {
    switch (type.shape) {
    case Shape::Sequence: return type.name == "tuple" ? QStringLiteral("()") : QStringLiteral("[]");
    case Shape::Dict:
    case Shape::Set: return QStringLiteral("{}");
    case Shape::Str:
    case Shape::Bytes:
    case Shape::ByteArray: return QStringLiteral("\"");
    case Shape::Int:
    case Shape::Float:
    case Shape::Complex:
    case Shape::Bool: return QStringLiteral("#");
    case Shape::Function:
    case Shape::Method: return QStringLiteral("f");
    case Shape::Class: return QStringLiteral("C");
    case Shape::Module: return QStringLiteral("M");
    case Shape::Generator: return QStringLiteral("g");
    case Shape::Exception: return QStringLiteral("!");
    case Shape::Cell: return QStringLiteral("c");
    default: return QStringLiteral("o");
    }
}

}
