// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What differs between two states, of one run or of two: what came, what went, what is otherwise now. Of one run objects are known by their
// lives. Of two an object is the one that the same line made as its n-th of the type, and lines are paired by their text, so that a program
// may have been edited between the runs.

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "core/replay/questions/heap_graph.h"
#include "core/replay/reading.h"

namespace memtape {

class Tape;

// One of the two that are compared, at the step at which its reading stands.
struct ComparedState {
    const Reading& reading;
    std::shared_ptr<const Tape> tape;
};

struct ComparedPart {
    std::string part; // `.next`, `[0]`, `['key']`, `element`
    ObjectId was, is; // none: there was, there is nothing
    CellKind cell = CellKind::Field;
    uint32_t index = 0; // of the cell, in the state of now; of a part that is not there now: 0
};

struct ChangedObject {
    ObjectId was, is;
    uint64_t sizeWas = 0, sizeIs = 0;
    bool hasOtherValue = false;
    std::vector<ComparedPart> parts; // those that differ
};

struct ComparedName {
    std::string name, function; // function: qualified name of whose it is
    ObjectId was, is;
    // Where it stands now, as in ProgramName; of a name that is not there now: nowhere.
    ObjectId table;
    uint32_t index = 0, frame = 0, thread = 0;
};

struct StateComparison {
    bool ofOneRun = false;
    std::vector<ObjectId> came, went; // objects of the program, in order of birth
    std::vector<ChangedObject> changed;
    std::vector<ComparedName> names;               // that differ
    std::vector<std::string> callsCame, callsWent; // qualified names, outermost first
    uint64_t alike = 0;                            // objects that are in both and do not differ
    bool isStopped = false;                        // the rest means nothing
};

// `stop` is looked at now and then; may be null.
StateComparison compareStates(const ComparedState& a, const ComparedState& b, const std::atomic<bool>* stop = nullptr);

}
