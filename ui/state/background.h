// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Work beside the window, in one thread: what is asked last counts. A job runs there, and hands back what shows its result, which runs in the
// window's thread, unless something else has been asked meanwhile.

#include <QObject>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace memtape {

class Background : public QObject {
    Q_OBJECT
public:
    using Show = std::function<void()>;                               // may be empty
    using Job = std::function<Show(const std::atomic<bool>& isOver)>; // isOver: nobody wants the result any more

    explicit Background(QObject* parent = nullptr) : QObject(parent) {}
    ~Background() override; // waits for the job at work

    void start(Job job); // what was asked before is over
    void stop();
    // Waits for a result, and shows it before it returns; false: it was not there in time, and will be shown later. Of work that takes about as long as to
    // paint: so that one picture need not be painted twice.
    bool await(std::chrono::milliseconds atMost);
    bool isBusy() const { return m_isBusy; } // a result is still to be shown

private:
    struct Asked {
        Job job;
        std::shared_ptr<std::atomic<bool>> isOver;
    };
    struct Done {
        Show show;
        std::shared_ptr<std::atomic<bool>> isOver;
    };
    void work();

    std::mutex m_mutex; // of what follows
    std::condition_variable m_arrived, m_isDone;
    Asked m_next; // without a job: nothing is to do
    Done m_done;  // what was worked out last
    bool m_isEnding = false;

    std::shared_ptr<std::atomic<bool>> m_current; // of what was asked last; the window's own
    bool m_isBusy = false;
    std::thread m_thread; // begins with the first job
};

}
