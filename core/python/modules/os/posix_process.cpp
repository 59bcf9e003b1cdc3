// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include "core/host/clock.h"
#include "core/host/handles.h"
#include "core/host/scratch.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/modules/threads/signals.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

// The process, its user and the machine: the same ones in every run, as far as a program sees them.

namespace memtape::posix {

namespace {

constexpr int parentNumber = 1;

Type *unameResult, *timesResult, *terminalSize, *waitidResult, *schedParam;
RuntimeCache typesCache([] { unameResult = timesResult = terminalSize = waitidResult = schedParam = nullptr; });

const StructSequenceField unameFields[] = {{"sysname"}, {"nodename"}, {"release"}, {"version"}, {"machine"}, {}};
const StructSequenceField timesFields[] = {{"user"}, {"system"}, {"children_user"}, {"children_system"}, {"elapsed"}, {}};
const StructSequenceField terminalFields[] = {{"columns"}, {"lines"}, {}};
const StructSequenceField waitidFields[] = {{"si_pid"}, {"si_uid"}, {"si_signo"}, {"si_status"}, {"si_code"}, {}};
const StructSequenceField schedFields[] = {{"sched_priority"}, {}};

const struct {
    StructSequenceDef definition;
    Type** type;
} sequenceTypes[] = {
    {{"posix.uname_result", nullptr, unameFields, 5}, &unameResult},
    {{"posix.times_result", nullptr, timesFields, 5}, &timesResult},
    {{"os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", terminalFields, 2}, &terminalSize},
    {{"posix.waitid_result", nullptr, waitidFields, 5}, &waitidResult},
    {{"posix.sched_param", nullptr, schedFields, 1}, &schedParam},
};

Owned getpid(Object*) { return newInt(processNumber); }
Owned getppid(Object*) { return newInt(parentNumber); }
Owned getpgid(Object*, Object*) { return newInt(processNumber); }
Owned userOf(Object*) { return newInt(programUser); }
Owned userTwice(Object*) {
    Held<> user(newInt(programUser));
    return packTuple(user.get(), user.get(), user.get());
}
Owned groupList(Object*) {
    Ref<ListObject> list(newList(0));
    Ref<> user(newInt(programUser));
    return list && user && listAppend(list, user) ? list.release() : nullptr;
}
Owned groupListOf(Object* self, Args) { return groupList(self); }
Owned getlogin(Object*) { return newStr("user"); }
Owned cpuCount(Object*) { return newInt(1); }
Owned zero(Object*, Args) { return newInt(0); }
Owned nice(Object*, Object* by) {
    int number;
    return intArgument(by, &number) ? newInt(0) : nullptr;
}
Owned none(Object*) { return newNone(); }
Owned noneOf(Object*, Args) { return newNone(); }

Owned affinity(Object*, Object*) {
    Ref<> set(call(types::Set));
    Ref<> first(newInt(0));
    return set && first && setAdd(set, first) ? set.release() : nullptr;
}

Owned loadAverage(Object*) {
    Held<> load(newFloat(0));
    return packTuple(load.get(), load.get(), load.get());
}

Owned uname(Object*) {
    Object* values[] = {newStr("Linux").pointer, newStr("memtape").pointer, newStr("6.1.0").pointer, newStr("#1 Memtape").pointer,
                        newStr("x86_64").pointer};
    return newStructSequence(unameResult, values);
}

Owned times(Object*) {
    auto seconds = [](int64_t ns) { return newFloat(static_cast<double>(ns / 10'000'000) / 100).pointer; };
    Object* values[] = {seconds(hostProcessNs()), newFloat(0).pointer, newFloat(0).pointer, newFloat(0).pointer, seconds(hostMonotonicNs())};
    return newStructSequence(timesResult, values);
}

Owned getTerminalSize(Object*, Args args) {
    int handle = 1;
    FileStatus status;
    if (args.count && !intArgument(args[0], &handle)) return nullptr;
    int failed = hostHandleStatus(handle, status);
    return raiseOsError(failed ? failed : ENOTTY);
}

Owned urandom(Object*, Object* value) {
    ssize size;
    if (!sizeArgument(value, &size)) return nullptr;
    if (size < 0) return raise(exc::ValueError, "negative argument not allowed");
    if (size > ssize{1} << 30) return raiseMemoryError();
    std::string bytes(static_cast<size_t>(size), 0);
    hostRandomBytes(bytes.data(), bytes.size());
    return newBytes(bytes);
}
Owned getrandom(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    ssize size;
    if (!parseArgs("getrandom", args, "size | flags", out) || !sizeArgument(out[0], &size)) return nullptr;
    return size < 0 ? Owned(raiseOsError(EINVAL)) : urandom(nullptr, out[0]);
}

// Ends the program at once, as far as that is possible within the process: by an exit that nothing is to catch.
Owned exitWith(int64_t status) {
    Ref<> number(newInt(status));
    Ref<> error(number ? call(exc::SystemExit, number.get()) : Owned(nullptr));
    return error ? Owned(raiseInstance(error)) : Owned(nullptr);
}
Owned exit(Object*, Args args) {
    Object* out[1] = {nullptr};
    int status;
    return parseArgs("_exit", args, "status", out) && intArgument(out[0], &status) ? exitWith(status) : nullptr;
}
Owned abort(Object*) { return exitWith(134); }

Owned kill(Object*, Args args) {
    int process, signal;
    if (!intArgument(args[0], &process) || !intArgument(args[1], &signal)) return nullptr;
    bool isOwn = process == processNumber || process == 0;
    if (signal == 0) return isOwn ? newNone() : Owned(raiseOsError(ESRCH));
    if (isOwn && (signal < 0 || signal >= signalCount)) return raiseOsError(EINVAL);
    if (isOwn) {
        sendSignal(signal); // its handler runs before the program goes on
        return isMainThread() && !handleBreaker() ? Owned(nullptr) : newNone();
    }
    return raiseRefusal(EPERM, "Memtape sends no signals to processes");
}

Owned noChild(Object*, Args) { return raiseOsError(ECHILD); }

// ---- the environment: os.environ is what a program changes; these two only check

bool variableArgument(Object* value, std::string& text) {
    Held<> plain(fsPath(value));
    if (!plain || !pathBytes(plain, text)) return false;
    return text.find('\0') == text.npos || raise(exc::ValueError, "embedded null byte");
}
Owned putenv(Object*, Args args) {
    std::string name, value;
    if (!variableArgument(args[0], name) || !variableArgument(args[1], value)) return nullptr;
    if (name.empty() || name.find('=') != name.npos) return raise(exc::ValueError, "illegal environment variable name");
    return newNone();
}
Owned unsetenv(Object*, Object* variable) {
    std::string name;
    if (!variableArgument(variable, name)) return nullptr;
    return name.empty() || name.find('=') != name.npos ? Owned(raiseOsError(EINVAL)) : newNone();
}

// ---- configuration

const struct {
    const char* name;
    int number;
    int64_t value;
} settings[] = {
    {"SC_ARG_MAX", 0, 2097152},     {"SC_CHILD_MAX", 1, 1},         {"SC_CLK_TCK", 2, 100},        {"SC_NGROUPS_MAX", 3, 65536},
    {"SC_OPEN_MAX", 4, 1024},       {"SC_PAGESIZE", 30, 4096},      {"SC_PAGE_SIZE", 30, 4096},    {"SC_IOV_MAX", 60, 1024},
    {"SC_NPROCESSORS_CONF", 83, 1}, {"SC_NPROCESSORS_ONLN", 84, 1}, {"SC_PHYS_PAGES", 85, 262144}, {"SC_AVPHYS_PAGES", 86, 262144},
    {"SC_SYMLOOP_MAX", 173, 40},
};

Owned sysconf(Object*, Object* name) {
    int number = -1;
    if (isStr(name)) {
        for (const auto& row : settings)
            if (strEqualsText(name, row.name)) return newInt(row.value);
        return raise(exc::ValueError, "unrecognized configuration name");
    }
    if (!name->type->index) return raise(exc::TypeError, "configuration names must be strings or integers");
    if (!intArgument(name, &number)) return nullptr;
    for (const auto& row : settings)
        if (row.number == number) return newInt(row.value);
    return raiseOsError(EINVAL);
}

Owned confstr(Object*, Object* name) {
    if (isStr(name) && strEqualsText(name, "CS_PATH")) return newStr("/bin:/usr/bin");
    if (isStr(name)) return raise(exc::ValueError, "unrecognized configuration name");
    if (!name->type->index) return raise(exc::TypeError, "configuration names must be strings or integers");
    int number;
    if (!intArgument(name, &number)) return nullptr;
    return number == 0 ? newStr("/bin:/usr/bin") : Owned(raiseOsError(EINVAL));
}

Owned deviceEncoding(Object*, Args args) {
    Object* out[1] = {nullptr};
    int handle;
    return parseArgs("device_encoding", args, "fd", out) && intArgument(out[0], &handle) ? newNone() : nullptr;
}
Owned ctermid(Object*) { return newStr("/dev/tty"); }
Owned notTerminal(Object*, Args args) {
    int handle;
    FileStatus status;
    if (!intArgument(args[0], &handle)) return nullptr;
    int failed = hostHandleStatus(handle, status);
    return raiseOsError(failed ? failed : ENOTTY);
}

}

bool addSequenceType(Object* module, const StructSequenceDef& definition, Type*& out) {
    out = newStructSequenceType(definition);
    std::string_view name = definition.name;
    return out && addToModule(module, name.substr(name.find('.') + 1).data(), newRef(out));
}

bool addProcessTypes(Object* module) {
    for (const auto& row : sequenceTypes)
        if (!addSequenceType(module, row.definition, *row.type)) return false;
    return true;
}

bool addEnvironment(Object* module) {
    static const struct {
        const char *name, *value;
    } variables[] = {{"HOME", Scratch::home.data()}, {"LANG", "C.UTF-8"}, {"LOGNAME", "user"}, {"PATH", "/usr/bin:/bin"}, {"USER", "user"}};
    Ref<DictObject> environment(newDict()), names(newDict()), texts(newDict()), limits(newDict());
    if (!environment || !names || !texts || !limits) return false;
    for (const auto& row : variables) {
        Ref<> name(newBytes(std::string_view(row.name))), value(newBytes(std::string_view(row.value)));
        if (!name || !value || !dictSet(environment, name, value)) return false;
    }
    for (const auto& row : settings)
        if (!dictSetText(names, row.name, Ref<>(newInt(row.number)))) return false;
    if (!dictSetText(texts, "CS_PATH", Ref<>(newInt(0))) || !dictSetText(limits, "PC_NAME_MAX", Ref<>(newInt(3)))) return false;
    return addToModule(module, "environ", environment.release()) && addToModule(module, "sysconf_names", names.release()) &&
           addToModule(module, "confstr_names", texts.release()) && addToModule(module, "pathconf_names", limits.release());
}

const MethodDef processFunctions[] = {
    {"getpid", getpid},
    {"getppid", getppid},
    {"getpgid", getpgid},
    {"getsid", getpgid},
    {"getpgrp", getpid},
    {"getuid", userOf},
    {"geteuid", userOf},
    {"getgid", userOf},
    {"getegid", userOf},
    {"getresuid", userTwice},
    {"getresgid", userTwice},
    {"getgroups", groupList},
    {"getgrouplist", groupListOf, 2, 2},
    {"getlogin", getlogin},
    {"cpu_count", cpuCount},
    {"getloadavg", loadAverage},
    {"getpriority", zero, NativeKind::Keywords},
    {"nice", nice},
    {"sched_getaffinity", affinity},
    {"sched_yield", none},
    {"sched_get_priority_max", zero, NativeKind::Keywords},
    {"sched_get_priority_min", zero, NativeKind::Keywords},
    {"sched_getscheduler", zero, 1, 1},
    {"register_at_fork", noneOf, NativeKind::Keywords},
    {"sync", none},
    {"uname", uname},
    {"times", times},
    {"get_terminal_size", getTerminalSize, 0, 1},
    {"urandom", urandom},
    {"getrandom", getrandom, NativeKind::Keywords},
    {"_exit", exit, NativeKind::Keywords},
    {"abort", abort},
    {"kill", kill, 2, 2},
    {"killpg", kill, 2, 2},
    {"wait", noChild, 0, 0},
    {"wait3", noChild, NativeKind::Keywords},
    {"wait4", noChild, NativeKind::Keywords},
    {"waitpid", noChild, 2, 2},
    {"waitid", noChild, 3, 3},
    {"putenv", putenv, 2, 2},
    {"unsetenv", unsetenv},
    {"sysconf", sysconf},
    {"confstr", confstr},
    {"device_encoding", deviceEncoding, NativeKind::Keywords},
    {"ctermid", ctermid},
    {"ttyname", notTerminal, 1, 1},
    {"tcgetpgrp", notTerminal, 1, 1},
    {"tcsetpgrp", notTerminal, 2, 2},
    {"_inputhook", none},
    {"_is_inputhook_installed", none},
    {},
};

}
