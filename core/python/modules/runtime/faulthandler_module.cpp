// SPDX-License-Identifier: GPL-3.0-or-later

// faulthandler: tracebacks on demand. The faults themselves cannot happen to a program that Memtape runs, nor can it be sent signals: what would
// install a handler for them is accepted and only remembered.

#include <csignal>
#include <string>

#include "core/python/builtins/builtins.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

bool isEnabled = false;
bool registered[65];
void forgetState() {
    isEnabled = false;
    for (bool& one : registered) one = false;
}
RuntimeCache stateCache(forgetState);

// The file that is written to: sys.stderr where none is given. CPython writes to its descriptor; a file without one is refused.
// Null: an exception is pending.
Owned fileOf(Object* given) {
    if (given && isInt(given)) {
        int64_t number;
        if (!intToInt64(given, &number)) return nullptr;
        if (number < 0) return raise(exc::ValueError, "file is not a valid file descripter");
        given = nullptr;
    }
    Object* file = given && !isNone(given) ? given : sysAttribute("stderr");
    if (!file || isNone(file)) return raise(exc::RuntimeError, "unable to get sys.stderr");
    Held<> keep(newRef(file));
    Held<> number(callMethod(file, Ref<>(internStr("fileno"))));
    if (!number) return nullptr;
    return keep.release();
}

Owned enable(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("enable", args, "| file all_threads", out)) return nullptr;
    if (out[1] && isTrue(out[1]) < 0) return nullptr;
    if (!Ref<>(fileOf(out[0]))) return nullptr;
    isEnabled = true;
    return newNone();
}

Owned disable(Object*) {
    bool was = isEnabled;
    isEnabled = false;
    return newBool(was);
}
Owned enabled(Object*) { return newBool(isEnabled); }

// "  File "name", line 3 in f" for each frame, innermost first.
bool appendFrames(std::string& text) {
    constexpr int mostFrames = 100;
    Held<> frame(vmHooks.frame(0));
    if (!frame) return false;
    for (int i = 0; frame && !isNone(frame); ++i) {
        if (i == mostFrames) {
            text += "  ...\n";
            break;
        }
        Held<> code(getAttr(frame, "f_code")), line(getAttr(frame, "f_lineno"));
        if (!code || !line) return false;
        Held<> file(getAttr(code, "co_filename")), name(getAttr(code, "co_name"));
        if (!file || !name) return false;
        text += "  File \"";
        if (!appendStr(text, file)) return false;
        text += "\", line ";
        if (!appendStr(text, line)) return false;
        text += " in ";
        if (!appendStr(text, name)) return false;
        text += '\n';
        frame = getAttr(frame, "f_back");
    }
    return !errorOccurred();
}

Owned dumpTraceback(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("dump_traceback", args, "| file all_threads", out)) return nullptr;
    Held<> file(fileOf(out[0]));
    if (!file) return nullptr;
    std::string text = "Current thread 0x0000000000000001 (most recent call first):\n";
    if (!appendFrames(text)) return nullptr;
    Held<> shown(newStr(text));
    return shown && Ref<>(callMethod(file, names::write, shown)) ? newNone() : Owned(nullptr);
}

Owned dumpLater(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, nullptr};
    if (!parseArgs("dump_traceback_later", args, "timeout | repeat file exit", out)) return nullptr;
    double timeout;
    if (!toDouble(out[0], &timeout)) return nullptr;
    if (!(timeout > 0)) return raise(exc::ValueError, "timeout must be greater than 0");
    return Ref<>(fileOf(out[2])) ? newNone() : Owned(nullptr);
}
Owned cancelDump(Object*) { return newNone(); }

bool signalArgument(Object* o, int64_t* number) {
    Ref<> index = numberIndex(o);
    if (!index || !intToInt64(index, number)) return false;
    for (int fault : {SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSEGV})
        if (*number == fault) return raise(exc::RuntimeError, "signal {} cannot be registered, use enable() instead", *number);
    if (*number < 1 || *number >= 65) return raise(exc::ValueError, "signal number out of range");
    return true;
}

Owned registerSignal(Object*, Args args) {
    Object* out[4] = {nullptr, nullptr, nullptr, nullptr};
    int64_t number;
    if (!parseArgs("register", args, "signum | file all_threads chain", out) || !signalArgument(out[0], &number)) return nullptr;
    if (!Ref<>(fileOf(out[1]))) return nullptr;
    registered[number] = true;
    return newNone();
}

Owned unregisterSignal(Object*, Object* signal) {
    int64_t number;
    if (!signalArgument(signal, &number)) return nullptr;
    bool was = registered[number];
    registered[number] = false;
    return newBool(was);
}

// _sigsegv() and its like end CPython's process, to test the handlers.
Owned refuseFault(Object*, Args) { return raise(exc::RuntimeError, "Memtape does not fault on purpose"); }

const MethodDef functions[] = {
    {"enable", enable, NativeKind::Keywords},
    {"disable", disable},
    {"is_enabled", enabled},
    {"dump_traceback", dumpTraceback, NativeKind::Keywords},
    {"dump_traceback_later", dumpLater, NativeKind::Keywords},
    {"cancel_dump_traceback_later", cancelDump},
    {"register", registerSignal, NativeKind::Keywords},
    {"unregister", unregisterSignal},
    {"_read_null", refuseFault, 0, -1},
    {"_sigsegv", refuseFault, 0, -1},
    {"_fatal_error_c_thread", refuseFault, 0, -1},
    {"_sigabrt", refuseFault, 0, -1},
    {"_sigfpe", refuseFault, 0, -1},
    {"_stack_overflow", refuseFault, 0, -1},
    {},
};

}

Owned makeFaulthandlerModule() {
    Ref<> module = newModule("faulthandler");
    return module && addFunctions(module, functions) ? module.release() : Owned(nullptr);
}

}
