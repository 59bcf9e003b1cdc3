// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sees why each object of the program is released, as a run is played.

#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/events/memory_events.h"
#include "core/replay/observer.h"
#include "core/replay/questions/releases.h"

namespace memtape {

struct ReleaseSeen {
    ReleaseCause cause = ReleaseCause::LineDone;
    uint32_t type = 0; // TypeInfo id
    uint64_t size = 0;
};

// What was let go of and what was released between two steps is put together at the second one: names of a call are told to be gone after the objects
// that they kept, and a holder that is released gives up its parts before.
class ReleaseWatch final : public Observer {
public:
    using Tell = std::function<void(const ReleaseSeen&)>; // at the first step that shows it
    explicit ReleaseWatch(Tell tell) : m_tell(std::move(tell)) {}

    void see(const RawChange& raw, const Memory& memory) override;

private:
    struct Loss {
        ReleaseCause cause = ReleaseCause::LineDone;
        uint32_t holder = 0; // its life
    };
    struct Release {
        uint32_t life, type;
        uint64_t size;
        FreeCause cause;
        bool ofProgram;
    };

    void lost(ObjectId id, ReleaseCause cause, ObjectId holder = {});
    void leaveFrame(uint32_t index, const Memory& memory);
    void released(const RawChange& raw, const Memory& memory);
    void settle();
    ReleaseCause causeOf(const Release& release, const std::unordered_set<uint32_t>& gone) const;

    Tell m_tell;
    // since the last step
    std::unordered_map<uint32_t, Loss> m_lastLost; // by life: how the object lost a reference last
    std::unordered_map<Granule, uint32_t> m_gone;  // where it was, and its life
    std::vector<Release> m_released;
};

// Releases by cause and type, added up.
class ReleaseSum {
public:
    void add(ReleaseCause cause, uint32_t type, uint64_t objects, uint64_t bytes);
    Releases take();

private:
    Releases m_out;
    std::unordered_map<uint32_t, uint64_t> m_types[releaseCauses];
};

}
