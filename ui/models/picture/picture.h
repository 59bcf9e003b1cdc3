// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of one step, as facts: which cards and boxes there are, their rows, what each row refers to, what changed. No
// geometry and no widgets; the scene draws it, the layout looks ahead over many of them, and the tests read it as text.
//
// Nothing in it is a value in a slot: a row refers to an object, which is either a box of the heap (an arrow is drawn) or small or
// shared, and then drawn in place as a chip behind a stub arrow.

#include <QHashFunctions>
#include <QSizeF>
#include <QString>
#include <QVector>
#include <optional>

#include "core/replay/reading.h"
#include "core/replay/replay.h"

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
    QString text; // of the chip
    bool isNone() const { return !id && !isChip; }
};

enum class RowKind : uint8_t {
    Name,   // a variable
    Held,   // what the line at work holds: an iterator, an argument on its way
    Return, // on a return step: the object that is handed back
    Raised, // the error that comes up, or leaves the frame, at this step
    Cell,   // a part of an object
    More,   // "… 9 980 more …": opens in place
    Note,   // words only: "empty"
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

struct BoxPicture {
    ObjectId id;
    ObjectKind kind = ObjectKind::Other;
    uint32_t typeId = 0;
    QString icon, type, address, size;
    QString count, briefCount; // `3 references`, `3`
    QString note;              // why it is marked, below the box
    Mark mark = Mark::None;
    bool unreachable = false;
    bool ghost = false; // released by the line just run
    QVector<RowPicture> rows;
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

    const BoxPicture* findBox(ObjectId id) const;
};

enum class TreeDirection : uint8_t { Fit, Down, Across }; // Fit: down where the view is wide enough

struct PictureOptions {
    QSizeF view{1000, 640}; // of stack and heap, that the layout is made for
    TreeDirection tree = TreeDirection::Fit;
    Detail detail = Detail::Objects;
    bool everyObjectAsBox = false;
    bool newestFirst = false;
    bool unfoldRecursion = false;
    bool facts = true; // counts and reachability, which need a scan of the heap
    size_t mostBoxes = 3000;
    QVector<ObjectId> opened;            // chips to be drawn as boxes
    QVector<ObjectId> hidden;            // boxes to be drawn as chips
    QVector<uint32_t> hiddenTypes;       // all boxes of a type (TypeInfo id)
    QVector<QPair<ObjectId, int>> shown; // how many cells of a long container are shown, where the user asked for more
    bool operator==(const PictureOptions&) const = default;
};

// Which place a row shows; none: it is no name and no cell.
std::optional<RefPlace> placeOf(const CardPicture& card, const RowPicture& row);
std::optional<RefPlace> placeOf(const BoxPicture& box, const RowPicture& row);

Picture buildPicture(Run& run, uint64_t step, const PictureOptions& options);
// The picture as lines of text, for tests and for screen readers.
QString pictureText(const Picture& picture);

}
