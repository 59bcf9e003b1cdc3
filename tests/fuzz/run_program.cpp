// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/run_program.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "core/languages/languages.h"
#include "core/session/session.h"

namespace memtape::fuzz {

namespace {

constexpr std::chrono::seconds longEnough{4}, tooLong{60}; // a run is stopped; it has not stopped

class Watchdog {
public:
    explicit Watchdog(Session& session) : m_thread([this, &session] { watch(session); }) {}
    ~Watchdog() {
        {
            std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

private:
    void watch(Session& session) {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, longEnough, [this] { return m_over; })) return;
        session.stop();
        if (m_changed.wait_for(lock, tooLong, [this] { return m_over; })) return;
        std::fputs("the run does not stop\n", stderr);
        std::abort();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
    std::thread m_thread;
};

std::shared_ptr<const Tape> runWith(const std::string& text, bool isRecorded) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    RunOptions options;
    options.file = "/nowhere/p.py";
    options.source = text;
    options.maxHeap = 128u << 20;
    options.maxSteps = 2000;
    options.maxScratch = 1u << 20;
    options.record = isRecorded;
    Session session;
    const Watchdog watchdog(session);
    session.run(options);
    return session.tape();
}

}

std::string bytesLiteral(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string literal = "b'";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        literal += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    return literal + "'";
}

void runProgram(const std::string& text) { runWith(text, false); }

std::shared_ptr<const Tape> recordProgram(const std::string& text) { return runWith(text, true); }

}
