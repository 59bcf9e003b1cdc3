// SPDX-License-Identifier: GPL-3.0-or-later

// Where a warning is: the file, line and module of a frame some levels up.

#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warning_filters.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Owned fileOfFrame(Object* frame) {
    Held<> code(getAttr(frame, "f_code"));
    return code ? getAttr(code, "co_filename") : Owned(nullptr);
}

// Frames of the import machinery are passed over, and those of files that begin with one of the prefixes: 1, 0, -1.
int isPassedOver(Object* frame, Object* prefixes) {
    Held<> file(fileOfFrame(frame));
    if (!file) return -1;
    if (!isStr(file)) return 0;
    const std::string name = strToUtf8(file);
    if (name.find("importlib") != name.npos && name.find("_bootstrap") != name.npos) return 1;
    for (ssize i = 0; prefixes && i < asTuple(prefixes)->count; ++i) {
        Object* prefix = asTuple(prefixes)->items[i];
        if (!isStr(prefix)) return raise(exc::TypeError, "Found non-str '{}' in skip_file_prefixes.", prefix->type->name);
        const std::string start = strToUtf8(prefix);
        if (name.compare(0, start.size(), start) == 0) return 1;
    }
    return 0;
}

// The frame `level` − 1 above the running one; None: there are not so many. Null: an exception is pending.
Owned frameAt(ssize level, Object* prefixes) {
    Held<> frame(vmHooks.frame(0));
    if (!frame) {
        if (!errorMatches(exc::ValueError)) return nullptr;
        clearError();
        return newNone();
    }
    const int internal = isPassedOver(frame, nullptr);
    if (internal < 0) return nullptr;
    const bool passesOver = level > 0 && !internal;
    while (--level > 0 && !isNone(frame)) {
        frame = getAttr(frame, "f_back");
        while (passesOver && frame && !isNone(frame)) {
            const int passed = isPassedOver(frame, prefixes);
            if (passed < 0) return nullptr;
            if (!passed) break;
            frame = getAttr(frame, "f_back");
        }
        if (!frame) return nullptr;
    }
    return frame.release();
}

}

bool warnAtLevel(Object* category, Object* message, ssize level, Object* source, Object* prefixes) {
    Held<> globals, filename;
    int line = 0;
    Object* runningFile = nullptr;
    if (level == 1 && !prefixes && vmHooks.runningGlobals() && vmHooks.runningPlace(&runningFile, &line)) {
        globals = newRef(vmHooks.runningGlobals()); // what is asked mostly needs no frame object
        filename = newRef(runningFile);
    } else {
        Held<> frame(frameAt(level, prefixes));
        if (!frame) return false;
        if (isNone(frame)) {
            globals = newRef(interpreter.sysDict);
            filename = newStr("<sys>");
        } else {
            globals = getAttr(frame, "f_globals");
            filename = globals ? fileOfFrame(frame) : Owned(nullptr);
            Held<> number(filename ? getAttr(frame, "f_lineno") : Owned(nullptr));
            if (!number) return false;
            int overflow;
            line = isInt(number) ? static_cast<int>(intValue(number, &overflow)) : 0;
        }
    }
    if (!globals || !filename) return false;
    Held<> registry(Held<>::share(dictFindText(globals, "__warningregistry__")));
    if (!registry) {
        if (errorOccurred()) return false;
        registry = Owned(newDict());
        if (!registry || !dictSetText(globals, "__warningregistry__", registry)) return false;
    }
    Held<> module(Held<>::share(dictFind(globals, names::dunderName)));
    if (!module) {
        if (errorOccurred()) return false;
        module = newStr("<string>");
        if (!module) return false;
    }
    return warnExplicit(category, message, {filename, isStr(module) || isNone(module) ? module.get() : nullptr, registry, line}, source);
}

}
