// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/walls/call_filter.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace memtape {

namespace {

enum class Group { Always, Changes, Draws };

struct Call {
    int number;
    Group group;
};
constexpr Call calls[] = {
#define CALL(name, group) {SCMP_SYS(name), Group::group},
#include "core/host/walls/system_calls.def"
#undef CALL
};

// Numbers that a call may have as one of its arguments.
struct Choice {
    int number;
    unsigned argument;
    uint64_t value;
};
constexpr Choice choices[] = {
    {SCMP_SYS(fcntl), 1, F_DUPFD},     {SCMP_SYS(fcntl), 1, F_DUPFD_CLOEXEC}, {SCMP_SYS(fcntl), 1, F_GETFD},
    {SCMP_SYS(fcntl), 1, F_SETFD},     {SCMP_SYS(fcntl), 1, F_GETFL},         {SCMP_SYS(fcntl), 1, F_SETFL},
    {SCMP_SYS(fcntl), 1, F_GETLK},     {SCMP_SYS(fcntl), 1, F_SETLK},         {SCMP_SYS(fcntl), 1, F_SETLKW},
    {SCMP_SYS(fcntl), 1, F_ADD_SEALS}, {SCMP_SYS(fcntl), 1, F_GET_SEALS},     {SCMP_SYS(ioctl), 1, TCGETS}, // isatty()
    {SCMP_SYS(ioctl), 1, TIOCGWINSZ}, // but nothing that types into the terminal
    {SCMP_SYS(ioctl), 1, FIONREAD},    {SCMP_SYS(prctl), 0, PR_SET_NAME},     {SCMP_SYS(prctl), 0, PR_GET_NAME},
#ifdef PR_SET_VMA
    {SCMP_SYS(prctl), 0, PR_SET_VMA}, // the allocator's names for its memory
#endif
};

// LeakSanitizer looks at its process from another one that it makes at the end, and holds it meanwhile.
#if defined(__SANITIZE_ADDRESS__)
constexpr int callsOfSanitizer[] = {SCMP_SYS(clone), SCMP_SYS(ptrace), SCMP_SYS(wait4),    SCMP_SYS(prctl),
                                    SCMP_SYS(kill),  SCMP_SYS(tgkill), SCMP_SYS(getdents), SCMP_SYS(process_vm_readv)};
#else
constexpr int callsOfSanitizer[] = {-1};
#endif

class Filter {
public:
    Filter() : m_context(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
        if (!m_context) m_failed = ENOMEM;
    }
    ~Filter() {
        if (m_context) seccomp_release(m_context);
    }
    template <class... Conditions> void allow(int call, Conditions... conditions) { add(SCMP_ACT_ALLOW, call, conditions...); }
    template <class... Conditions> void add(uint32_t action, int call, Conditions... conditions) {
        if (m_failed) return;
        const scmp_arg_cmp all[] = {conditions..., scmp_arg_cmp{}};
        const int failed = seccomp_rule_add_array(m_context, action, call, sizeof...(conditions), all);
        if (failed && failed != -EDOM) m_failed = -failed; // EDOM: this architecture has no such call
    }
    int load() {
        if (!m_failed) m_failed = -seccomp_load(m_context);
        return m_failed == ECANCELED ? errno : m_failed;
    }

private:
    scmp_filter_ctx m_context;
    int m_failed = 0;
};

scmp_arg_cmp is(unsigned argument, uint64_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
scmp_arg_cmp has(unsigned argument, uint64_t bits) { return {argument, SCMP_CMP_MASKED_EQ, bits, bits}; }

bool isNeeded(Group group, const CallsNeeded& needed) { return group == Group::Always || (group == Group::Changes ? needed.changes : needed.draws); }

}

bool canFilterCalls() {
    uint32_t action = SCMP_ACT_ERRNO(0) & 0xffff0000u;
    constexpr unsigned askForAction = 2;
    return syscall(SYS_seccomp, askForAction, 0, &action) == 0;
}

int filterCalls(const CallsNeeded& needed) {
    Filter filter;
    for (const Call& call : calls)
        if (isNeeded(call.group, needed)) filter.allow(call.number);
    for (const Choice& choice : choices) filter.allow(choice.number, is(choice.argument, choice.value));
    for (int call : callsOfSanitizer)
        if (call >= 0) filter.allow(call);
    const auto self = static_cast<uint64_t>(getpid());
    filter.allow(SCMP_SYS(kill), is(0, self));
    filter.allow(SCMP_SYS(tgkill), is(0, self));
    filter.allow(SCMP_SYS(prlimit64), is(0, 0), is(2, 0)); // its own limits, to be read
    // Threads, but no processes. What the newer call is to do lies in memory, where it cannot be seen; without it the older one is taken.
    filter.allow(SCMP_SYS(clone), has(0, CLONE_THREAD | CLONE_VM));
    filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
    return filter.load();
}

}
