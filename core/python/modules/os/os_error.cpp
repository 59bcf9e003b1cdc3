// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/os/os_error.h"

#include "core/host/files.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/native.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Failure raiseOsError(int number, Object* filename, Object* filename2) {
    const char* words = errorText(number);
    std::string unknown = "Unknown error " + std::to_string(number);
    Ref<> code(newInt(number)), text(newStr(std::string_view(words) == "Unknown error" ? unknown.c_str() : words));
    if (!code || !text) return {};
    Object* values[] = {code, text, filename, None, filename2};
    Ref<> error(call(exc::OSError, Args{values, filename2 ? size_t{5} : filename ? size_t{3} : size_t{2}, nullptr}));
    return error ? raiseInstance(error) : Failure{};
}

Failure raiseRefusal(int number, std::string_view why) {
    Ref<> code(newInt(number)), text(newStr(why));
    if (!code || !text) return {};
    Ref<> error(call(exc::OSError, code.get(), text.get()));
    return error ? raiseInstance(error) : Failure{};
}

}
