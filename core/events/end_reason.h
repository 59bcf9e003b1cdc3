// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a run is over: what the interpreter decides, the tape keeps, the session reports, and the window and the command line tell.

#include <cstdint>

namespace memtape {

// The numbers are those on the tape. CannotRead leaves none: no run began.
enum class EndReason : uint8_t {
    Exit,          // the program's own end: its last line, an exception, sys.exit()
    StepLimit,     // as many steps as were to be recorded
    Stopped,       // somebody asked for it
    TapeFull,      // the tape has no more room
    HeapLimit,     // the program wanted more memory than it may have
    SyntaxProblem, // the text is no program
    Deadlock,      // its threads wait for one another
    Crashed,       // the process in which it ran is gone
    OutputLimit,   // it printed as much as was to be recorded
    CannotRead,    // nor is the file
};

// Memtape ended the run, not the program: what was recorded until then is kept.
constexpr bool wasCutShort(EndReason reason) {
    return reason == EndReason::StepLimit || reason == EndReason::Stopped || reason == EndReason::TapeFull || reason == EndReason::HeapLimit ||
           reason == EndReason::Deadlock || reason == EndReason::Crashed || reason == EndReason::OutputLimit;
}

}
