// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a Python object are to who looks at it.
#include "core/python/reading/python_reading.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

namespace {

using Shape = PythonShape;

// Fields that every object may have, and that say what the box's head says already.
bool isOfAnyObject(std::string_view name) {
    return name == "__class__" || name == "type" || name == "__dict__" || name == "__weakref__" || name == "__weakreflist__" || name == "code" ||
           name == "__code__" || name == "__qualname__" || name == "__name__";
}

}

PartRole PythonReading::roleOf(const TypeInfo& type, const CellView& cell) const {
    Shape shape = shapeOf(type);
    std::string_view name = cell.name;
    if (shape == Shape::Cell) return PartRole::Content;
    if (shape == Shape::Generator && name == "held") return PartRole::Held;
    if (cell.kind != CellKind::Field) return Reading::roleOf(type, cell);
    switch (shape) {
    case Shape::Exception: {
        if (name == "args") return PartRole::Named;
        bool isTold = name == "__cause__" || name == "__context__" || name == "__traceback__";
        return isTold && cell.value && kind(cell.value) != ObjectKind::Nothing ? PartRole::Named : PartRole::Plumbing;
    }
    case Shape::Generator: // its names, and what its frame is of
        return name.empty() || name.substr(0, 6) == "frame " || isOfAnyObject(name) ? PartRole::Plumbing : PartRole::Named;
    case Shape::Class:
    case Shape::Function: return name == "__defaults__" || name == "__closure__" ? PartRole::Named : PartRole::Plumbing;
    default: return isOfAnyObject(name) ? PartRole::Plumbing : PartRole::Named;
    }
}

}
