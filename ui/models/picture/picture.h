// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of one step, as facts: which cards and boxes there are, their rows, what each row refers to, what changed. No
// geometry and no widgets; the scene draws it, the layout looks ahead over many of them, and the tests read it as text.
//
// Nothing in it is a value in a slot: a row refers to an object, which is either a box of the heap (an arrow is drawn) or small or
// shared, and then drawn in place as a chip behind a stub arrow.

#include <QHash>
#include <QSet>
#include <QSizeF>
#include <QString>
#include <QVector>
#include <memory>
#include <optional>

#include "core/replay/reading.h"
#include "core/replay/replay.h"
#include "ui/state/picture_choices.h"

namespace memtape {

class Run;

inline size_t qHash(const ObjectId& id, size_t seed = 0) { return ::qHash((uint64_t(id.life) << 32) | id.granule, seed); }

enum class Detail : uint8_t { Names, Values, Objects, Bytes };

// What the line just run did.
enum class Mark : uint8_t { None, Made, Changed, Released };

struct RefPicture {
    ObjectId id; // none: unbound, or a chip that stands for no object (a pointer into a frame, or a dangling one)
    bool isChip = false;
    bool immortal = false;
    QString text;   // of the chip
    ObjectId group; // of like objects, in whose box it is drawn; none: it has its own
    bool isNone() const { return !id && !isChip; }
    bool leadsAway() const { return id && !isChip; }    // by an arrow
    ObjectId box() const { return group ? group : id; } // to which the arrow goes
};

enum class RowKind : uint8_t {
    Name,    // a variable
    Held,    // what the line at work holds: an iterator, an argument on its way
    Return,  // on a return step: the object that is handed back
    Raised,  // the error that comes up, or leaves the frame, at this step
    Cell,    // a part of an object
    Several, // cells of a container, one after the other, that all refer to objects of one group; `ref` is that of the first
    More,    // "… 9 980 more …": opens in place
    Note,    // words only: "empty"
};

struct RowPicture {
    RowKind kind = RowKind::Name;
    QString label;
    RefPicture ref;
    Mark mark = Mark::None;
    CellKind cell = CellKind::Field;
    uint32_t index = 0;
    ObjectId owner; // of the cell, where it is not the box itself
    bool isWeak = false;
    bool labelIsObject = false; // a table's key
    uint32_t references = 1;    // Several: how many
};

struct CardPicture {
    enum class Kind : uint8_t { GlobalNames, ClassNames, Module, Call, Fold, Gone, Thread } kind = Kind::Call; // Thread: the heading of its frames
    uint32_t frame = 0;                                                                                        // from the outermost
    bool isWaiting = false;                                                                                    // of a thread that does not run now
    QString title;
    bool titleIsCode = false;
    uint32_t line = 0;
    bool running = false;
    bool leftByError = false; // Gone: it did not return
    ObjectId names;           // GlobalNames, ClassNames: the dict
    uint32_t folded = 0;      // Fold: how many frames
    QString bytes;            // bytes detail: the frame's size by the model
    QVector<RowPicture> rows;
};

// Like objects of a large heap (of one type, made by one line), drawn as one box with a tile for each.
struct GroupPicture {
    struct Member {
        ObjectId id;
        uint64_t size = 0;
    };
    QVector<Member> members; // in order of birth
    uint32_t line = 0;       // that made them; 0: none
    QHash<ObjectId, Mark> marks;
    QSet<ObjectId> unreachable, opened; // opened: have boxes of their own beside it
    QString made, open;                 // "made by line 7"; what opens it
    QString names;                      // which names refer to some of them

    static constexpr qsizetype openedAtOnce = 60; // where it is larger

    qsizetype placeOf(ObjectId id) const; // -1: it is no member
};

struct BoxPicture {
    ObjectId id; // of a group: of no object
    ObjectKind kind = ObjectKind::Other;
    uint32_t typeId = 0;
    QString icon, type, address, size;
    QString count, briefCount; // `3 references`, `3`
    QString note;              // why it is marked, below the box
    Mark mark = Mark::None;
    bool unreachable = false;
    bool ghost = false; // released by the line just run
    QVector<RowPicture> rows;
    std::shared_ptr<const GroupPicture> group; // null: it is one object
    bool isObject() const { return !ghost && !group; }
};

// Details of the language's implementation, translated, for tips; empty: it has none.
struct PictureRemarks {
    QString frames, released;
};

struct Picture {
    uint64_t step = 0;
    Detail detail = Detail::Objects;
    StepInfo info;
    QVector<CardPicture> cards; // the names' card first, then frames from the oldest
    QVector<BoxPicture> boxes;  // in order of birth
    uint32_t calls = 0;         // calls of the program on the stack
    uint32_t callLimit = 1000;  // how many there may be
    uint64_t heapObjects = 0, heapBytes = 0, unreachableObjects = 0;
    QString language; // that the frames are of
    PictureRemarks remarks;
    uint64_t hiddenObjects = 0; // chips only because there are more than `mostBoxes`
    bool narrowStack = false;
    bool isCompared = false; // the marks tell what differs from another step

    const BoxPicture* findBox(ObjectId id) const;
    const BoxPicture* groupOf(ObjectId member) const; // in which it has no box of its own; null: none
};

// The forms that the user chose, in one run. An object's own counts more than its type's.
struct ChosenForms {
    QHash<ObjectId, FormChoice> objects;
    QHash<uint32_t, FormChoice> types; // by TypeInfo id

    FormChoice of(ObjectId id, uint32_t type) const { return objects.value(id, types.value(type, FormChoice::Automatic)); }
    bool operator==(const ChosenForms&) const = default;
};

enum class TreeDirection : uint8_t { Fit, Down, Across }; // Fit: down where the view is wide enough

struct ComparedMarks;

struct PictureOptions {
    QSizeF view{1000, 640}; // of stack and heap, that the layout is made for
    TreeDirection tree = TreeDirection::Fit;
    Detail detail = Detail::Objects;
    bool everyObjectAsBox = false;
    bool newestFirst = false;
    bool unfoldRecursion = false;
    double stackLines = 0;    // rows that a view of the stack has room for: a deep one folds to them; 0: any number
    bool narrowStack = false; // for a page as wide as a telephone
    bool facts = true;        // counts and reachability, which need a scan of the heap
    size_t mostBoxes = 3000;
    size_t groupFrom = 200;              // so many like objects are one box; 0: never
    QVector<ObjectId> opened;            // chips to be drawn as boxes
    QVector<ObjectId> hidden;            // boxes to be drawn as chips
    QVector<uint32_t> hiddenTypes;       // all boxes of a type (TypeInfo id)
    QVector<QPair<ObjectId, int>> shown; // how many cells of a long container are shown, where the user asked for more
    ChosenForms forms;
    std::shared_ptr<const ComparedMarks> compared; // what the marks tell instead of what the line just run did
    bool operator==(const PictureOptions&) const = default;
};

// Which place a row shows; none: it is no name and no cell.
std::optional<RefPlace> placeOf(const CardPicture& card, const RowPicture& row);
std::optional<RefPlace> placeOf(const BoxPicture& box, const RowPicture& row);

class ObjectGroups;

// `groups`: what is kept from one step to the next by who shows many of one run; null: nothing is.
Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options, ObjectGroups* groups = nullptr);
// The picture as lines of text, for tests and for screen readers.
QString pictureText(const Picture& picture);

}
