// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/os/paths.h"

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned fsPath(Object* value) {
    if (isStr(value) || isBytes(value)) return newRef(value);
    Held<> method(lookupSpecial(value, names::dunderFspath));
    if (!method && errorOccurred()) return nullptr;
    if (!method || isNone(method)) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not {}", value->type->name);
    Held<> path(call(method));
    if (!path || isStr(path) || isBytes(path)) return path.release();
    return raise(exc::TypeError, "expected {}.__fspath__() to return str or bytes, not {}", value->type->name, path->type->name);
}

bool pathBytes(Object* path, std::string& out) {
    out.clear();
    if (isBytes(path)) {
        out.assign(reinterpret_cast<const char*>(bytesData(path)), static_cast<size_t>(bytesLength(path)));
        return true;
    }
    return encodeInto(out, path, "utf-8", "surrogateescape");
}

bool pathArgument(Object* value, std::string& path, const char* function, const char* name) {
    Held<> plain;
    if (isStr(value) || isBytes(value)) {
        plain = newRef(value);
    } else {
        Held<> method(lookupSpecial(value, names::dunderFspath));
        if (!method && errorOccurred()) return false;
        if (!method && function)
            return raise(exc::TypeError, "{}: {} should be string, bytes or os.PathLike, not {}", function, name,
                         isNone(value) ? "NoneType" : value->type->name);
        plain = fsPath(value);
        if (!plain) return false;
    }
    if (!pathBytes(plain, path)) return false;
    if (path.find('\0') == path.npos) return true;
    if (function) return raise(exc::ValueError, "{}: embedded null character in {}", function, name);
    return raise(exc::ValueError, "embedded null byte");
}

Owned newPath(const std::string& path, bool asBytes) {
    if (asBytes) return newBytes(path);
    return decodeBytes(reinterpret_cast<const uint8_t*>(path.data()), path.size(), "utf-8", "surrogateescape", nullptr);
}

}
