// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/os/os_error.h"

#include "core/host/files.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Failure raiseOsError(int number, Object* filename) {
    Ref<> code(newInt(number)), text(newStr(errorText(number)));
    if (!code || !text) return {};
    Ref<> error(filename ? call(exc::OSError, code, text, filename) : call(exc::OSError, code.get(), text.get()));
    return error ? raiseInstance(error) : Failure{};
}

}
