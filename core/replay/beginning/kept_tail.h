// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps of a tape that grows its last steps. What lies before them is played now and then, and the memory at its end put in its place (TapeBeginning), so that
// memory and disk are bounded by the last steps, the program's own heap, and as many chunks again as that takes to be written. Chunks go as a whole: some
// more steps stay than were asked for. Nothing is done while chunks are added, so recording is not slowed down; where it is far ahead all the same it waits
// (Tape::keepLast).
//
// Used by one thread, the one that reads the tape's chunks by number.

#include <cstdint>
#include <memory>

namespace memtape {

class Tape;

class KeptTail {
public:
    KeptTail(std::shared_ptr<Tape> tape, uint64_t steps);
    ~KeptTail() { letGo(); }
    KeptTail(const KeptTail&) = delete;
    KeptTail& operator=(const KeptTail&) = delete;

    // Drops what is old, where that is worth it by now. True: it did.
    bool advance();
    // The tape is complete: drops all that is old.
    void finish();
    // Whoever adds to the tape does not wait for this any more.
    void letGo();

private:
    bool drop(size_t chunks);
    size_t worthwhile() const;

    const std::shared_ptr<Tape> m_tape;
    const uint64_t m_steps;
    bool m_isGivenUp = false; // the memory takes too much to be kept: the tape keeps all
};

}
