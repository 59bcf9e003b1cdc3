// SPDX-License-Identifier: GPL-3.0-or-later

// syslog: the system's log hears nothing of a program; which messages it would let through is the program's own.

#include <cerrno>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"

namespace memtape {

namespace {

const Refusal noLog{nullptr, EPERM, "Memtape writes nothing into the system's log"};

constexpr int allMessages = 0xFF;
int mask = allMessages;
RuntimeCache maskCache([] { mask = allMessages; });

Owned closeLog(Object*) { return newNone(); }

Owned setMask(Object*, Object* arg) {
    unsigned long wanted;
    if (!unsignedArgument(arg, &wanted)) return nullptr;
    int before = mask;
    if (int low = static_cast<int>(wanted)) mask = low; // 0 asks
    return newInt(before);
}

// The bit of a level as C's int has it, also of numbers that are no level.
Owned maskOf(Object*, Object* level) {
    unsigned long number;
    return unsignedArgument(level, &number) ? newInt(static_cast<int32_t>(uint32_t{1} << (number & 31))) : nullptr;
}
Owned maskUpTo(Object*, Object* level) {
    unsigned long number;
    return unsignedArgument(level, &number) ? newInt(static_cast<int32_t>((uint32_t{1} << ((number + 1) & 31)) - 1)) : nullptr;
}

const MethodDef functions[] = {
    {"openlog", refuse<noLog>, NativeKind::Keywords},
    {"closelog", closeLog},
    {"syslog", refuse<noLog>, NativeKind::Keywords},
    {"setlogmask", setMask},
    {"LOG_MASK", maskOf},
    {"LOG_UPTO", maskUpTo},
    {},
};

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/syslog_numbers.def"
#undef NUMBER
    {},
};

}

Owned makeSyslogModule() {
    Ref<> m = newModule("syslog");
    return m && addFunctions(m, functions) && addConstants(m, numbers) ? m.release() : Owned(nullptr);
}

}
