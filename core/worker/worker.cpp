// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

#include "core/session/confined_run.h"
#include "core/session/language.h"
#include "core/session/part_watch.h"
#include "core/session/session.h"
#include "core/tape/tape.h"
#include "core/worker/channel.h"
#include "core/worker/part_wire.h"
#include "core/worker/run_wire.h"
#include "core/worker/tape_wire.h"

namespace memtape {

namespace {

enum ExitStatus : int { Done = 0, BadCall = 2 };

// What holds for every worker, from its start.
void becomeWorker() {
    prctl(PR_SET_PDEATHSIG, SIGKILL); // beside the socket's end, which it may be too busy to see
    signal(SIGPIPE, SIG_IGN);
    rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // the program's memory is nobody's business
    // Where the machine runs out of memory, it is this process that ends, not the window.
    if (int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC); file >= 0) {
        [[maybe_unused]] ssize_t written = write(file, "800", 3);
        close(file);
    }
}

// A run in this process, between its session and the window.
class Work {
public:
    Work(Channel& channel, RunOptions options, bool wantsOutput, std::optional<PartWatch> watch)
        : m_channel(channel),
          m_options(std::move(options)),
          m_watch(std::move(watch)) {
        m_options.tape = std::make_shared<Tape>(std::string(languageOf(m_options)->tag()), m_options.maxTape.value_or(Tape::defaultLimit));
        m_options.readLine = [this] { return nextLine(); };
        if (wantsOutput)
            m_options.output = [this](int stream, const char* data, size_t size) {
                const char number = static_cast<char>(stream);
                m_channel.send(WorkerMessage::Output, {{&number, 1}, {data, size}});
            };
    }

    // Starts the run, and does as the window says until it is over.
    [[noreturn]] void go() {
        m_sender.emplace(m_options.tape, m_channel);
        if (m_watch) m_session.watchNext(*m_watch);
        m_session.start(m_options, [this](const RunResult& result) {
            m_sender->finish();
            if (m_watch) m_channel.send(WorkerMessage::Parts, {partsBytes(*m_watch)});
            m_channel.send(WorkerMessage::Finished, {runResultBytes(result)});
            _exit(Done);
        });
        Channel::Message message;
        for (;;) {
            switch (m_channel.receive(message, -1)) {
            case Channel::Received::Message: obey(message); break;
            case Channel::Received::Nothing: break;
            case Channel::Received::Closed:
            case Channel::Received::Bad: _exit(Done);
            }
        }
    }

private:
    void obey(const Channel::Message& message) {
        switch (message.kind) {
        case WorkerMessage::Stop: m_session.stop(); break;
        case WorkerMessage::Interrupt: Session::interrupt(); break;
        case WorkerMessage::Line:
        case WorkerMessage::InputEnd: {
            std::lock_guard lock(m_mutex);
            if (message.kind == WorkerMessage::Line) m_line = std::string(message.text());
            else m_inputEnded = true;
            m_wanted = false;
            break;
        }
        default: return; // a second Start
        }
        m_arrived.notify_one();
    }

    // For the program's thread: its next line; empty: none yet.
    std::optional<std::string> nextLine() {
        constexpr auto patience = std::chrono::milliseconds(20);
        std::unique_lock lock(m_mutex);
        if (!m_line && !m_inputEnded && !m_wanted) {
            m_wanted = true;
            lock.unlock();
            m_sender->flush(); // who answers sees what the program printed before
            m_channel.send(WorkerMessage::InputWanted);
            lock.lock();
        }
        m_arrived.wait_for(lock, patience, [this] { return m_line || m_inputEnded; });
        if (m_line) return std::exchange(m_line, std::nullopt);
        return m_inputEnded ? std::nullopt : std::optional<std::string>(std::string());
    }

    Channel& m_channel;
    RunOptions m_options;
    std::optional<PartWatch> m_watch;
    std::optional<TapeSender> m_sender;
    Session m_session;
    std::mutex m_mutex; // over what follows
    std::condition_variable m_arrived;
    std::optional<std::string> m_line;
    bool m_inputEnded = false, m_wanted = false;
};

bool isSocketOfPackets(int descriptor) {
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

}

int runWorker(int socket) {
    if (!isSocketOfPackets(socket)) return BadCall;
    becomeWorker();
    Channel channel(socket, WorkerEnd::Worker);
    const std::string version = std::to_string(workerProtocolVersion);
    if (!channel.send(WorkerMessage::Hello, {version})) return Done;
    Channel::Message message;
    const auto receive = [&] {
        Channel::Received received;
        do received = channel.receive(message, -1);
        while (received == Channel::Received::Nothing);
        return received;
    };
    std::optional<PartWatch> watch;
    Channel::Received received = receive();
    if (received == Channel::Received::Message && message.kind == WorkerMessage::Watch) {
        watch = watchOf(message.text());
        if (!watch) return BadCall;
        received = receive();
    }
    if (received != Channel::Received::Message || message.kind != WorkerMessage::Start) return Done; // the window has closed
    bool wantsOutput = false;
    std::optional<RunOptions> options = runOptionsOf(message.text(), wantsOutput);
    if (!options || !languageOf(*options)) return BadCall;
    // Before a line of the program is read, and while there is one thread.
    if (std::string problem = confineProcess(confinementOf(*options)); !problem.empty()) {
        RunResult refused;
        refused.end = EndReason::CannotRead;
        refused.exitStatus = BadCall;
        refused.message = std::move(problem);
        channel.send(WorkerMessage::Finished, {runResultBytes(refused)});
        return Done;
    }
    Work(channel, std::move(*options), wantsOutput, std::move(watch)).go();
}

}
