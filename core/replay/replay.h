// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Moves a MemoryState over a tape: to any step, forwards and backwards. Single steps and near jumps play events (building undo as
// they go); far ones start from a checkpoint. The state is the same whichever way a step was reached.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/replay/memory_state.h"

namespace memtape {

class Reading;
class Tape;

// What lay between a step and the one before it, in order, for "what happened" and for change marks.
struct Change {
    EventKind kind;
    ObjectId object, value, previous; // the object; what it refers to now; what it referred to before
    CellKind cell = CellKind::Field;
    uint32_t index = 0; // cell or slot
    uint32_t frame = 0; // index of the frame from the outermost (slots)
    FreeCause cause = FreeCause::Count;
    std::string name;                   // slot, field or attribute name; in a history, a dict's key too; output text
    uint32_t type = 0;                  // Alloc, Free: of the object
    uint64_t step = 0;                  // the first step that shows it
    std::optional<PointerView> pointer; // PointerSet, PointerCopy: where the reference goes from now on; none: nowhere
    OutputStream stream = OutputStream::Stdout;
    HolderKind holder = HolderKind::Stack; // HoldSet, HoldClear
};

// The life of an object over the run.
struct Life {
    ObjectId id;
    uint64_t madeAt = 0, releasedAt = UINT64_MAX; // the first step at which it is there, and the first at which it is gone
    uint32_t madeAtLine = 0;
    uint32_t type = 0;
};

// A place that refers to an object: a variable of a frame, or a cell of an object.
struct RefPlace {
    ObjectId owner; // of the cell; none: a variable
    CellKind cell = CellKind::Field;
    uint32_t index = 0; // cell, or slot of the frame
    uint32_t frame = 0; // variables: index of the frame from the outermost
    bool operator==(const RefPlace&) const = default;
};

// The whole run at a glance, one entry a step, for the timeline; grows while the run is being recorded.
struct StepSummary {
    StepKind kind;
    uint32_t line, code, depth;
    uint64_t heapBytes;
    bool made, released, output, collected;
    bool hasResult = false; // as StepInfo has it
};

// What was printed at once to one of the streams.
struct PrintedText {
    OutputStream stream;
    std::string text;
};

// How the run ended.
struct RunEnding {
    EndReason reason;
    int exitStatus;
};

// Not for two threads at once; what it needs to learn of the whole tape (summaries, checkpoints) it learns on a thread of its own.
class Replay {
public:
    // WhenAsked: for one who goes through the tape once. ForOneStep: for one who looks at a single step of it, or its neighbours: the output is read off
    // the events, without learning the tape.
    enum class Learning { InBackground, WhenAsked, ForOneStep };
    explicit Replay(std::shared_ptr<const Tape> tape, Learning learning = Learning::InBackground);
    ~Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    uint64_t
    firstStep() const; // 0, but where the tape's oldest part is gone: the first that can be gone to. Steps are counted from the run's beginning
    uint64_t stepCount() const; // of the run, committed so far
    // Those that can be gone to without waiting: what has been learnt, and what is quickly done so. For who may not stand still while
    // a long run is recorded.
    uint64_t stepsInReach();
    bool isAllInReach() const; // and no more will come
    bool seek(uint64_t step);  // false: beyond the end, or before the beginning; the state stays
    const MemoryState& state() const;
    const Reading& reading() const; // of the state, in the language of the tape
    uint64_t currentStep() const;
    // A place of its own to look from: it moves apart from the replay's and from other readers, over the same tape and by what has been
    // learnt of it once. Each may be used from a thread of its own. Costs the pages of memory in which its step differs from the checkpoint before it. The replay must outlive it.
    class Reader {
    public:
        ~Reader();
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        bool seek(uint64_t step); // false: beyond the end; the state stays
        const MemoryState& state() const;
        const Reading& reading() const;
        uint64_t currentStep() const; // 0 before the first seek

    private:
        friend class Replay;
        struct Impl;
        explicit Reader(std::unique_ptr<Impl> impl);
        std::unique_ptr<Impl> m_impl;
    };
    std::unique_ptr<Reader> reader();
    // Whether the current step is a return that only suspends the frame: a generator yields, a coroutine waits.
    bool isYield() const;

    std::vector<Change> changesBefore(uint64_t step);           // between step − 1 and step
    std::string outputUpTo(uint64_t step, OutputStream stream); // all that was printed before the step
    std::string outputAt(uint64_t step);                        // what the line before the step printed, both streams in order
    std::string outputAt(uint64_t step, OutputStream stream);
    // The same, piece by piece. At stepCount(): what was printed after the last step, a traceback for instance.
    std::vector<PrintedText> printedAt(uint64_t step);
    std::optional<RunEnding> ending(); // none: more is to come or to be learnt, or the tape was cut off
    // Steps from…to−1. A long tape is learnt in the background: then those that are known by now (after a few ms at most); ask again for the rest.
    std::vector<StepSummary> summary(uint64_t from, uint64_t to);
    // Navigation, all as debuggers define them; nullopt: no such step.
    std::optional<uint64_t> stepOver(uint64_t from, bool backwards);
    std::optional<uint64_t> stepOut(uint64_t from, bool backwards);
    std::optional<uint64_t> nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards, StepKind kind = StepKind::Line);
    // Over the whole run.
    std::vector<Life> lives();                // of the program's objects, in order of birth
    std::vector<Change> history(ObjectId id); // what happened to an object, from its birth to its end, and the collections (index: generation)
    // The nearest step after `from`, or before it, that shows the place bound anew or cleared by what ran just before; none when the frame
    // or the object that has the place at `from` is gone first. A dict's value is followed by its key.
    std::optional<uint64_t> nextChangeOf(const RefPlace& place, uint64_t from, bool backwards);
    struct EdgeLife {
        ObjectId from, to;
        CellKind cell;
        uint32_t index;
        uint64_t begin, end;
    };
    // References between the program's objects with their lives, without the weak ones.
    std::vector<EdgeLife> edgeLives(size_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
