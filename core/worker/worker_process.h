// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A worker as the window has it: the process, and its end of the socket.

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>

#include "core/session/runner.h"
#include "core/worker/channel.h"

namespace memtape {

class WorkerProcess {
public:
    // This executable again, with the hidden verb; null and errno: no process can be had. The worker ends with the thread that calls this, if not before.
    static std::unique_ptr<WorkerProcess> start();
    ~WorkerProcess(); // ends it

    // Shared with whoever sends lines of the input.
    const std::shared_ptr<Channel>& channel() const { return m_channel; }
    void kill();
    // How it ended, when it has been killed or its end of the socket is closed. None: it has not within so many milliseconds.
    std::optional<Crash> awaitEnd(int milliseconds);

private:
    WorkerProcess(pid_t process, int socket);

    pid_t m_process; // 0: ended, and its status taken
    std::shared_ptr<Channel> m_channel;
};

}
