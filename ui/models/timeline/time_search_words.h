// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A search over the run in words.

#include <QCoreApplication>
#include <QString>

namespace memtape {

class TimeSearch;

class TimeSearchWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::TimeSearchWords)

public:
    static QString problem(const TimeSearch& search);               // why the text is no expression; empty: it is one
    static QString status(const TimeSearch& search, uint64_t step); // how much there is, and which of it is at the step; empty: nothing is looked for
    static QString remark(const TimeSearch& search);                // what else is to be known of it, for a tip; mostly empty
};

}
