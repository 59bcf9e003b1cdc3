// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/run_follower.h"

#include <algorithm>
#include <charconv>

#include "core/tape/tape.h"
#include "core/worker/part_wire.h"
#include "core/worker/run_wire.h"

namespace memtape {

namespace {

constexpr int momentToEnd = 500;  // milliseconds: from the end of its socket to the end of a process
constexpr int momentToLeave = 20; // for what nobody asks about

int64_t nanoseconds(std::chrono::steady_clock::time_point time) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

bool isOurVersion(std::string_view text) {
    uint32_t version = 0;
    auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), version);
    return failed == std::errc() && end == text.data() + text.size() && version == workerProtocolVersion;
}

}

RunFollower::RunFollower(std::unique_ptr<WorkerProcess> worker, const RunOptions& options, std::shared_ptr<Tape> tape, Finished finished,
                         Watched watched)
    : m_worker(std::move(worker)),
      m_channel(m_worker->channel()),
      m_options(options),
      m_tape(std::move(tape)),
      m_finished(std::move(finished)),
      m_receiver(m_tape, options.maxTape.value_or(Tape::defaultLimit)),
      m_watched(std::move(watched)),
      m_thread([this] { follow(); }) {}

RunFollower::~RunFollower() {
    m_isLeft = true;
    m_killAt = 0;
    m_channel->wake();
    m_thread.join();
    m_worker.reset(); // who waits to send a line fails
    if (m_asking.joinable()) m_asking.join();
}

void RunFollower::stop(int patience) {
    int64_t killAt = nanoseconds(Clock::now() + std::chrono::milliseconds(patience)), none = INT64_MAX;
    if (!m_isRunning || !m_killAt.compare_exchange_strong(none, killAt)) return;
    m_channel->sendAtOnce(WorkerMessage::Stop); // in vain where it does not listen
    m_channel->wake();
}

bool RunFollower::isPatienceOver() const { return nanoseconds(Clock::now()) >= m_killAt; }

int RunFollower::untilPatienceIsOver() const {
    if (m_killAt == INT64_MAX) return -1;
    constexpr int64_t millisecond = 1'000'000;
    return static_cast<int>(std::max<int64_t>(0, (m_killAt - nanoseconds(Clock::now()) + millisecond - 1) / millisecond));
}

void RunFollower::follow() {
    Channel::Message message;
    bool isOver = false;
    while (!isOver) {
        if (isPatienceOver()) { // also of a worker that never stops talking
            m_worker->kill();
            if (!takeWhatWasSent()) tellStopped();
            break;
        }
        switch (m_channel->receive(message, untilPatienceIsOver())) {
        case Channel::Received::Nothing: break;
        case Channel::Received::Message: {
            Heard heard = hear(message);
            isOver = heard != Heard::More;
            if (heard == Heard::Broken) tellCrashed({Crash::Cause::Misbehaved, 0});
            break;
        }
        case Channel::Received::Bad:
            tellCrashed({Crash::Cause::Misbehaved, 0});
            isOver = true;
            break;
        case Channel::Received::Closed: {
            auto crash = m_worker->awaitEnd(momentToEnd);
            tellCrashed(crash.value_or(Crash{Crash::Cause::Misbehaved, 0}));
            isOver = true;
            break;
        }
        }
    }
    m_isRunning = false;
    if (m_finished && !m_isLeft) m_finished(m_result);
    m_worker->awaitEnd(momentToLeave);
}

RunFollower::Heard RunFollower::hear(const Channel::Message& message) {
    if (message.kind == WorkerMessage::Hello) {
        bool isFirst = !std::exchange(m_saidHello, true);
        return isFirst && isOurVersion(message.text()) ? Heard::More : Heard::Broken;
    }
    if (!m_saidHello) return Heard::Broken;
    auto moreIf = [](bool good) { return good ? Heard::More : Heard::Broken; };
    switch (message.kind) {
    case WorkerMessage::Definitions:
    case WorkerMessage::Chunks:
    case WorkerMessage::OpenChunk: return moreIf(m_receiver.take(message));
    case WorkerMessage::Output: {
        std::string_view text = message.text();
        if (text.empty() || (text[0] != 1 && text[0] != 2)) return Heard::Broken;
        if (m_options.output) m_options.output(text[0], text.data() + 1, text.size() - 1);
        return Heard::More;
    }
    case WorkerMessage::InputWanted: return moreIf(askForLine());
    case WorkerMessage::Parts: {
        std::optional<PartWatch> parts = partsOf(message.text());
        if (!parts || !m_watched) return Heard::Broken;
        m_watched(std::move(*parts));
        return Heard::More;
    }
    case WorkerMessage::Finished: {
        std::optional<RunResult> result = runResultOf(message.text());
        if (!result) return Heard::Broken;
        m_result = std::move(*result);
        m_tape->finish();
        return Heard::Result;
    }
    default: return Heard::Broken;
    }
}

// Whoever gives lines may take as long as a user does; what the worker says is heard meanwhile. False: the line before has not been given yet.
bool RunFollower::askForLine() {
    if (m_lineIsAsked.exchange(true)) return false;
    if (m_asking.joinable()) m_asking.join();
    m_asking =
        std::thread([channel = m_channel, readLine = m_options.readLine, &isLeft = m_isLeft, &isRunning = m_isRunning, &isAsked = m_lineIsAsked] {
            std::optional<std::string> line;
            do line = readLine ? readLine() : std::nullopt;
            while (line && line->empty() && isRunning && !isLeft);
            isAsked = false; // before it is sent: the next may be asked for at once
            if (line) channel->send(WorkerMessage::Line, {*line});
            else channel->send(WorkerMessage::InputEnd);
        });
    return true;
}

// What a worker said before it was ended is kept. Whether it had said how the run ended.
bool RunFollower::takeWhatWasSent() {
    constexpr int mostMessages = 1000;
    Channel::Message message;
    for (int i = 0; i < mostMessages; i++) {
        Channel::Received received = m_channel->receive(message, 0);
        if (received == Channel::Received::Nothing && i == 0) continue; // somebody woke it
        if (received != Channel::Received::Message || message.kind == WorkerMessage::InputWanted) break;
        if (Heard heard = hear(message); heard != Heard::More) return heard == Heard::Result;
    }
    return false;
}

void RunFollower::tellStopped() {
    m_tape->breakOff(EndReason::Stopped, 4);
    m_result = RunResult();
    m_result.end = EndReason::Stopped;
    m_result.exitStatus = 4;
    m_result.steps = m_tape->stepCount();
    m_result.message = stopSentence(EndReason::Stopped, {}, m_options, m_result.steps);
}

void RunFollower::tellCrashed(const Crash& crash) {
    m_worker->kill();
    m_tape->breakOff(EndReason::Crashed, 4);
    m_result = RunResult();
    m_result.end = EndReason::Crashed;
    m_result.exitStatus = 4;
    m_result.crash = crash;
    m_result.steps = m_tape->stepCount();
    m_result.message = stopSentence(EndReason::Crashed, crashText(crash), m_options, m_result.steps);
}

}
