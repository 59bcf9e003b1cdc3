// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/program_names.h"

#include <algorithm>

namespace memtape {

namespace {

class Gatherer {
public:
    explicit Gatherer(const Reading& reading) : m_reading(reading), m_state(reading.state()) {}

    std::vector<ProgramName> gather() {
        for (uint32_t i = 0; i < m_state.frameCount(); i++) {
            FrameView frame = m_state.frame(i);
            addNamespace(frame, i, m_state.thread());
            addSlots(frame, i);
        }
        for (const ThreadView& thread : m_state.otherThreads())
            for (uint32_t i = 0; i < thread.frames.size(); i++) addNamespace(thread.frames[i], i, thread.number);
        return std::move(m_names);
    }

private:
    void addNamespace(const FrameView& frame, uint32_t index, uint32_t thread) {
        if (!frame.ofProgram || !frame.locals || std::find(m_tables.begin(), m_tables.end(), frame.locals) != m_tables.end()) return;
        m_tables.push_back(frame.locals);
        for (const NameEntry& entry : m_reading.names(frame.locals))
            m_names.push_back({std::string(entry.name), entry.value, frame.locals, entry.index, index, thread, frame.code});
    }
    void addSlots(const FrameView& frame, uint32_t index) {
        if (!frame.ofProgram) return;
        for (const SlotView& slot : frame.slots)
            if (ObjectId value = reachedFrom(slot); value && m_reading.isName(slot))
                m_names.push_back({std::string(slot.name), value, {}, slot.index, index, m_state.thread(), frame.code});
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    std::vector<ObjectId> m_tables;
    std::vector<ProgramName> m_names;
};

}

std::vector<ProgramName> namesOf(const Reading& reading) { return Gatherer(reading).gather(); }

std::string entryKey(const Reading& reading, ObjectId table, uint32_t index) {
    ObjectId key = reading.state().cell(table, CellKind::Key, index);
    if (!key) return {};
    return reading.kind(key) == ObjectKind::Text ? std::string(reading.state().object(key).payload) : reading.title(key);
}

std::string callName(const Reading& reading, uint32_t code) { return reading.state().code(code).qualname; }

}
