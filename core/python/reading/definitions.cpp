// SPDX-License-Identifier: GPL-3.0-or-later
// What functions and classes have inside, and whether a program keeps data there: variables that functions share, defaults that calls may change, and
// attributes of a class that all of its instances share.
#include <algorithm>
#include <iterator>

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

// The last positional parameters have them. What has more of them than parameters, as a program may set them, has some without a name.
std::vector<DefinitionPart> PythonReading::defaultsOf(ObjectId function) const {
    std::vector<DefinitionPart> parts;
    PythonView view(state());
    const ObjectId positional = view.field(function, "__defaults__"), named = view.field(function, "__kwdefaults__");
    if (positional) {
        const std::vector<ObjectId> parameters = view.positionalParameters(function);
        const size_t count = state().cellCount(positional, CellKind::Item);
        for (const CellView& cell : state().cells(positional, 0, mostLookedAt)) {
            if (cell.kind != CellKind::Item || !cell.value) continue;
            const size_t at = parameters.size() + cell.index - count; // wraps around to what is none
            std::string name = at < parameters.size() ? view.str(parameters[at]) : "__defaults__[" + std::to_string(cell.index) + ']';
            parts.push_back({std::move(name), cell.value, positional, cell.kind, cell.index});
        }
    }
    if (named)
        for (const NameEntry& entry : names(named)) parts.push_back({std::string(entry.name), entry.value, named, CellKind::Value, entry.index});
    return parts;
}

bool PythonReading::anyIsChangeable(const std::vector<DefinitionPart>& parts) const {
    return std::any_of(parts.begin(), parts.end(), [this](const DefinitionPart& part) { return isChangeable(part.value); });
}

bool PythonReading::keepsDefaults(ObjectId function) const { return anyIsChangeable(defaultsOf(function)); }

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
        for (auto [name, cell] : view.captured(definition)) parts.push_back({view.str(name), cell, cell});
        std::vector<DefinitionPart> defaults = defaultsOf(definition);
        if (!parts.empty() || anyIsChangeable(defaults)) std::move(defaults.begin(), defaults.end(), std::back_inserter(parts));
    } else if (const ObjectId own = kind(definition) == ObjectKind::Class ? view.field(definition, "__dict__") : ObjectId()) {
        for (const NameEntry& entry : names(own))
            parts.push_back({std::string(entry.name), entry.value, own, CellKind::Value, entry.index, isMethod(entry.value)});
    }
    return parts;
}

// Whether it is more than its text: a picture without what it keeps would hide why that lives, and where it changes.
bool PythonReading::keepsData(ObjectId definition) const {
    const bool isOfProgram = state().object(definition).ofProgram;
    if (kind(definition) == ObjectKind::Routine)
        return !PythonView(state()).captured(definition).empty() || (isOfProgram && keepsDefaults(definition));
    if (!isOfProgram || isEnumeration(state(), definition)) return false;
    const ObjectId own = PythonView(state()).field(definition, "__dict__");
    if (!own) return false;
    std::string_view name;
    for (const CellView& cell : state().cells(own, 0, mostLookedAt)) { // not names(): it is asked for each reference to a class
        if (cell.kind == CellKind::Key) name = state().object(cell.value).payload;
        if (cell.kind != CellKind::Value || !cell.value || !isName(name)) continue;
        if (isChangeable(cell.value) || (kind(cell.value) == ObjectKind::Routine && keepsDefaults(cell.value))) return true;
    }
    return false;
}

}
