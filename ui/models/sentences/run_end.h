// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a run ended, and the words for it: an error that nobody caught, the program's own wish, somebody's stop, a limit.

#include <QCoreApplication>
#include <QString>
#include <cstdint>
#include <optional>

#include "core/events/end_reason.h"

namespace memtape {

class Run;

struct RunEnd {
    enum class Kind : uint8_t {
        Finished,    // its last line was run
        Error,       // it was left by an error
        Exit,        // it ended itself
        Interrupted, // its user wanted it to end
        CutShort,    // Memtape ended it, for `reason`
    } kind = Kind::Finished;
    EndReason reason = EndReason::Exit;
    int exitStatus = 0;
    QString error;         // its type
    QString report;        // the line in which the language tells the error
    uint64_t raisedAt = 0; // the step that raised it
};

// None: the run is not whole, or was cut off.
std::optional<RunEnd> endOf(Run& run);

class RunEndText {
    Q_DECLARE_TR_FUNCTIONS(memtape::RunEndText)

public:
    static QString head(const RunEnd& end);     // the report, or the error's type; empty: there is none
    static QString sentence(const RunEnd& end); // empty: nothing is to be said
    static QString brief(const RunEnd& end);    // beside the program's name; empty likewise
};

}
