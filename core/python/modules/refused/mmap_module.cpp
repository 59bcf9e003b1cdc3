// SPDX-License-Identifier: GPL-3.0-or-later

// mmap: a program's files are the host's and lie in no memory of its own.

#include <cerrno>

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape {

namespace {

const Refusal noMaps{nullptr, EPERM, "Memtape maps no files into memory"};

const MethodDef methods[] = {
#define METHOD(name) {#name, refuse<noMaps>, NativeKind::Keywords},
    METHOD(__enter__) METHOD(__exit__) METHOD(close) METHOD(find) METHOD(flush) METHOD(madvise) METHOD(move) METHOD(read) METHOD(read_byte)
        METHOD(readline) METHOD(resize) METHOD(rfind) METHOD(seek) METHOD(seekable) METHOD(size) METHOD(tell) METHOD(write) METHOD(write_byte)
#undef METHOD
            {},
};
const RefusedClass map{"mmap.mmap", nullptr, BaseType, methods};

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/mmap_numbers.def"
#undef NUMBER
    {},
};

}

Owned makeMmapModule() {
    Ref<> m = newModule("mmap");
    bool ok = m && addConstants(m, numbers) && addToModule(m, "error", newRef(exc::OSError)) && addRefusedClass<map, noMaps>(m);
    return ok ? m.release() : Owned(nullptr);
}

}
