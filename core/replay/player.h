// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays a tape's events onto a Memory, and takes the last steps back. Where it stands is a chunk and how many of its events
// have been played; the decoder is made anew after a jump. A new player stands where the tape begins, which is the run's beginning or, where its oldest part
// is gone, the memory that is kept of it.

#include <deque>

#include "core/replay/event_batch.h"
#include "core/replay/memory.h"

namespace memtape {

struct PlayPosition {
    size_t chunk = 0;
    uint32_t events = 0; // of the chunk
};

// A state to start from.
struct Checkpoint {
    PlayPosition position;
    uint64_t steps = 0;
    uint64_t events = 0; // before it, in the run
    std::unique_ptr<Memory::Saved> saved;
};

class Player {
public:
    explicit Player(ReplayShared& shared);

    Memory& memory() { return m_memory; }
    const Memory& memory() const { return m_memory; }
    PlayPosition position() const { return m_position; }
    bool isLogging() const { return m_memory.log().isOn(); }
    uint64_t steps() const { return m_memory.now().steps; } // how many Step events have been played

    // Whether the running frame goes back into its generator when it is left next.
    bool suspendsNext() const;

    void restore(const Checkpoint& from);
    Checkpoint checkpoint();
    // Plays until `steps` Step events have been played; false: the tape has no more events (now).
    bool playTo(uint64_t steps);
    // How many events of the run have been played.
    uint64_t events() const;
    // Plays until that many have been, which may be within a step; false: the tape has no more.
    bool playToEvent(uint64_t events);
    // Plays to the end of the chunk; false: nothing was there to play.
    bool playChunk();
    // The same, and calls atStep() right after each Step.
    template <class AtStep> bool playChunkBySteps(AtStep&& atStep);
    // The same for one who looks on: `watcher.before(event)` is called before each event is played, `watcher.atStep()` right after a Step; false from
    // there: enough, and play stops. It may have to go on with the chunk then.
    template <class Watcher> bool playChunk(Watcher& watcher);

    // Keeps the means to go back from here on, or, where it stands between steps, from the next step on.
    void startLog(bool standsAtStep);
    void stopLog();
    // Goes back to the moment right after the `steps`-th Step event; false: not kept.
    bool back(uint64_t steps);
    bool isDamaged() const { return m_decoder.isDamaged() || m_missing; }
    bool isTooLarge() const { return m_tooLarge; } // the memory takes more than ReplayShared::mostPageBytes: nothing behind is played

private:
    struct Mark {
        size_t logSize;
        PlayPosition position;
        Memory::Now now;
    };
    bool openChunk();
    bool hasRoom(); // false: nothing more is played
    bool nextEvent(Event& event) { return hasRoom() && m_decoder.next(event); }
    // Plays up to that many steps, not beyond the chunk; false: nothing was there to play.
    template <class AtStep> bool playSteps(uint64_t steps, AtStep&& atStep);
    void mark();

    ReplayShared& m_shared;
    Memory m_memory;
    Decoder m_decoder;
    PlayPosition m_position;
    const uint8_t* m_bytesBegin = nullptr;
    bool m_decoding = false; // the decoder stands at m_position
    bool m_missing = false;  // a chunk could not be read, or what it holds is not to be had
    bool m_tooLarge = false;
    EventBatch m_batch;
    std::deque<Mark> m_marks; // one a step, oldest first, while the log is on
};

inline bool Player::hasRoom() {
    if (!m_shared.pagePool.isOver()) [[likely]]
        return true;
    m_tooLarge = m_missing = true;
    return false;
}

template <class AtStep> bool Player::playSteps(uint64_t steps, AtStep&& atStep) {
    bool any = false;
    while (steps && m_batch.read(m_decoder, steps)) {
        m_memory.foresee(m_batch);
        for (const Event& e : m_batch) {
            if (!hasRoom()) [[unlikely]] {
                m_position.events = m_decoder.position() - static_cast<uint32_t>(m_batch.end() - &e);
                return any;
            }
            m_memory.apply(e, m_position.chunk, m_bytesBegin);
            any = true;
            if (e.kind != EventKind::Step) continue;
            steps--;
            atStep();
        }
    }
    m_position.events = m_decoder.position();
    return any;
}

template <class AtStep> bool Player::playChunkBySteps(AtStep&& atStep) {
    if (!m_decoding && (m_decoder.isDamaged() || !openChunk())) return false;
    const bool any = playSteps(UINT64_MAX, atStep);
    m_decoding = false;
    return any;
}

template <class Watcher> bool Player::playChunk(Watcher& watcher) {
    if (!m_decoding && (m_decoder.isDamaged() || !openChunk())) return false;
    Event e;
    bool any = false;
    while (nextEvent(e)) {
        watcher.before(e);
        m_memory.apply(e, m_position.chunk, m_bytesBegin);
        any = true;
        if (e.kind != EventKind::Step || watcher.atStep()) continue;
        m_position.events = m_decoder.position();
        return true;
    }
    m_position.events = m_decoder.position();
    m_decoding = false;
    return any;
}

}
