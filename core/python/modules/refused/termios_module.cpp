// SPDX-License-Identifier: GPL-3.0-or-later

// termios: no descriptor of a program is a terminal's, which CPython's callers are ready for where output goes to a file.

#include <cerrno>

#include "core/host/handles.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/modules/threads/descriptor_waits.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"

namespace memtape {

namespace {

Type* termiosError;
RuntimeCache errorCache([] { termiosError = nullptr; });
const Refusal noTerminal{&termiosError, ENOTTY, "Memtape has no terminals"};
const Refusal noDescriptor{&termiosError, EBADF, "Bad file descriptor"};

Owned refuseFor(Object* file) {
    int descriptor;
    if (!descriptorOf(file, &descriptor)) return nullptr;
    return raiseRefused(hostHandleFlags(descriptor) ? noTerminal : noDescriptor);
}

Owned ofFile(Object*, Object* file) { return refuseFor(file); }
Owned ofFileAndNumber(Object*, Args args) { return refuseFor(args[0]); }

Owned setAttributes(Object*, Args args) {
    if (!isList(args[2]) || asList(args[2])->count != 7) return raise(exc::TypeError, "tcsetattr, arg 3: must be 7 element list");
    return refuseFor(args[0]);
}
Owned setWindowSize(Object*, Args args) {
    bool pair = (isList(args[1]) && asList(args[1])->count == 2) || (isTuple(args[1]) && asTuple(args[1])->count == 2);
    return pair ? refuseFor(args[0]) : Owned(raise(exc::TypeError, "tcsetwinsize, arg 2: must be a two-item sequence"));
}

const MethodDef functions[] = {
    {"tcgetattr", ofFile},    {"tcsetattr", setAttributes, 3, 3},    {"tcsendbreak", ofFileAndNumber, 2, 2},
    {"tcdrain", ofFile},      {"tcflush", ofFileAndNumber, 2, 2},    {"tcflow", ofFileAndNumber, 2, 2},
    {"tcgetwinsize", ofFile}, {"tcsetwinsize", setWindowSize, 2, 2}, {},
};

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/termios_numbers.def"
#undef NUMBER
    {},
};

}

Owned makeTermiosModule() {
    Ref<> m = newModule("termios");
    bool ok = m && addFunctions(m, functions) && addConstants(m, numbers) && addExceptionClass(m, termiosError, "termios.error", {exc::Exception});
    return ok ? m.release() : Owned(nullptr);
}

}
