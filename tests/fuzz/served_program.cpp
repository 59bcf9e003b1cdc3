// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/served_program.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "core/languages/languages.h"
#include "core/session/session.h"
#include "tests/fuzz/run_program.h"

namespace memtape::fuzz {

namespace {

constexpr std::chrono::seconds tooLong{60}; // it has not stopped
constexpr unsigned inputsOfOneRun = 500;

std::string hexadecimal(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += {digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

std::string indented(const std::string& text) {
    std::string result = "        ";
    for (const char c : text) result += c == '\n' ? std::string("\n        ") : std::string(1, c);
    return result + "\n";
}

class Server {
public:
    Server(const std::string& before, const std::string& withData, Served how) : m_options(smallRun()) {
        m_options.record = how == Served::Recorded;
        m_options.source =
            before + "while True:\n    data = bytes.fromhex(input())\n    try:\n" + indented(withData) + "    except Exception:\n        pass\n";
        m_options.readLine = [this] { return next(); };
    }

    void close() {
        if (m_session) end();
    }

    void give(std::string_view bytes) {
        if (m_served++ == inputsOfOneRun) end();
        std::unique_lock lock(m_mutex);
        if (!m_running) begin();
        m_line = hexadecimal(bytes) + "\n";
        m_asks = false;
        m_changed.notify_all();
        if (m_changed.wait_for(lock, longEnough, [this] { return !m_running || (m_asks && !m_line); })) return;
        m_stopping = true;
        m_session->stop();
        m_changed.notify_all();
        waitForEnd(lock);
    }

private:
    void begin() {
        m_session = std::make_unique<Session>();
        m_running = true;
        m_closing = m_stopping = false;
        m_served = 1;
        m_session->start(m_options, [this](const RunResult&) {
            const std::lock_guard lock(m_mutex);
            m_running = false;
            m_changed.notify_all();
        });
    }

    void end() {
        std::unique_lock lock(m_mutex);
        m_closing = true;
        m_changed.notify_all();
        waitForEnd(lock);
    }

    void waitForEnd(std::unique_lock<std::mutex>& lock) {
        if (m_changed.wait_for(lock, tooLong, [this] { return !m_running; })) return;
        std::fputs("the run does not stop\n", stderr);
        std::abort();
    }

    // On the program's thread, which is nowhere else between two inputs: when the process ends. Nothing: it is to look whether it is to stop.
    std::optional<std::string> next() {
        std::unique_lock lock(m_mutex);
        m_asks = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_line || m_closing || m_stopping; });
        if (m_line) return std::exchange(m_line, std::nullopt);
        return m_closing ? std::nullopt : std::optional<std::string>("");
    }

    RunOptions m_options;
    std::unique_ptr<Session> m_session;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<std::string> m_line; // to be read
    bool m_running = false, m_asks = false, m_closing = false, m_stopping = false;
    unsigned m_served = 0;
};

Server* server = nullptr; // for ever

}

void serve(const std::string& before, const std::string& withData, std::string_view bytes, Served how) {
    [[maybe_unused]] static const bool haveLanguages = (registerLanguages(), true);
    if (!server) server = new Server(before, withData, how);
    server->give(bytes);
}

void endServed() {
    if (server) server->close();
}

}
