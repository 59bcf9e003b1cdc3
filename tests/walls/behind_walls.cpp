// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/behind_walls.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "core/host/walls/call_filter.h"
#include "core/host/walls/landlock.h"
#include "core/session/confined_run.h"
#include "tests/support/catch.h"
#include "tests/walls/raw_language.h"

namespace memtape::test {

int behindWalls(const RunOptions& options, std::function<int()> attempt) {
    setRawProgram(std::move(attempt));
    const pid_t confined = fork();
    REQUIRE(confined >= 0);
    if (confined == 0) {
        constexpr int noWalls = 255;
        if (!confineProcess(confinementOf(options)).empty()) _exit(noWalls);
        Session session;
        _exit(session.run(options).exitStatus);
    }
    int status = 0;
    REQUIRE(waitpid(confined, &status, 0) == confined);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

RunOptions programIn(const Folders& folders) {
    RunOptions options;
    options.file = folders.at("in/p.raw");
    options.language = "raw";
    options.source = "";
    options.record = false;
    return options;
}

int outcomeOf(long result) { return result < 0 ? errno : 0; }
int opening(const std::string& path, int flags) { return outcomeOf(open(path.c_str(), flags | O_CLOEXEC | O_NONBLOCK, 0600)); }

bool hasFileWall() {
    if (landlockVersion()) return true;
    WARN("this kernel has no Landlock: that files are refused is not tested here");
    return false;
}

bool hasCallWall() {
    if (canFilterCalls()) return true;
    WARN("this kernel has no seccomp: that calls are refused is not tested here");
    return false;
}

}
