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

constexpr std::chrono::seconds tooLong{60}; // it has not stopped

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

}

RunOptions smallRun() {
    RunOptions options;
    options.file = "/nowhere/p.py";
    options.maxHeap = 128u << 20;
    options.maxSteps = 2000;
    options.maxScratch = 1u << 20;
    options.virtualTime = true;
    return options;
}

std::shared_ptr<const Tape> recordProgram(const std::string& text) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    RunOptions options = smallRun();
    options.source = text;
    Session session;
    const Watchdog watchdog(session);
    session.run(options);
    return session.tape();
}

}
