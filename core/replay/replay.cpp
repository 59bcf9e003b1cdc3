// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay.h"

#include <cstring>

#include "core/events/decoder.h"
#include "core/replay/replay_impl.h"

namespace memtape {

namespace {

constexpr uint64_t stepsKept = 1024;    // gone back to without playing again
constexpr uint64_t stepsBefore = 256;   // a checkpoint for a jump lies so far before it at least
constexpr uint64_t stepsAtOnce = 5'000; // learnt while somebody waits
constexpr unsigned waitAtMost = 8;      // ms, for more
constexpr uint64_t farChunks = 4;       // playing on over more than these is not worth it where there may be a checkpoint

}

// ---- moving ----------------------------------------------------------------------------------------------------------

bool Replay::Impl::moveTo(Player& player, uint64_t step, uint64_t kept) {
    uint64_t target = step + 1;
    if (kept && player.back(target)) return true;
    size_t chunk = shared.tape->chunkOfStep(step);
    bool near = player.steps() <= step && chunk <= player.position().chunk + farChunks;
    if (!near) {
        // far and not learnt yet: learning it leaves checkpoints behind, playing on would not
        if (index.steps() <= step && (learning == Learning::InBackground || player.steps() > step)) index.ensure(step + 1);
        index.restoreNearest(player, kept && step > stepsBefore ? step - stepsBefore : step);
    }
    if (kept && target - player.steps() > kept) {
        player.stopLog();
        if (!player.playTo(target - kept)) return false;
        player.startLog(true);
    } else if (kept && !player.isLogging()) {
        player.startLog(false);
    }
    return player.playTo(target);
}

Replay::Replay(std::shared_ptr<const Tape> tape, Learning learning) : m_impl(new Impl(std::move(tape), learning)) {
    m_impl->main.step = firstStep();
    if (stepCount() > firstStep()) seek(firstStep());
}

Replay::~Replay() = default;

uint64_t Replay::firstStep() const { return m_impl->shared.tape->firstStep(); }

uint64_t Replay::stepCount() const { return m_impl->shared.tape->stepCount(); }

uint64_t Replay::stepsInReach() {
    uint64_t known = m_impl->index.steps(), all = stepCount();
    if (known < all) {
        if (all - known <= stepsAtOnce) m_impl->index.ensure(all);
        else if (known == firstStep()) m_impl->index.ensure(all, waitAtMost);
    }
    return m_impl->index.steps();
}

bool Replay::isAllInReach() const { return m_impl->index.isComplete(); }

bool Replay::Impl::Standing::seek(uint64_t to) {
    if (to < replay.shared.tape->firstStep() || to >= replay.shared.tape->stepCount()) return false;
    player.memory().forgetAnswers();
    if (player.steps() == step + 1 && to == step) return true;
    if (!replay.moveTo(player, to, stepsKept)) {
        // damage on the way: back to where it was
        replay.moveToBeginning(player);
        replay.moveTo(player, step, stepsKept);
        return false;
    }
    step = to;
    return true;
}

bool Replay::seek(uint64_t step) { return m_impl->main.seek(step); }

const MemoryState& Replay::state() const { return m_impl->main.player.memory(); }

const Reading& Replay::reading() const { return *m_impl->main.reading; }

uint64_t Replay::currentStep() const { return m_impl->main.step; }

bool Replay::isYield() const { return state().step().kind == StepKind::Return && m_impl->main.player.suspendsNext(); }

Replay::Reader::Reader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Replay::Reader::~Reader() = default;

bool Replay::Reader::seek(uint64_t step) { return m_impl->seek(step); }

const MemoryState& Replay::Reader::state() const { return m_impl->player.memory(); }

const Reading& Replay::Reader::reading() const { return *m_impl->reading; }

uint64_t Replay::Reader::currentStep() const { return m_impl->step; }

std::unique_ptr<Replay::Reader> Replay::reader() { return std::unique_ptr<Reader>(new Reader(std::make_unique<Reader::Impl>(*m_impl))); }

// ---- the whole run at a glance ---------------------------------------------------------------------------------------

namespace {

// All that went to a stream before a step, read off the events without playing them: of chunks in which nothing was printed, off their first
// stream, which has a byte for each. A damaged chunk ends it.
std::string printedBefore(ReplayShared& shared, uint64_t step, OutputStream stream) {
    const Tape& tape = *shared.tape;
    std::string text = tape.beginning() ? shared.beginning.printed(shared, stream) : std::string();
    for (size_t i = 0; i < tape.chunkCount(); i++) {
        const ChunkInfo info = tape.chunkInfo(i);
        if (info.firstStep > step) return text;
        auto chunk = tape.chunk(i);
        if (!chunk) return text;
        const uint8_t code = stream == OutputStream::Stdout ? op::OutputStdout : op::OutputStderr;
        if (!std::memchr(chunk->stream(Stream::Ops), code, chunk->size(Stream::Ops))) continue;
        uint64_t steps = info.firstStep; // that have begun
        Decoder decoder(std::move(chunk));
        Event e;
        while (decoder.next(e)) {
            if (e.kind == EventKind::Step && ++steps > step) return text;
            if (e.kind == EventKind::Output && static_cast<OutputStream>(e.a) == stream) text += e.bytes;
        }
        if (decoder.isDamaged()) return text;
    }
    return text;
}

}

std::string Replay::outputUpTo(uint64_t step, OutputStream stream) {
    if (m_impl->learning == Learning::ForOneStep) return printedBefore(m_impl->shared, step, stream);
    m_impl->index.ensure(step + 1);
    return m_impl->index.outputBefore(step, stream);
}

std::string Replay::outputAt(uint64_t step) {
    m_impl->index.ensure(step + 1);
    return m_impl->index.outputAt(step, nullptr);
}

std::string Replay::outputAt(uint64_t step, OutputStream stream) {
    m_impl->index.ensure(step + 1);
    return m_impl->index.outputAt(step, &stream);
}

std::vector<PrintedText> Replay::printedAt(uint64_t step) {
    m_impl->index.ensure(std::min(step + 1, stepCount()), m_impl->learning == Learning::InBackground ? waitAtMost : 0);
    return m_impl->index.printedAt(step);
}

std::optional<RunEnding> Replay::ending() {
    if (m_impl->learning != Learning::InBackground) m_impl->index.ensure(UINT64_MAX);
    return m_impl->index.ending();
}

std::vector<StepSummary> Replay::summary(uint64_t from, uint64_t to) {
    m_impl->index.ensure(std::min(to, stepCount()), m_impl->learning == Learning::InBackground ? waitAtMost : 0);
    return m_impl->index.summaries(from, to);
}

// ---- navigation ------------------------------------------------------------------------------------------------------

namespace {

// Looks on among what is learnt, learning more as needed.
template <class Test> std::optional<uint64_t> findStep(TapeIndex& index, uint64_t stepCount, uint64_t from, bool backwards, Test&& test) {
    index.ensure(std::min(from + 1, stepCount));
    if (from >= index.steps()) return std::nullopt;
    while (true) {
        uint64_t known = index.steps();
        if (auto found = index.find(from, backwards, test)) return found;
        if (backwards || known >= stepCount || !index.ensure(std::min(stepCount, known + 100000))) {
            if (index.steps() == known || backwards) return std::nullopt;
        }
        from = known - 1;
    }
}

}

std::optional<uint64_t> Replay::stepOver(uint64_t from, bool backwards) {
    m_impl->index.ensure(std::min(from + 1, stepCount()));
    uint32_t depth = m_impl->index.summary(from).depth;
    return findStep(m_impl->index, stepCount(), from, backwards, [=](const StepSummary& s) { return s.depth <= depth; });
}

std::optional<uint64_t> Replay::stepOut(uint64_t from, bool backwards) {
    m_impl->index.ensure(std::min(from + 1, stepCount()));
    uint32_t depth = m_impl->index.summary(from).depth;
    return findStep(m_impl->index, stepCount(), from, backwards, [=](const StepSummary& s) { return s.depth < depth; });
}

std::optional<uint64_t> Replay::nextAtLine(uint64_t from, uint32_t line, uint32_t file, bool backwards, StepKind kind) {
    const Definitions& definitions = m_impl->shared.tape->definitions();
    return findStep(m_impl->index, stepCount(), from, backwards, [&](const StepSummary& s) {
        if (s.kind != kind || s.line != line) return false;
        const CodeInfo* code = definitions.code(s.code);
        return code && code->file == file;
    });
}

}
