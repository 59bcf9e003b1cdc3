// SPDX-License-Identifier: GPL-3.0-or-later

// _multiprocessing and _posixshmem: what processes share, for which there would have to be others.

#include <cerrno>

#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

namespace {

const Refusal noSharing{nullptr, EPERM, "Memtape runs no other programs, with which something could be shared"};
constexpr NativeKind any = NativeKind::Keywords;

const MethodDef functions[] = {{"sem_unlink", refuse<noSharing>, any}, {}};
const MethodDef sharedMemoryFunctions[] = {{"shm_open", refuse<noSharing>, any}, {"shm_unlink", refuse<noSharing>, any}, {}};

const MethodDef lockMethods[] = {
#define METHOD(name) {#name, refuse<noSharing>, any},
    METHOD(__enter__) METHOD(__exit__) METHOD(_after_fork) METHOD(_count) METHOD(_get_value) METHOD(_is_mine) METHOD(_is_zero) METHOD(acquire)
        METHOD(release)
#undef METHOD
            {"_rebuild", refuse<noSharing>, any, NativeBinding::Class},
    {},
};
const RefusedClass lock{"_multiprocessing.SemLock", "Semaphore/Mutex type", BaseType, lockMethods};

bool addLockClass(Object* m) {
    Type* made = makeModuleType([](Type* type) { defineRefusedClass(type, lock, [](Type*, Args) -> Owned { return raiseRefused(noSharing); }); });
    if (!made) return false;
    Ref<> greatest(newInt(2147483647));
    return greatest && dictSetText(made->dict, "SEM_VALUE_MAX", greatest) && addToModule(m, "SemLock", newRef(made));
}

bool addFlags(Object* m) {
    Ref<DictObject> flags(newDict());
    Ref<> one(newInt(1));
    return flags && one && dictSetText(flags, "HAVE_SEM_OPEN", one) && dictSetText(flags, "HAVE_SEM_TIMEDWAIT", one) &&
           addToModule(m, "flags", flags.release());
}

}

Owned makeMultiprocessingModule() {
    Ref<> m = newModule("_multiprocessing");
    return m && addFunctions(m, functions) && addLockClass(m) && addFlags(m) ? m.release() : Owned(nullptr);
}

Owned makePosixshmemModule() {
    Ref<> m = newModule("_posixshmem");
    return m && addFunctions(m, sharedMemoryFunctions) ? m.release() : Owned(nullptr);
}

}
