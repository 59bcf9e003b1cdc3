// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file of a recording that goes on: OUT.part, beside OUT, which gets each chunk as soon as it is compressed. When all is in it, it takes OUT's place in one
// move. What ends the process meanwhile (kill -9, the power) leaves OUT as it was and OUT.part with all but what was done last; it opens like any tape that was cut off.
//
// Where OUT is no file but a pipe that is open already (/dev/fd/3), the same bytes go into it.

#include <memory>
#include <string>

#include "core/host/walls/output_keeper.h"
#include "core/tape/tape_file.h"

namespace memtape {

class GrowingTape {
public:
    explicit GrowingTape(std::string path) : m_path(std::move(path)) {}
    ~GrowingTape(); // not complete: nothing is left of it
    GrowingTape(const GrowingTape&) = delete;
    GrowingTape& operator=(const GrowingTape&) = delete;

    // Before the walls stand, and while there is one thread. Empty, or one sentence why nothing can be written there; so is the next.
    std::string open();
    // Writes what there is by now. What cannot be written is tried again the next time. Where the tape has lost of its front, the file is written anew; where
    // it loses none (forgets), what is written is had in memory no more.
    void grow(Tape& tape, bool forgets);
    bool canBeginAnew() const { return isBeside(); } // a pipe cannot
    // Writes the rest, and puts the file in its place, where it is lasting.
    std::string complete(const Tape& tape);

private:
    bool isBeside() const { return !m_unfinished.empty(); }
    std::string openBeside();
    std::string problem(int error) const;
    int write();                   // m_piece: 0 or an errno value
    int advance(const Tape& tape); // all pieces that there are
    std::string m_path, m_unfinished;
    OutputKeeper m_keeper;
    std::unique_ptr<TapePieces> m_pieces;
    std::string m_piece; // not written yet
    int m_descriptor = -1;
    off_t m_size = 0; // of what is written and whole
    bool m_isKept = false;
};

}
