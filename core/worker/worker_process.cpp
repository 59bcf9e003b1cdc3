// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <vector>

#include "core/worker/worker_verb.h"

namespace memtape {

namespace {

constexpr int socketOfWorker = 3;

// Processes that were ended and may take a moment to be gone: a large memory is given back before the status can be taken. Nobody waits for that.
std::mutex goingMutex;
std::vector<pid_t> going;

bool isGone(pid_t process) { return waitpid(process, nullptr, WNOHANG) != 0; }

void takeStatuses() {
    std::lock_guard lock(goingMutex);
    going.erase(std::remove_if(going.begin(), going.end(), isGone), going.end());
}

// What the child is to find: nothing of ours but its socket and the standard output and errors.
int spawn(int socket, pid_t& process) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, socket, socketOfWorker);
    posix_spawn_file_actions_addclosefrom_np(&files, socketOfWorker + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string name = "memtape", verb = workerVerb, number = std::to_string(socketOfWorker);
    char* arguments[] = {name.data(), verb.data(), number.data(), nullptr};
    int failed = posix_spawn(&process, "/proc/self/exe", &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return failed;
}

}

std::unique_ptr<WorkerProcess> WorkerProcess::start() {
    takeStatuses();
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return nullptr;
    pid_t process = 0;
    int failed = spawn(ends[1], process);
    close(ends[1]);
    if (!failed) return std::unique_ptr<WorkerProcess>(new WorkerProcess(process, ends[0]));
    close(ends[0]);
    errno = failed;
    return nullptr;
}

WorkerProcess::WorkerProcess(pid_t process, int socket) : m_process(process), m_channel(std::make_shared<Channel>(socket, WorkerEnd::Window)) {}

WorkerProcess::~WorkerProcess() {
    if (!m_process) return;
    kill();
    {
        std::lock_guard lock(goingMutex);
        going.push_back(m_process);
    }
    takeStatuses();
}

void WorkerProcess::kill() {
    if (m_process) ::kill(m_process, SIGKILL);
}

std::optional<Crash> WorkerProcess::awaitEnd(int milliseconds) {
    if (!m_process) return std::nullopt;
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(m_process, &status, WNOHANG)) == 0) {
        if (milliseconds-- <= 0) return std::nullopt;
        usleep(1000);
    }
    m_process = 0;
    if (ended > 0 && WIFSIGNALED(status)) return Crash{Crash::Cause::Signal, WTERMSIG(status)};
    return Crash{Crash::Cause::Exit, ended > 0 ? WEXITSTATUS(status) : 0};
}

}
