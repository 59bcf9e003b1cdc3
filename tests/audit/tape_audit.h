// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What has to hold of any tape, asked of one: the state of a step is the same whichever way it is reached; a saved tape loads to the same
// states; a cut or damaged file is refused with a sentence or opens up to the damage. And of two tapes of the same program: that
// they have the same events, byte for byte.

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace memtape {

class Tape;

class TapeAudit {
public:
    TapeAudit(std::shared_ptr<const Tape> tape, uint64_t seed);

    // Each gives what is wrong, as sentences.
    std::vector<std::string> waysToAStep();
    std::vector<std::string> savedAndLoaded();
    std::vector<std::string> damaged(unsigned times);

private:
    std::shared_ptr<const Tape> m_tape;
    std::mt19937_64 m_random;
    std::vector<uint64_t> m_steps;        // some steps of the tape, rising
    std::vector<uint64_t> m_fingerprints; // of the states there, as found by playing on from the beginning
};

// Where the events of two tapes begin to differ, as a sentence; empty: nowhere.
std::string firstDifference(const Tape& a, const Tape& b);

}
