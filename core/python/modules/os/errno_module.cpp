// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned makeErrnoModule() {
    static const struct {
        const char* name;
        int value;
    } codes[] = {
#define CODE(name) {#name, name}
        CODE(EPERM),       CODE(ENOENT),  CODE(ESRCH),     CODE(EINTR),        CODE(EIO),        CODE(ENXIO),        CODE(E2BIG),
        CODE(ENOEXEC),     CODE(EBADF),   CODE(ECHILD),    CODE(EAGAIN),       CODE(ENOMEM),     CODE(EACCES),       CODE(EFAULT),
        CODE(EBUSY),       CODE(EEXIST),  CODE(EXDEV),     CODE(ENODEV),       CODE(ENOTDIR),    CODE(EISDIR),       CODE(EINVAL),
        CODE(ENFILE),      CODE(EMFILE),  CODE(ENOTTY),    CODE(EFBIG),        CODE(ENOSPC),     CODE(ESPIPE),       CODE(EROFS),
        CODE(EMLINK),      CODE(EPIPE),   CODE(EDOM),      CODE(ERANGE),       CODE(EDEADLK),    CODE(ENAMETOOLONG), CODE(ENOSYS),
        CODE(ENOTEMPTY),   CODE(ELOOP),   CODE(ETIMEDOUT), CODE(ECONNREFUSED), CODE(ECONNRESET), CODE(ECONNABORTED), CODE(EALREADY),
        CODE(EINPROGRESS), CODE(ENOTSUP), CODE(EOVERFLOW), CODE(ECANCELED),
#undef CODE
    };
    Ref<> module(newModule("errno"));
    Ref<DictObject> byNumber(newDict());
    if (!module || !byNumber) return nullptr;
    for (const auto& row : codes) {
        Ref<> number(newInt(row.value)), name(newStr(row.name));
        if (!number || !name || !dictSet(moduleDict(module), name, number) || !dictSet(byNumber, number, name)) return nullptr;
    }
    dictSetText(moduleDict(module), "errorcode", byNumber);
    return module.release();
}

}
