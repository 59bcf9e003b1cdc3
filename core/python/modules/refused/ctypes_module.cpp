// SPDX-License-Identifier: GPL-3.0-or-later

#include <cerrno>

#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/ctypes_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace ctypes {

const Refusal noMemory{nullptr, EPERM, "Memtape gives programs no memory in C's form"};
const Refusal noLibraries{nullptr, EPERM, "Memtape loads no libraries of C and calls none of their functions"};

namespace {

Type* argumentError;
int lastError = 0; // what get_errno() says: the program's own copy of errno
RuntimeCache stateCache([] {
    argumentError = nullptr;
    lastError = 0;
});

constexpr NativeKind any = NativeKind::Keywords;

Owned sizeOf(Object*, Object* arg) {
    ssize size = isType(arg) ? sizeOfClass(static_cast<Type*>(arg)) : raise(exc::TypeError, "this type has no size");
    return size < 0 ? Owned(nullptr) : newInt(size);
}
Owned alignmentOf(Object*, Object* arg) {
    ssize size = isType(arg) ? alignmentOfClass(static_cast<Type*>(arg)) : raise(exc::TypeError, "no alignment info");
    return size < 0 ? Owned(nullptr) : newInt(size);
}

Owned pointerTo(Object* module, Object* target) {
    Held<> cache(getAttr(module, "_pointer_type_cache"));
    if (!cache) return nullptr;
    return isDict(cache) ? pointerClass(target, cache) : Owned(raise(exc::TypeError, "_pointer_type_cache must be a dict"));
}

// The process itself can be named, as ctypes names it for ctypes.pythonapi; nothing in it is found.
Owned openLibrary(Object*, Args args) { return isNone(args[0]) ? newInt(0) : Owned(raiseRefused(noLibraries)); }

Owned getErrno(Object*) { return newInt(lastError); }
Owned setErrno(Object*, Object* arg) {
    int wanted, before = lastError;
    if (!intArgument(arg, &wanted)) return nullptr;
    lastError = wanted;
    return newInt(before);
}

const MethodDef functions[] = {
    {"sizeof", sizeOf},
    {"alignment", alignmentOf},
    {"POINTER", pointerTo},
    {"dlopen", openLibrary, 1, 2},
    {"get_errno", getErrno},
    {"set_errno", setErrno},
    {"_unpickle", refuse<noMemory>, any},
    {"addressof", refuse<noMemory>, any},
    {"buffer_info", refuse<noMemory>, any},
    {"byref", refuse<noMemory>, any},
    {"pointer", refuse<noMemory>, any},
    {"resize", refuse<noMemory>, any},
    {"Py_DECREF", refuse<noMemory>, any},
    {"Py_INCREF", refuse<noMemory>, any},
    {"PyObj_FromPtr", refuse<noMemory>, any},
    {"call_cdeclfunction", refuse<noLibraries>, any},
    {"call_function", refuse<noLibraries>, any},
    {"dlclose", refuse<noLibraries>, any},
    {"dlsym", refuse<noLibraries>, any},
    {},
};

const IntConstant numbers[] = {
    {"CTYPES_MAX_ARGCOUNT", 1024},
    {"FUNCFLAG_CDECL", 1},
    {"FUNCFLAG_PYTHONAPI", 4},
    {"FUNCFLAG_USE_ERRNO", 8},
    {"FUNCFLAG_USE_LASTERROR", 16},
    {"RTLD_GLOBAL", 256},
    {"RTLD_LOCAL", 0},
    {"SIZEOF_TIME_T", 8},
    {"_cast_addr", 0},
    {"_memmove_addr", 0},
    {"_memset_addr", 0},
    {"_string_at_addr", 0},
    {"_wstring_at_addr", 0},
    {},
};

}

}

Owned makeCtypesModule() {
    using namespace ctypes;
    Ref<> m = newModule("_ctypes");
    bool ok = m && addFunctions(m, functions) && addConstants(m, numbers) && addText(m, "__version__", "1.1.0") && addBaseClasses(m) &&
              addToModule(m, "_pointer_type_cache", Owned(newDict())) &&
              addExceptionClass(m, argumentError, "ctypes.ArgumentError", {exc::Exception});
    return ok ? m.release() : Owned(nullptr);
}

}
