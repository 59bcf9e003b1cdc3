// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A MemoryState read as Python means it: dicts as entries, instances with their attributes, frames with their names. Reads
// cells only, so nothing of the program runs. Good for one state; make a new one when the step changes.

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/python/shapes/shapes.h"
#include "core/replay/memory_state.h"

namespace memtape {

using NamedRefs = std::vector<std::pair<std::string, ObjectId>>;
using EntryRefs = std::vector<std::pair<ObjectId, ObjectId>>;

class PythonView {
public:
    explicit PythonView(const MemoryState& state) : m_state(state) {}

    const MemoryState& state() const { return m_state; }
    const TypeInfo& typeOf(ObjectId id) const { return m_state.type(m_state.typeIdOf(id)); }
    PythonShape shapeOf(ObjectId id) const { return memtape::shapeOf(typeOf(id)); }
    // A field by name, with or without the underscores around it.
    ObjectId field(ObjectId id, std::string_view name) const;
    std::string str(ObjectId id) const; // the characters of a str; empty for others
    bool isExactStr(ObjectId id) const;
    std::vector<ObjectId> items(ObjectId id, size_t most = SIZE_MAX) const; // of a sequence or set, the first in order
    EntryRefs entries(ObjectId dict);                                       // in order, without holes
    NamedRefs namedEntries(ObjectId dict);                                  // those whose keys are strs
    ObjectId lookup(ObjectId dict, std::string_view key);

    // The class of an object, and a class's own facts.
    ObjectId classOf(ObjectId id) const;
    std::vector<ObjectId> mro(ObjectId classObject) const;
    bool isProgramClass(ObjectId classObject);   // its __module__ is one of the program's
    std::string className(ObjectId classObject); // qualified

    // The names of an instance's dict (or of the values that stand for one), then those of its slots. Classes: their dict.
    NamedRefs attributes(ObjectId id);
    // The program's classes that an object is an instance of, most derived first.
    std::vector<ObjectId> programClassesOf(ObjectId id);
    NamedRefs closure(ObjectId function);                                   // empty cells left out
    std::vector<ObjectId> positionalParameters(ObjectId function);          // their names, each a str; none where the tape does not tell
    std::vector<std::pair<ObjectId, ObjectId>> captured(ObjectId function); // its free variables: the name, a str, and the cell
    NamedRefs frameNames(const FrameView& frame);                           // f_locals; of a module also its globals
    // What tp_traverse would visit, in order; without the type.
    std::vector<ObjectId> referents(ObjectId id) const;

    // Names that CPython or the tools around it add; not shown.
    static bool isHiddenName(std::string_view name);

private:
    // An instance's dict may keep its values by the class's shared keys, in the dict or in the instance itself.
    ObjectId instanceOfDict(ObjectId dict);
    EntryRefs sharedEntries(ObjectId classObject, ObjectId values, CellKind kind) const;
    NamedRefs slotNames(const FrameView& frame) const;
    bool isProgramModule(std::string_view name) const;
    std::vector<uint32_t> slotStarts(const TypeInfo& type) const;
    // The class by whose names a dict keeps its values (its cells are values without keys then), or none.
    ObjectId keysOwner(ObjectId dict) const;

    const MemoryState& m_state;
    std::unordered_map<Granule, ObjectId> m_instanceOfDict; // filled when first asked
    bool m_instancesKnown = false;
    std::unordered_map<Granule, bool> m_programClasses; // as far as asked
};

}
