// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paths of names, attributes and items that are followed through a run while it is played. Where one leads is worked out when it is asked for, and anew
// only where something that was looked at has changed since, or another frame runs: of `counter.value == 999 and i > 5` the second name costs nothing
// while the first decides.

#include <deque>
#include <vector>

#include "core/replay/find/find_condition.h"

namespace memtape {

class FollowedPaths {
public:
    FollowedPaths(const Memory& memory, const Reading& reading, FrameScope scope) : m_memory(memory), m_reading(reading), m_scope(scope) {}

    size_t add(const FindPath& path); // its place; the same path is followed once. The path is to stay
    bool isEmpty() const { return m_paths.empty(); }
    size_t size() const { return m_paths.size(); }
    const PathFollower& operator[](size_t place) const { return m_paths[place].path; }

    void see(const Event& event); // before it is played
    void enterFrame();            // at a step: the one that runs, where it is another than before
    bool isStale() const { return m_isStale; }
    bool isOfFrame() const { return m_isOfFrame; } // a name is one of the running call's own
    void lookAnew();                               // it is stale no more, if what counts is asked for at once
    PathFollower::Outcome outcome(size_t place);   // where it leads now

private:
    struct Followed {
        PathFollower path;
        WatchedObjects watched;
        PathFollower::Outcome outcome = PathFollower::Outcome::Unknown;
        uint64_t slots = 0;     // that of the running frame that its name is in, by the last six bits
        bool isDirty = true;    // it is to be followed again
        bool isReshaped = true; // since it was, something that was looked at has got other parts, not other values
    };
    void findModule();
    void makeDirty(Followed& followed) { // what was not asked for since it became dirty counted for nothing
        m_isStale |= !followed.isDirty;
        followed.isDirty = true;
    }
    void touch(Granule granule) {
        for (Followed& followed : m_paths)
            if (followed.watched.has(granule)) touch(followed);
    }
    void touch(Followed& followed) {
        makeDirty(followed);
        followed.isReshaped = true;
    }

    const Memory& m_memory;
    const Reading& m_reading;
    FrameScope m_scope;
    std::deque<Followed> m_paths;
    ObjectId m_module, m_own;
    bool m_isStale = true; // one of those that were asked for may lead elsewhere, or names are another call's
    bool m_isOtherFrame = true, m_isOfFrame = false;
};

}
