// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/background.h"

namespace memtape {

Background::~Background() {
    stop();
    {
        std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_arrived.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

void Background::start(Job job) {
    stop();
    m_current = std::make_shared<std::atomic<bool>>(false);
    m_isBusy = true;
    {
        std::lock_guard lock(m_mutex);
        m_next = {std::move(job), m_current};
    }
    if (m_thread.joinable()) m_arrived.notify_one();
    else m_thread = std::thread([this] { work(); });
}

void Background::stop() {
    if (m_current) m_current->store(true);
    m_current.reset();
    m_isBusy = false;
    std::lock_guard lock(m_mutex);
    m_next = {};
}

void Background::work() {
    while (true) {
        Asked asked;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return m_isEnding || m_next.job; });
            if (m_isEnding) return;
            std::swap(asked, m_next);
        }
        Show result = asked.job(*asked.isOver);
        if (asked.isOver->load()) continue;
        {
            std::lock_guard lock(m_mutex);
            m_done = {std::move(result), asked.isOver};
        }
        m_isDone.notify_one();
        QMetaObject::invokeMethod(
            this, [this] { await({}); }, Qt::QueuedConnection);
    }
}

bool Background::await(std::chrono::milliseconds atMost) {
    if (!m_isBusy) return true;
    Done done;
    {
        std::unique_lock lock(m_mutex);
        if (!m_isDone.wait_for(lock, atMost, [this] { return m_done.isOver == m_current; })) return false;
        std::swap(done, m_done);
    }
    m_current.reset();
    m_isBusy = false;
    if (done.show) done.show();
    return true;
}

}
