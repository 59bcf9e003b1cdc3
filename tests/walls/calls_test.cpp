// SPDX-License-Identifier: GPL-3.0-or-later
// Which system calls a confined process may make.
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "tests/support/catch.h"
#include "tests/walls/behind_walls.h"

using namespace memtape;
using namespace memtape::test;

namespace {

struct RefusedCall {
    const char* name;
    long number;
};
// With arguments that mean nothing: what is refused looks at none.
constexpr RefusedCall refused[] = {
#define CALL(name) {#name, SYS_##name},
    CALL(execve) CALL(execveat) CALL(fork) CALL(vfork) CALL(setsid) CALL(setpgid) CALL(pidfd_open) CALL(pidfd_send_signal) CALL(process_vm_readv)
        CALL(process_vm_writev) CALL(kcmp) CALL(tkill) CALL(rt_sigqueueinfo) CALL(rt_tgsigqueueinfo) CALL(socket) CALL(socketpair) CALL(connect)
            CALL(bind) CALL(listen) CALL(accept) CALL(accept4) CALL(mount) CALL(umount2) CALL(pivot_root) CALL(chroot) CALL(unshare) CALL(setns)
                CALL(open_tree) CALL(move_mount) CALL(fsopen) CALL(fsmount) CALL(io_uring_setup) CALL(io_uring_enter) CALL(io_setup) CALL(bpf)
                    CALL(perf_event_open) CALL(userfaultfd) CALL(keyctl) CALL(add_key) CALL(request_key) CALL(init_module) CALL(finit_module)
                        CALL(delete_module) CALL(kexec_load) CALL(reboot) CALL(swapon) CALL(sethostname) CALL(settimeofday) CALL(clock_settime)
                            CALL(adjtimex) CALL(setuid) CALL(setgid) CALL(setresuid) CALL(setgroups) CALL(capset) CALL(personality) CALL(ptrace)
                                CALL(mknod) CALL(mknodat) CALL(chown) CALL(lchown) CALL(fchown) CALL(setxattr) CALL(fsetxattr) CALL(removexattr)
                                    CALL(name_to_handle_at) CALL(open_by_handle_at) CALL(fanotify_init) CALL(inotify_init1) CALL(quotactl)
                                        CALL(syslog) CALL(acct) CALL(shmget) CALL(shmat) CALL(msgget) CALL(semget) CALL(mq_open) CALL(setpriority)
                                            CALL(sched_setscheduler) CALL(sched_setaffinity) CALL(setrlimit) CALL(setitimer) CALL(timer_create)
                                                CALL(seccomp) CALL(landlock_create_ruleset) CALL(vhangup) CALL(iopl) CALL(ioperm) CALL(modify_ldt)
                                                    CALL(splice) CALL(vmsplice) CALL(tee) CALL(memfd_secret) CALL(remap_file_pages)
                                                        CALL(migrate_pages) CALL(move_pages) CALL(lookup_dcookie)
#undef CALL
};

// LeakSanitizer needs these when the process ends.
bool isForSanitizer([[maybe_unused]] long number) {
#if defined(__SANITIZE_ADDRESS__)
    for (long call : {SYS_ptrace, SYS_process_vm_readv})
        if (number == call) return true;
#endif
    return false;
}

}

TEST_CASE("calls that reach beyond the process are refused", "[walls]") {
    if (!hasCallWall()) return;
    Folders folders;
    const RunOptions options = programIn(folders);
    for (const RefusedCall& call : refused) {
        if (isForSanitizer(call.number)) continue;
        INFO(call.name);
        CHECK(behindWalls(options, [&] { return outcomeOf(syscall(call.number, 0, 0, 0, 0, 0, 0)); }) == EPERM);
    }
}

TEST_CASE("a call of which nobody has heard is refused", "[walls]") {
    if (!hasCallWall()) return;
    Folders folders;
    CHECK(behindWalls(programIn(folders), [] { return outcomeOf(syscall(1000)); }) == EPERM);
}

TEST_CASE("no process is started, and none but this one is signalled", "[walls]") {
    if (!hasCallWall()) return;
    Folders folders;
    const RunOptions options = programIn(folders);
    auto running = [] {
        char name[] = "/bin/true";
        char* words[] = {name, nullptr};
        return outcomeOf(execv(name, words));
    };
    CHECK(behindWalls(options, running) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(system("true") == 0 ? 0 : -1) ? EPERM : 0; }) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(syscall(SYS_tgkill, getppid(), getppid(), 0)); }) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(raise(SIGURG)); }) == 0);
#if !defined(__SANITIZE_ADDRESS__)
    auto starting = [] {
        const pid_t child = fork();
        if (child == 0) _exit(0);
        return outcomeOf(child);
    };
    CHECK(behindWalls(options, starting) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(kill(getppid(), 0)); }) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(kill(-1, 0)); }) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(prctl(PR_SET_DUMPABLE, 1)); }) == EPERM);
#endif
}

TEST_CASE("nothing is typed into the terminal, and nobody is told of what happens in a file", "[walls]") {
    if (!hasCallWall()) return;
    Folders folders;
    const RunOptions options = programIn(folders);
    char letter = 'x';
    CHECK(behindWalls(options, [&] { return outcomeOf(ioctl(0, TIOCSTI, &letter)); }) == EPERM);
    CHECK(behindWalls(options, [] { return outcomeOf(fcntl(0, F_SETOWN, getppid())); }) == EPERM);
}

TEST_CASE("threads, memory and files without a name are had as before", "[walls]") {
    Folders folders;
    const RunOptions options = programIn(folders);
    CHECK(behindWalls(options, [] {
              int done = EAGAIN;
              std::thread([&done] { done = opening("/dev/null", O_RDONLY); }).join();
              return done;
          }) == 0);
    CHECK(behindWalls(options, [] {
              void* memory = mmap(nullptr, size_t{1} << 34, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
              return memory == MAP_FAILED ? errno : outcomeOf(munmap(memory, size_t{1} << 34));
          }) == 0);
    CHECK(behindWalls(options, [] { return outcomeOf(memfd_create("text", MFD_CLOEXEC)); }) == 0);
}

TEST_CASE("a thread of a confined process is confined", "[walls]") {
    if (!hasFileWall() || !hasCallWall()) return;
    Folders folders;
    CHECK(behindWalls(programIn(folders), [] {
              int file = 0, call = 0;
              std::thread([&] {
                  file = opening("/etc/passwd", O_RDONLY);
                  call = outcomeOf(socket(AF_INET, SOCK_STREAM, 0));
              }).join();
              return file == EACCES && call == EPERM ? EACCES : 0;
          }) == EACCES);
}

TEST_CASE("limits: no core file, none that grows for ever, and they stay", "[walls]") {
    Folders folders;
    RunOptions options = programIn(folders);
    options.allowWrite = {folders.at("in")};
    CHECK(behindWalls(options, [&] {
              const int file = open(folders.at("in/large").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
              return file < 0 ? 0 : outcomeOf(pwrite(file, "x", 1, 2'000'000'000));
          }) == EFBIG);
    CHECK(behindWalls(options, [] {
              rlimit core{};
              return getrlimit(RLIMIT_CORE, &core) || core.rlim_max ? EFBIG : 0;
          }) == 0);
    if (!hasCallWall()) return;
    CHECK(behindWalls(options, [] {
              const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
              return outcomeOf(setrlimit(RLIMIT_FSIZE, &more));
          }) == EPERM);
}
