// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How one object reads: in a chip, in a sentence, in the inspector. Facts and code come from the Reading of a state; words are translated,
// except what is the language's own: code, names of types and of exceptions.

#include <QCoreApplication>
#include <QString>

#include "core/replay/reading.h"

namespace memtape {

inline QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

class ObjectText {
    Q_DECLARE_TR_FUNCTIONS(memtape::ObjectText)

public:
    // `"abc"`, `30`, `class Node`, `function push`, `tuple iterator`; long ones are cut in the middle.
    static QString chip(const Reading& reading, ObjectId id, int longest = 28);
    // For sentences: `30`, `the Node`, `the list`, `the function push`.
    static QString phrase(const Reading& reading, ObjectId id);
    // For lists of objects: `Node (20)`, `list of 3`.
    static QString brief(const Reading& reading, ObjectId id);
    // For a row of a list, as code where it can be: `[3, 2]`, `{'a': list, …}`, `Node (20)`.
    static QString preview(const Reading& reading, ObjectId id);
    // By what an instance is told from its siblings: its first small attribute. Empty: it has none.
    static QString tellingPart(const Reading& reading, ObjectId id);
    // `3 references`, `∞`.
    static QString count(uint64_t references, bool immortal);
    static QString briefCount(uint64_t references, bool immortal); // `3`, `∞`
    static QString bytes(uint64_t size);
    static QString address(uint64_t address);
    static QString typeName(const Reading& reading, ObjectId id);
    // The key of a table's entry, as text: the name that an entry of a namespace stands for. Empty: not there now.
    static QString entryName(const Reading& reading, ObjectId table, uint32_t index);
    // The letter of the box's icon: what kind of object it is.
    static QString iconLetter(ObjectKind kind);
};

}
