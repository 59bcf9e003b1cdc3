// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/sysmacros.h>
#include <sys/wait.h>

#include <string>
#include <vector>

#include "core/host/files.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/os/paths.h"
#include "core/python/modules/os/posix_parts.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// What is about texts and numbers alone.

namespace memtape::posix {

namespace {

Owned fspath(Object*, Args args) {
    Object* out[1] = {nullptr};
    return parseArgs("fspath", args, "path", out) ? fsPath(out[0]) : nullptr;
}

// ---- paths. A str is looked at by its characters, which may be lone surrogates; zero characters are allowed.

bool wantPath(const char* function, Args args, Held<>& path) {
    Object* out[1] = {nullptr};
    if (!parseArgs(function, args, "path", out)) return false;
    if (isStr(out[0]) || isBytes(out[0])) return path = newRef(out[0]), true;
    Held<> method(lookupSpecial(out[0], names::dunderFspath));
    if (!method && errorOccurred()) return false;
    if (!method) return raise(exc::TypeError, "{}: path should be string, bytes or os.PathLike, not {}", function, out[0]->type->name);
    path = fsPath(out[0]);
    return static_cast<bool>(path);
}

std::u32string charactersOf(Object* path) {
    std::u32string text;
    if (isBytes(path)) {
        for (ssize i = 0; i < bytesLength(path); ++i) text += bytesData(path)[i];
        return text;
    }
    TextView view = viewOf(path);
    for (ssize i = 0; i < view.length; ++i) text += view.at(i);
    return text;
}

Owned pathOf(const std::u32string& text, bool asBytes) {
    if (!asBytes) return newStrFromCodePoints(reinterpret_cast<const uint32_t*>(text.data()), text.size());
    std::string bytes;
    for (char32_t c : text) bytes += static_cast<char>(c);
    return newBytes(bytes);
}

// POSIX lets two slashes at the beginning mean something of their own; three or more are one.
size_t rootLength(const std::u32string& path) {
    size_t slashes = path.find_first_not_of(U'/');
    if (slashes == path.npos) slashes = path.size();
    return slashes == 2 ? 2 : slashes > 0;
}

Owned normpath(Object*, Args args) {
    Held<> path;
    if (!wantPath("_path_normpath", args, path)) return nullptr;
    std::u32string text = charactersOf(path);
    size_t root = rootLength(text);
    std::vector<std::u32string> parts;
    for (size_t at = root; at < text.size();) {
        size_t slash = std::min(text.find(U'/', at), text.size());
        std::u32string part = text.substr(at, slash - at);
        at = slash + 1;
        if (part.empty() || part == U".") continue;
        if (part != U"..") parts.push_back(part);
        else if (!parts.empty() && parts.back() != U"..") parts.pop_back();
        else if (!root) parts.push_back(part);
    }
    std::u32string normal(root, U'/');
    for (size_t i = 0; i < parts.size(); ++i) normal += (i ? U"/" : U"") + parts[i];
    return pathOf(normal.empty() ? U"." : normal, isBytes(path));
}

Owned splitroot(Object*, Args args) {
    Held<> path;
    if (!wantPath("_path_splitroot_ex", args, path)) return nullptr;
    std::u32string text = charactersOf(path);
    size_t root = rootLength(text);
    bool asBytes = isBytes(path);
    Held<> drive(pathOf(U"", asBytes)), slashes(pathOf(text.substr(0, root), asBytes)), rest(pathOf(text.substr(root), asBytes));
    return drive && slashes && rest ? packTuple(drive.get(), slashes.get(), rest.get()) : nullptr;
}

// ---- numbers

Owned strerror(Object*, Object* value) {
    int number;
    if (!intArgument(value, &number)) return nullptr;
    std::string_view words = errorText(number);
    return newStr(words == "Unknown error" ? "Unknown error " + std::to_string(number) : std::string(words));
}

bool statusArgument(const char* function, Args args, int* status) {
    Object* out[1] = {nullptr};
    return parseArgs(function, args, "status", out) && intArgument(out[0], status);
}

#define WAIT_BOOL(name) \
    Owned name##Function(Object*, Args args) { \
        int status; \
        return statusArgument(#name, args, &status) ? newBool(name(status)) : nullptr; \
    }
#define WAIT_NUMBER(name) \
    Owned name##Function(Object*, Args args) { \
        int status; \
        return statusArgument(#name, args, &status) ? newInt(name(status)) : nullptr; \
    }
WAIT_BOOL(WIFCONTINUED)
WAIT_BOOL(WIFEXITED)
WAIT_BOOL(WIFSIGNALED)
WAIT_BOOL(WIFSTOPPED)
WAIT_NUMBER(WEXITSTATUS)
WAIT_NUMBER(WSTOPSIG)
WAIT_NUMBER(WTERMSIG)
Owned wcoredump(Object*, Object* value) {
    int status;
    return intArgument(value, &status) ? newBool(WCOREDUMP(status)) : nullptr;
}

Owned waitstatusToExitcode(Object*, Args args) {
    int status;
    if (!statusArgument("waitstatus_to_exitcode", args, &status)) return nullptr;
    if (WIFEXITED(status)) return newInt(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) return newInt(-WTERMSIG(status));
    if (WIFSTOPPED(status)) return raise(exc::ValueError, "process stopped by delivery of signal {}", WSTOPSIG(status));
    return raise(exc::ValueError, "invalid wait status: {}", status);
}

bool deviceArgument(Object* value, uint64_t* out) {
    int64_t number;
    if (!isInt(value)) return raise(exc::TypeError, "an integer is required");
    if (!intToInt64(value, &number)) return false;
    if (number < 0) return raise(exc::OverflowError, "can't convert negative int to unsigned");
    *out = static_cast<uint64_t>(number);
    return true;
}
Owned majorOf(Object*, Object* device) {
    uint64_t number;
    return deviceArgument(device, &number) ? newInt(major(number)) : nullptr;
}
Owned minorOf(Object*, Object* device) {
    uint64_t number;
    return deviceArgument(device, &number) ? newInt(minor(number)) : nullptr;
}
Owned makeDevice(Object*, Args args) {
    uint64_t high, low;
    if (!deviceArgument(args[0], &high) || !deviceArgument(args[1], &low)) return nullptr;
    return newIntFromUnsigned(makedev(static_cast<unsigned>(high), static_cast<unsigned>(low)));
}

}

const MethodDef textFunctions[] = {
    {"fspath", fspath, NativeKind::Keywords},
    {"_path_normpath", normpath, NativeKind::Keywords},
    {"_path_splitroot_ex", splitroot, NativeKind::Keywords},
    {"strerror", strerror},
    {"WIFCONTINUED", WIFCONTINUEDFunction, NativeKind::Keywords},
    {"WIFEXITED", WIFEXITEDFunction, NativeKind::Keywords},
    {"WIFSIGNALED", WIFSIGNALEDFunction, NativeKind::Keywords},
    {"WIFSTOPPED", WIFSTOPPEDFunction, NativeKind::Keywords},
    {"WEXITSTATUS", WEXITSTATUSFunction, NativeKind::Keywords},
    {"WSTOPSIG", WSTOPSIGFunction, NativeKind::Keywords},
    {"WTERMSIG", WTERMSIGFunction, NativeKind::Keywords},
    {"WCOREDUMP", wcoredump},
    {"waitstatus_to_exitcode", waitstatusToExitcode, NativeKind::Keywords},
    {"major", majorOf},
    {"minor", minorOf},
    {"makedev", makeDevice, 2, 2},
    {},
};

}
