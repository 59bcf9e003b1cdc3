// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/child_processes.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <string_view>
#include <thread>

namespace memtape {

namespace {

constexpr int statusOfFailure = 3;
constexpr std::string_view opening = "memtape: ";

std::string contentOf(int file) {
    std::string content;
    char buffer[65536];
    off_t at = 0;
    for (;;) {
        const ssize_t got = pread(file, buffer, sizeof buffer, at);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return content;
        content.append(buffer, size_t(got));
        at += got;
    }
}

class Processes {
public:
    Processes(size_t count, const ProcessWork& work) : m_work(work), m_ends(count) {}

    std::vector<ProcessEnd> run() {
        const size_t most = std::max(1u, std::thread::hardware_concurrency());
        size_t next = 0;
        while (next < m_ends.size() || !m_running.empty()) {
            if (next < m_ends.size() && m_running.size() < most) start(next++);
            else waitForOne();
        }
        return std::move(m_ends);
    }

private:
    struct Child {
        size_t number = 0;
        int said = -1, answer = -1; // files without a name
    };

    void start(size_t number) {
        Child child{number, memfd_create("said", MFD_CLOEXEC), memfd_create("answer", MFD_CLOEXEC)};
        const pid_t parent = getpid();
        const pid_t process = child.said >= 0 && child.answer >= 0 ? fork() : -1;
        if (process == 0) serve(child, parent);
        if (process > 0) {
            m_running[process] = child;
            return;
        }
        const int failed = errno;
        close(child);
        m_ends[number] = {statusOfFailure, std::string(opening) + "no process could be started: " + std::strerror(failed) + "\n", {}};
    }

    [[noreturn]] void serve(const Child& child, pid_t parent) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(statusOfFailure);
        const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
        dup2(nothing, STDIN_FILENO);
        dup2(child.said, STDERR_FILENO);
        const int status = m_work(child.number, child.answer);
        std::fflush(nullptr);
        _exit(status);
    }

    void waitForOne() {
        int status = 0;
        const pid_t process = waitpid(-1, &status, 0);
        const auto found = m_running.find(process);
        if (found == m_running.end()) return;
        const Child child = found->second;
        m_running.erase(found);
        ProcessEnd& end = m_ends[child.number];
        end.said = contentOf(child.said);
        end.answer = contentOf(child.answer);
        close(child);
        if (WIFEXITED(status)) {
            end.status = WEXITSTATUS(status);
            return;
        }
        end.status = 128 + WTERMSIG(status);
        end.said += std::string(opening) + "it was ended by signal " + std::to_string(WTERMSIG(status)) + "\n";
    }

    static void close(const Child& child) {
        for (int file : {child.said, child.answer})
            if (file >= 0) ::close(file);
    }

    const ProcessWork& m_work;
    std::vector<ProcessEnd> m_ends;
    std::map<pid_t, Child> m_running;
};

}

std::vector<ProcessEnd> inProcesses(size_t count, const ProcessWork& work) { return Processes(count, work).run(); }

std::string saidOf(const std::string& said, const std::string& place) {
    std::string out;
    for (std::string_view rest = said; !rest.empty();) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.substr(0, opening.size()) == opening) line.remove_prefix(opening.size());
        out.append(opening).append(place).append(": ").append(line).append("\n");
    }
    return out;
}

}
