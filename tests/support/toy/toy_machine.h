// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads and runs a program of the toy language, and tells the recorder what it does to memory.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/recorder.h"
#include "core/session/language.h"

namespace memtape::test {

struct ToyStatement {
    uint32_t line = 0;
    std::vector<std::string> words;
};

struct ToyRoutine {
    std::string name;
    uint32_t line = 0;
    std::vector<ToyStatement> statements;
    std::vector<std::string> slots;
};

class ToyProgram {
public:
    // What is wrong with the text, or nothing.
    std::optional<SyntaxProblem> parse(std::string_view text, const std::string& file);
    const std::vector<ToyRoutine>& routines() const { return m_routines; }
    size_t routine(std::string_view name) const; // SIZE_MAX: no such routine

private:
    std::vector<ToyRoutine> m_routines;
};

class ToyMachine {
public:
    ToyMachine(const ToyProgram& program, Recorder* pen) : m_program(program), m_pen(pen) {}
    void begin(const RunRequest& run); // up to the first step
    bool step();                       // one statement, or the end of a routine; false: the program is over
    uint64_t steps() const { return m_steps; }
    uint64_t heapBytes() const { return m_heapBytes; }
    uint64_t peakHeapBytes() const { return m_peakHeapBytes; }

private:
    // Where a name points, as the machine itself sees it: a block's byte; all else is nothing to it.
    struct Pointer {
        Granule block = 0;
        uint32_t offset = 0;
    };
    struct Frame {
        const ToyRoutine* routine;
        size_t next = 0; // statement
        std::vector<Pointer> slots;
    };
    static constexpr uint32_t word = 8;

    void push(size_t routine);
    void tell(StepKind kind, uint32_t line);
    void execute(const ToyStatement& s);
    void give(const std::string& name);
    MemoryPlace place(const std::string& name) const; // of a slot
    Pointer& slot(const std::string& name);
    Granule newBlock(uint32_t size);

    const ToyProgram& m_program;
    Recorder* m_pen;
    std::vector<Frame> m_frames;
    std::map<Granule, uint32_t> m_blocks;             // their sizes
    std::map<uint32_t, std::vector<Granule>> m_given; // by size: the last given back is the first given out
    Granule m_next = 0x100;
    uint64_t m_steps = 0, m_heapBytes = 0, m_peakHeapBytes = 0;
};

}
