// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paths of names, attributes and items that are followed through a run while it is played: where they lead is worked out anew only where something
// that was looked at has changed since, or another frame runs.

#include <deque>
#include <vector>

#include "core/replay/find/find_condition.h"

namespace memtape {

class FollowedPaths {
public:
    FollowedPaths(const Memory& memory, const Reading& reading, FrameScope scope) : m_memory(memory), m_reading(reading), m_scope(scope) {}

    size_t add(const FindPath& path); // its place; the same path is followed once. The path is to stay
    bool isEmpty() const { return m_paths.empty(); }
    const std::deque<PathFollower>& all() const { return m_paths; }
    const PathFollower& operator[](size_t place) const { return m_paths[place]; }

    void see(const Event& event); // before it is played
    void enterFrame();            // at a step: the one that runs, where it is another than before
    bool isDirty() const { return m_isDirty; }
    bool isOfFrame() const { return m_isOfFrame; } // a name is one of the running call's own
    void follow();                                 // where they lead now
    PathFollower::Outcome outcome(size_t place) const { return m_outcomes[place]; }

private:
    void findModule();
    void touch(bool isWatched) {
        m_isDirty |= isWatched;
        m_isReshaped |= isWatched;
    }

    const Memory& m_memory;
    const Reading& m_reading;
    FrameScope m_scope;
    std::deque<PathFollower> m_paths;
    std::vector<PathFollower::Outcome> m_outcomes;
    WatchedObjects m_watched;
    uint64_t m_slots = 0; // those of the running frame that names are in, by their last six bits
    ObjectId m_module, m_own;
    bool m_isReshaped = true; // since they were followed something that was looked at has got other parts, not other values
    bool m_isDirty = true, m_isOtherFrame = true, m_isOfFrame = false;
};

}
