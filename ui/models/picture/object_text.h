// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How one object reads: in a chip, in a sentence, in the inspector. Facts come from a MemoryState; words are translated, except code,
// type and exception names, which stay as Python has them.

#include <QCoreApplication>
#include <QString>

#include "core/replay/memory_state.h"

namespace memtape {

inline QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

class ObjectText {
    Q_DECLARE_TR_FUNCTIONS(memtape::ObjectText)

public:
    // Small or shared objects, which the picture draws in place: numbers, short strings, None, classes, functions …
    static bool isSmall(const MemoryState& state, ObjectId id);
    // `"abc"`, `30`, `class Node`, `function push`, `tuple iterator`; long ones are cut in the middle.
    static QString chip(const MemoryState& state, ObjectId id, int longest = 28);
    // For sentences: `30`, `the Node`, `the list`, `the function push`.
    static QString phrase(const MemoryState& state, ObjectId id);
    // For lists of objects: `Node (20)`, `list of 3`.
    static QString brief(const MemoryState& state, ObjectId id);
    // `3 references`, `∞`.
    static QString count(uint64_t references, bool immortal);
    static QString bytes(uint64_t size);
    static QString address(uint64_t address);
    static QString typeName(const MemoryState& state, ObjectId id);
    // __name__ of a function, class, module or generator.
    static QString name(const MemoryState& state, ObjectId id);
    // The key of a dict's entry, as text: the name that an entry of a names' dict stands for. Empty: not there now.
    static QString entryName(const MemoryState& state, ObjectId dict, uint32_t index);
    // The letter of the box's icon: what kind of object it is.
    static QString iconLetter(const TypeInfo& type);
    static bool isIterator(const TypeInfo& type);
};

}
