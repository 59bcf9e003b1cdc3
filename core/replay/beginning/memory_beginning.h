// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory with which a tape begins whose oldest part is gone: read once, shared by all who play the tape, and what the dropped part printed.

#include <memory>
#include <mutex>
#include <string>

#include "core/events/event_sink.h"

namespace memtape {

class Memory;
struct ReplayShared;

class MemoryBeginning {
public:
    MemoryBeginning();
    ~MemoryBeginning();

    // Puts a memory that is empty where the tape begins. False: that is damaged.
    bool begin(ReplayShared& shared, Memory& memory);
    // What was printed before, or its end where that was much. Reads the beginning where nobody has.
    const std::string& printed(ReplayShared& shared, OutputStream stream);

private:
    struct Read;
    const Read& read(ReplayShared& shared);

    std::mutex m_mutex;
    std::unique_ptr<Read> m_read;
};

// What a TapeBeginning's bytes are: the texts printed before, then the memory.
std::string beginningBytes(Memory& memory, const std::string (&printed)[2]);

}
