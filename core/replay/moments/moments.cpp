// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/moments/moments.h"

#include <optional>

#include "core/replay/player.h"
#include "core/replay/reading.h"
#include "core/tape/tape.h"

namespace memtape {

struct Moments::Impl {
    explicit Impl(std::shared_ptr<const Tape> tape)
        : shared(std::move(tape)),
          player(shared),
          reading(readingFor(shared.tape->language(), player.memory())),
          start(player.checkpoint()) {}

    ReplayShared shared;
    Player player;
    std::unique_ptr<Reading> reading;
    Checkpoint start;                // of the run
    std::optional<Checkpoint> first; // the step that was asked for first
};

Moments::Moments(std::shared_ptr<const Tape> tape) : m_impl(std::make_unique<Impl>(std::move(tape))) {}

Moments::~Moments() = default;

bool Moments::goTo(uint64_t step, uint64_t event) {
    Player& player = m_impl->player;
    player.memory().forgetAnswers();
    const Tape& tape = *m_impl->shared.tape;
    if (step < tape.firstStep() || step >= tape.stepCount()) return false;
    std::optional<Checkpoint>& first = m_impl->first;
    if (first && step + 1 < first->steps) first.reset(); // earlier than any before
    if (player.steps() > step + 1 || (player.steps() == step + 1 && player.events() > event)) player.restore(first ? *first : m_impl->start);
    if (!player.playTo(step + 1)) return false;
    if (!first) first = player.checkpoint();
    return player.events() >= event || player.playToEvent(event);
}

const MemoryState& Moments::state() const { return m_impl->player.memory(); }

const Reading& Moments::reading() const { return *m_impl->reading; }

}
