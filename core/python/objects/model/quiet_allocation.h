// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For types whose size follows from what is in them: while one of these lives an allocation is not recorded. The caller fills in what the
// size depends on and then calls recordAlloc itself.

#include "core/events/recorder.h"

namespace memtape {

class QuietAllocation {
public:
    QuietAllocation() : m_recorder(recorder) { recorder = nullptr; }
    ~QuietAllocation() { recorder = m_recorder; }
    QuietAllocation(const QuietAllocation&) = delete;
    QuietAllocation& operator=(const QuietAllocation&) = delete;

private:
    Recorder* m_recorder;
};

}
