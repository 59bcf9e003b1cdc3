// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned makeErrnoModule() {
    // Of two names of one number, the later one is what errorcode has.
    static const struct {
        const char* name;
        int value;
    } codes[] = {
#define CODE(name) {#name, name}
        CODE(ENODEV),          CODE(ENOCSI),        CODE(EHOSTUNREACH),    CODE(ENOMSG),
        CODE(EUCLEAN),         CODE(EL2NSYNC),      CODE(EL2HLT),          CODE(ENODATA),
        CODE(ENOTBLK),         CODE(ENOSYS),        CODE(EPIPE),           CODE(EINVAL),
        CODE(EOVERFLOW),       CODE(EADV),          CODE(EINTR),           CODE(EUSERS),
        CODE(ENOTEMPTY),       CODE(ENOBUFS),       CODE(EPROTO),          CODE(EREMOTE),
        CODE(ENAVAIL),         CODE(ECHILD),        CODE(ELOOP),           CODE(EXDEV),
        CODE(E2BIG),           CODE(ESRCH),         CODE(EMSGSIZE),        CODE(EAFNOSUPPORT),
        CODE(EBADR),           CODE(EHOSTDOWN),     CODE(EPFNOSUPPORT),    CODE(ENOPROTOOPT),
        CODE(EBUSY),           CODE(EWOULDBLOCK),   CODE(EBADFD),          CODE(EDOTDOT),
        CODE(EISCONN),         CODE(ENOANO),        CODE(ESHUTDOWN),       CODE(ECHRNG),
        CODE(ELIBBAD),         CODE(ENONET),        CODE(EBADE),           CODE(EBADF),
        CODE(EMULTIHOP),       CODE(EIO),           CODE(EUNATCH),         CODE(EPROTOTYPE),
        CODE(ENOSPC),          CODE(ENOEXEC),       CODE(EALREADY),        CODE(ENETDOWN),
        CODE(ENOTNAM),         CODE(EACCES),        CODE(ELNRNG),          CODE(EILSEQ),
        CODE(ENOTDIR),         CODE(ENOTUNIQ),      CODE(EPERM),           CODE(EDOM),
        CODE(EXFULL),          CODE(ECONNREFUSED),  CODE(EISDIR),          CODE(EPROTONOSUPPORT),
        CODE(EROFS),           CODE(EADDRNOTAVAIL), CODE(EIDRM),           CODE(ECOMM),
        CODE(ESRMNT),          CODE(EREMOTEIO),     CODE(EL3RST),          CODE(EBADMSG),
        CODE(ENFILE),          CODE(ELIBMAX),       CODE(ESPIPE),          CODE(ENOLINK),
        CODE(ENETRESET),       CODE(ETIMEDOUT),     CODE(ENOENT),          CODE(EEXIST),
        CODE(EDQUOT),          CODE(ENOSTR),        CODE(EBADSLT),         CODE(EBADRQC),
        CODE(ELIBACC),         CODE(EFAULT),        CODE(EFBIG),           CODE(EDEADLK),
        CODE(ENOTCONN),        CODE(EDESTADDRREQ),  CODE(ELIBSCN),         CODE(ENOLCK),
        CODE(EISNAM),          CODE(ECONNABORTED),  CODE(ENETUNREACH),     CODE(ESTALE),
        CODE(ENOSR),           CODE(ENOMEM),        CODE(ENOTSOCK),        CODE(ESTRPIPE),
        CODE(EMLINK),          CODE(ERANGE),        CODE(ELIBEXEC),        CODE(EL3HLT),
        CODE(ECONNRESET),      CODE(EADDRINUSE),    CODE(EOPNOTSUPP),      CODE(EREMCHG),
        CODE(EAGAIN),          CODE(ENAMETOOLONG),  CODE(ENOTTY),          CODE(ERESTART),
        CODE(ESOCKTNOSUPPORT), CODE(ETIME),         CODE(EBFONT),          CODE(EDEADLOCK),
        CODE(ETOOMANYREFS),    CODE(EMFILE),        CODE(ETXTBSY),         CODE(EINPROGRESS),
        CODE(ENXIO),           CODE(ENOPKG),        CODE(ENOMEDIUM),       CODE(EMEDIUMTYPE),
        CODE(ECANCELED),       CODE(ENOKEY),        CODE(EKEYEXPIRED),     CODE(EKEYREVOKED),
        CODE(EKEYREJECTED),    CODE(EOWNERDEAD),    CODE(ENOTRECOVERABLE), CODE(ERFKILL),
        CODE(ENOTSUP),
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
