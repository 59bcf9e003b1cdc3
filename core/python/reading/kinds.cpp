// SPDX-License-Identifier: GPL-3.0-or-later
// What a Python object is, told from its type; and what follows from that.
#include <algorithm>
#include <iterator>

#include "core/python/reading/python_reading.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

namespace {

using Shape = PythonShape;

constexpr uint64_t shortText = 40; // bytes; a longer text is a box of its own

// By PythonShape.
constexpr ObjectKind kinds[] = {
    ObjectKind::Other,   ObjectKind::Number,         ObjectKind::Number,   ObjectKind::Number, ObjectKind::Truth,
    ObjectKind::Nothing, ObjectKind::Text,           ObjectKind::Bytes,    ObjectKind::Buffer, ObjectKind::Range,
    ObjectKind::Marker,  ObjectKind::Marker,         ObjectKind::Sequence, ObjectKind::Set,    ObjectKind::Table,
    ObjectKind::Routine, ObjectKind::Class,          ObjectKind::Module,   ObjectKind::Method, ObjectKind::Activation,
    ObjectKind::Error,   ObjectKind::SharedVariable, ObjectKind::Code,     ObjectKind::Frame,  ObjectKind::Trace,
};
static_assert(std::size(kinds) == static_cast<size_t>(Shape::Count));

bool isIteratorType(std::string_view name) {
    static constexpr std::string_view ending = "iterator", others[] = {"enumerate", "zip", "map", "filter", "reversed"};
    if (std::find(std::begin(others), std::end(others), name) != std::end(others)) return true;
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

ObjectKind kindOfPlain(const TypeInfo& type) {
    if (type.ofProgram) return ObjectKind::Record;
    const std::string& name = type.name;
    if (name == "builtin_function_or_method" || name == "method_descriptor" || name == "wrapper_descriptor") return ObjectKind::NativeRoutine;
    if (name == "ReferenceType") return ObjectKind::WeakReference;
    if (isIteratorType(name)) return ObjectKind::Iterator;
    return ObjectKind::Other;
}

}

ObjectKind PythonReading::kindOf(const TypeInfo& type) const {
    Shape shape = shapeOf(type);
    if (shape == Shape::Plain) return kindOfPlain(type);
    if (shape == Shape::Sequence && type.name == "tuple") return ObjectKind::FixedSequence;
    return kinds[static_cast<size_t>(shape)];
}

bool PythonReading::isDrawnInPlace(ObjectId id) const {
    const TypeInfo& type = state().type(state().typeIdOf(id));
    ObjectKind kind = kindOf(type);
    if (type.ofProgram && kind != ObjectKind::Class) return false; // an instance of the program's own class is always a box
    switch (kind) {
    case ObjectKind::Nothing:
    case ObjectKind::Truth:
    case ObjectKind::Number:
    case ObjectKind::Marker:
    case ObjectKind::Range:
    case ObjectKind::NativeRoutine:
    case ObjectKind::Method:
    case ObjectKind::Module:
    case ObjectKind::Code:
    case ObjectKind::Frame:
    case ObjectKind::Trace:
    case ObjectKind::Iterator: return true;
    case ObjectKind::Text:
    case ObjectKind::Bytes: {
        const ObjectView object = state().object(id);
        return object.payloadLength <= shortText || object.immortal;
    }
    case ObjectKind::Routine:
    case ObjectKind::Class: return !keepsData(id);
    case ObjectKind::FixedSequence:
    case ObjectKind::Sequence: return state().object(id).immortal; // the empty tuple
    default: return false;
    }
}

// CPython's collector leaves some tuples and dicts out, and takes them in again; of these types it always watches all.
bool PythonReading::isWatched(ObjectId id) const {
    const TypeInfo& type = state().type(state().typeIdOf(id));
    switch (shapeOf(type)) {
    case Shape::Sequence: return type.name == "list";
    case Shape::Set:
    case Shape::Generator:
    case Shape::Exception:
    case Shape::Function:
    case Shape::Cell: return true;
    case Shape::Plain:
    case Shape::Class: return type.ofProgram;
    default: return false;
    }
}

std::vector<uint32_t> PythonReading::collectorThresholds() const { return {2000, 10, 10}; }

ObjectId PythonReading::weakTarget(ObjectId id) const {
    if (shapeOf(state().type(state().typeIdOf(id))) != Shape::Plain) return {};
    for (const CellView& cell : state().cells(id))
        if (cell.pointer && cell.pointer->ref == RefKind::Weak && !cell.pointer->isDangling) return cell.pointer->object;
    return {};
}

}
