// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the objects of a Python type are to be read: the number that the recorder writes with each type (TypeInfo::shape) and that the
// reading knows. Subclasses have their base's. The numbers stand on tapes: new ones go to the end.

#include <cstdint>

#include "core/events/memory_events.h"

namespace memtape {

enum class PythonShape : uint8_t {
    Plain,
    Int,
    Float,
    Complex,
    Bool,
    None,
    Str,
    Bytes,
    ByteArray,
    Range,
    Ellipsis,
    NotImplemented,
    Sequence,
    Set,
    Dict,
    Function,
    Class,
    Module,
    Method,
    Generator,
    Exception,
    Cell,
    Code,
    Frame,
    Traceback,
    Count, // none: how many there are
};

inline PythonShape shapeOf(const TypeInfo& type) {
    return type.shape < static_cast<uint8_t>(PythonShape::Count) ? static_cast<PythonShape>(type.shape) : PythonShape::Plain;
}

}
