// SPDX-License-Identifier: GPL-3.0-or-later
// What functions and classes have inside, and whether a program keeps data there: variables that functions share, defaults that calls may change, and
// attributes of a class that all of its instances share.
#include <algorithm>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

namespace {

constexpr size_t mostLookedAt = 256; // cells: of a definition with more the rest is as if it were not there

bool isContainerThatChanges(ObjectKind kind) {
    return kind == ObjectKind::Sequence || kind == ObjectKind::Table || kind == ObjectKind::Set || kind == ObjectKind::Buffer;
}

// An enumeration's members are its values, and no data that it keeps.
bool isEnumeration(const MemoryState& state, ObjectId classObject) { return state.type(state.typeIdOf(classObject)).name == "EnumType"; }

}

// An object of the program's that it may change.
bool PythonReading::isChangeable(ObjectId id) const {
    const ObjectView object = state().object(id);
    if (!object.ofProgram || object.immortal) return false;
    const TypeInfo& type = state().type(object.type);
    const ObjectKind kind = kindOf(type);
    if (kind == ObjectKind::Class || kind == ObjectKind::Error) return false;
    return type.ofProgram || isContainerThatChanges(kind);
}

std::vector<DefinitionPart> PythonReading::defaultsOf(ObjectId function) const {
    std::vector<DefinitionPart> parts;
    PythonView view(state());
    const ObjectId positional = view.field(function, "__defaults__"), named = view.field(function, "__kwdefaults__");
    for (const CellView& cell : positional ? state().cells(positional, 0, mostLookedAt) : std::vector<CellView>())
        if (cell.kind == CellKind::Item && cell.value)
            parts.push_back({"__defaults__[" + std::to_string(cell.index) + ']', cell.value, positional, cell.kind, cell.index});
    if (named)
        for (const NameEntry& entry : names(named)) parts.push_back({std::string(entry.name), entry.value, named, CellKind::Value, entry.index});
    return parts;
}

bool PythonReading::keepsDefaults(ObjectId function) const {
    const std::vector<DefinitionPart> defaults = defaultsOf(function);
    return std::any_of(defaults.begin(), defaults.end(), [this](const DefinitionPart& part) { return isChangeable(part.value); });
}

// Which has no inside of its own that a class would show: with super() a function shares a variable, too, and a property is an object around some.
bool PythonReading::isMethod(ObjectId id) const {
    const TypeInfo& type = state().type(state().typeIdOf(id));
    if (kindOf(type) == ObjectKind::Routine) return !keepsDefaults(id);
    return kindOf(type) == ObjectKind::Other && !type.ofProgram;
}

std::vector<DefinitionPart> PythonReading::insideOf(ObjectId definition) const {
    std::vector<DefinitionPart> parts;
    PythonView view(state());
    if (kind(definition) == ObjectKind::Routine) {
        for (auto [name, cell] : view.captured(definition)) parts.push_back({std::string(state().object(name).payload), cell, cell});
        if (!parts.empty() || keepsDefaults(definition))
            for (DefinitionPart& part : defaultsOf(definition)) parts.push_back(std::move(part));
    } else if (kind(definition) == ObjectKind::Class) {
        const ObjectId own = view.field(definition, "__dict__");
        if (!own) return parts;
        for (const NameEntry& entry : names(own)) {
            parts.push_back({std::string(entry.name), entry.value, own, CellKind::Value, entry.index, isMethod(entry.value)});
        }
    }
    return parts;
}

// Whether it is more than its text: a picture without what it keeps would hide why that lives, and where it changes.
bool PythonReading::keepsData(ObjectId definition) const {
    if (!state().object(definition).ofProgram) return false;
    if (kind(definition) == ObjectKind::Routine) return keepsDefaults(definition);
    if (isEnumeration(state(), definition)) return false;
    const ObjectId own = PythonView(state()).field(definition, "__dict__");
    if (!own) return false;
    std::string_view name;
    for (const CellView& cell : state().cells(own, 0, mostLookedAt)) {
        if (cell.kind == CellKind::Key) name = state().object(cell.value).payload;
        if (cell.kind != CellKind::Value || !cell.value || !isName(name)) continue;
        if (isChangeable(cell.value) || (kind(cell.value) == ObjectKind::Routine && keepsDefaults(cell.value))) return true;
    }
    return false;
}

}
