// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "core/host/clock.h"
#include "core/host/files.h"
#include "core/host/host.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// _os_files: what os and os.path ask the host. Paths outside the allowed folders look as if nothing were there.

namespace memtape {

namespace {

std::string pathOf(Object* o) {
    if (isBytes(o)) return std::string(reinterpret_cast<char*>(bytesData(o)), static_cast<size_t>(bytesLength(o)));
    return isStr(o) ? strToUtf8(o) : std::string();
}

Owned folder(Object*) { return newStr(host.programFolder); }
Owned kind(Object*, Object* path) { return newInt(static_cast<int>(hostFileKind(pathOf(path)))); }

Owned size(Object*, Object* path) {
    std::string content;
    if (int failed = hostReadFile(pathOf(path), content)) return raiseOsError(failed, path);
    return newInt(static_cast<int64_t>(content.size()));
}

Owned namesIn(Object*, Object* path) {
    std::vector<std::string> names;
    if (int failed = hostListFolder(pathOf(path), names)) return raiseOsError(failed, path);
    Ref<ListObject> list(newList(0));
    for (const std::string& name : names) {
        Ref<> item(newStr(name));
        if (!list || !item || !listAppend(list, item)) return nullptr;
    }
    return list.release();
}

Owned randomBytes(Object*, Object* count) {
    ssize size = indexAsSize(count, exc::OverflowError);
    if (size == -1 && errorOccurred()) return nullptr;
    if (size < 0) return raise(exc::ValueError, "negative argument not allowed");
    if (size > 1 << 30) return raiseMemoryError();
    std::string bytes(static_cast<size_t>(size), 0);
    hostRandomBytes(bytes.data(), bytes.size());
    return newBytes(bytes);
}

Owned errorOf(Object*, Object* code) {
    ssize number = indexAsSize(code, exc::OverflowError);
    if (number == -1 && errorOccurred()) return nullptr;
    return newStr(errorText(static_cast<int>(number)));
}

const MethodDef functions[] = {
    {"folder", folder}, {"kind", kind}, {"size", size}, {"names", namesIn}, {"random", randomBytes}, {"error", errorOf}, {}};

}

Owned makeOsFilesModule() {
    Ref<> module(newModule("_os_files"));
    return module && addFunctions(module, functions) ? module.release() : nullptr;
}

}
