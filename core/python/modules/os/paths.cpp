// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/os/paths.h"

#include <sys/stat.h>

#include <cerrno>

#include "core/host/handles.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

bool isPathText(Object* value) { return isStr(value) || isBytes(value); }

// What __fspath__ gives; null without an exception: there is none.
Owned fsPathOf(Object* value) {
    Held<> method(lookupSpecial(value, names::dunderFspath));
    if (!method || isNone(method)) return nullptr;
    Held<> path(call(method));
    if (!path || isPathText(path)) return path.release();
    return raise(exc::TypeError, "expected {}.__fspath__() to return str or bytes, not {}", value->type->name, path->type->name);
}

}

Owned fsPath(Object* value) {
    if (isPathText(value)) return newRef(value);
    Owned path = fsPathOf(value);
    if (path || errorOccurred()) return path;
    return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not {}", value->type->name);
}

bool pathBytes(Object* path, std::string& out) {
    out.clear();
    if (isBytes(path)) {
        out.assign(reinterpret_cast<const char*>(bytesData(path)), static_cast<size_t>(bytesLength(path)));
        return true;
    }
    return encodeInto(out, path, "utf-8", "surrogateescape");
}

bool pathArgument(Object* value, std::string& path) {
    Held<> plain(fsPath(value));
    if (!plain || !pathBytes(plain, path)) return false;
    return path.find('\0') == path.npos || raise(exc::ValueError, "embedded null byte");
}

Owned newPath(const std::string& path, bool asBytes) {
    if (asBytes) return newBytes(path);
    return decodeBytes(reinterpret_cast<const uint8_t*>(path.data()), path.size(), "utf-8", "surrogateescape", nullptr);
}

bool offsetArgument(Object* value, int64_t* out) {
    Ref<> number(numberIndex(value));
    return number && intToInt64(number, out);
}

bool dirHandleArgument(Object* value, int* handle) {
    *handle = -1;
    if (!value || isNone(value)) return true;
    if (!value->type->index) return raise(exc::TypeError, "argument should be integer or None, not {}", value->type->name);
    return intArgument(value, handle);
}

bool PathArgument::isBytes() const { return m_given && memtape::isBytes(m_given); }
Failure PathArgument::fail(int number) const { return raiseOsError(number, m_given && !isNone(m_given) ? m_given.get() : nullptr); }

bool PathArgument::read(Object* value, const char* function, const char* name, unsigned allowed, Object* dirHandle) {
    int folder;
    if (!dirHandleArgument(dirHandle, &folder)) return false;
    if (isNone(value) && (allowed & Nothing)) {
        m_path = ".";
        m_given = newRef(value);
        return true;
    }
    if (isPathText(value)) {
        m_given = newRef(value);
    } else if ((allowed & Handle) && value->type->index) {
        if (isBool(value) && !warn(exc::RuntimeWarning, "bool is used as a file descriptor")) return false;
        m_given = newRef(value);
        if (folder != -1) return raise(exc::ValueError, "{}: can't specify dir_fd without matching path", function);
        return intArgument(value, &m_handle);
    } else {
        m_given = fsPathOf(value);
        if (!m_given) {
            if (errorOccurred()) return false;
            static const char* const kinds[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
                                                "string, bytes, os.PathLike or None", "string, bytes, os.PathLike, integer or None"};
            return raise(exc::TypeError, "{}: {} should be {}, not {}", function, name, kinds[allowed], value->type->name);
        }
    }
    if (!pathBytes(m_given, m_path)) return false;
    if (m_path.find('\0') != m_path.npos) return raise(exc::ValueError, "{}: embedded null character in {}", function, name);
    if (folder == -1 || m_path.empty() || m_path[0] == '/') return true;
    std::string base;
    FileStatus status;
    int failed = hostHandleStatus(folder, status);
    if (!failed && !S_ISDIR(status.mode)) failed = ENOTDIR;
    if (!failed) failed = hostHandlePath(folder, base);
    if (failed) return fail(failed);
    m_path = base + "/" + m_path;
    return true;
}

}
