// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/beginning/memory_beginning.h"

#include <optional>
#include <string_view>

#include "core/replay/beginning/memory_image.h"
#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

struct MemoryBeginning::Read {
    std::unique_ptr<Memory::Saved> saved; // null: damaged
    std::string printed[2];
};

MemoryBeginning::MemoryBeginning() = default;
MemoryBeginning::~MemoryBeginning() = default;

const MemoryBeginning::Read& MemoryBeginning::read(ReplayShared& shared) {
    std::lock_guard lock(m_mutex);
    if (m_read) return *m_read;
    m_read = std::make_unique<Read>();
    const std::shared_ptr<const TapeBeginning> beginning = shared.tape->beginning();
    const std::optional<std::string> bytes = unpackMemory(*beginning);
    if (!bytes) return *m_read;
    ImageReader in(*bytes);
    for (std::string& text : m_read->printed) text = in.text();
    Memory memory(shared);
    if (in.isGood() && memory.readImage(in.rest()) && memory.now().steps == beginning->steps && memory.now().lives == beginning->lives)
        m_read->saved = memory.save();
    return *m_read;
}

bool MemoryBeginning::begin(ReplayShared& shared, Memory& memory) {
    const Read& there = read(shared);
    if (there.saved) memory.restore(*there.saved);
    return there.saved != nullptr;
}

const std::string& MemoryBeginning::printed(ReplayShared& shared, OutputStream stream) { return read(shared).printed[static_cast<unsigned>(stream)]; }

std::string beginningBytes(Memory& memory, const std::string (&printed)[2]) {
    std::string bytes;
    ImageWriter out(bytes);
    for (const std::string& text : printed) out.text(text);
    bytes += memory.image();
    return bytes;
}

}
