// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/import_machinery.h"

#include <vector>

#include "core/python/modules/runtime/monitoring.h"
#include "core/python/modules/runtime/sys_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/program/imports.h"

namespace memtape {

namespace {

enum class State { None, Starting, Running };
State state = State::None;
std::vector<Object*> ownFinders, ownHooks; // as the machinery put them there; borrowed, sys.modules has them
RuntimeCache cache([] {
    state = State::None;
    ownFinders.clear();
    ownHooks.clear();
});

const struct {
    const char *module, *source;
} frozen[] = {
    {"_frozen_importlib", "importlib._bootstrap"},
    {"_frozen_importlib_external", "importlib._bootstrap_external"},
};

Object* findModule(const char* name) { return dictFindText(interpreter.modules, name); }

std::vector<Object*> itemsOf(const char* sysName) {
    Object* list = dictFindText(interpreter.sysDict, sysName);
    if (!list || !isList(list)) return {};
    return {asList(list)->items, asList(list)->items + asList(list)->count}; // compared, never looked into
}

Owned importByText(const char* name) {
    Held<> object(internStr(name));
    return object ? importModule(object) : Owned(nullptr);
}

Owned callFunction(Object* module, const char* name, Object* a, Object* b = nullptr) {
    if (!module) return raise(exc::ImportError, "sys.meta_path is None, Python is likely shutting down"); // the modules are cleared already
    Held<> function(getAttr(module, name));
    if (!function) return nullptr;
    return b ? call(function, a, b) : call(function, a);
}

// spec_from_file_location(name, path, submodule_search_locations=[folder])
Owned specOfFile(Object* name, const std::string& path, bool isPackage) {
    Held<> function(getAttr(findModule("_frozen_importlib_external"), "spec_from_file_location")), file(newStr(path));
    Held<> arguments(function && file ? packTuple(name, file.get()) : Owned(nullptr)), keywords(newDict());
    if (!arguments || !keywords) return nullptr;
    if (isPackage) {
        Held<> folder(newStr(path.substr(0, path.rfind('/')))), folders(newList(0));
        if (!folder || !folders || !listAppend(asList(folders), folder) || !dictSetText(keywords, "submodule_search_locations", folders))
            return nullptr;
    }
    return callWithTuple(function, arguments, keywords);
}

bool setSpec(Object* module, Object* spec) {
    Held<> loader(getAttr(spec, "loader"));
    return loader && dictSet(moduleDict(module), names::dunderSpec, spec) && dictSet(moduleDict(module), names::dunderLoader, loader);
}

bool specMissing(Object* module) {
    Object* spec = dictFind(moduleDict(module), names::dunderSpec);
    return !spec || isNone(spec);
}

// What was imported before gets its __spec__ now; the native ones have got it from importlib's _setup().
bool giveSpecsToAll() {
    Held<> modules(dictCopy(interpreter.modules));
    if (!modules) return false;
    ssize position = 0;
    for (Object *k, *v; dictNext(modules, &position, &k, &v);) {
        if (!isStr(k) || v->type != types::Module) continue;
        Object* file = dictFind(moduleDict(v), names::dunderFile);
        if (!file || !isStr(file) || !specMissing(v)) continue;
        Held<> spec(specOfFile(k, strToUtf8(file), dictContains(moduleDict(v), names::dunderPath) > 0));
        if (!spec) return false;
        if (strEqualsText(k, "__main__")) { // a program that is run has a loader, and no spec
            Held<> loader(getAttr(spec, "loader"));
            if (!loader || !dictSet(moduleDict(v), names::dunderLoader, loader) || !dictSet(moduleDict(v), names::dunderSpec, None)) return false;
        } else if (!setSpec(v, spec)) {
            return false;
        }
    }
    return true;
}

bool start() {
    for (const char* name : {"meta_path", "path_hooks"}) {
        Held<> list(newList(0));
        if (!list || !dictSetText(interpreter.sysDict, name, list)) return false;
    }
    Held<> importers(newDict());
    if (!importers || !dictSetText(interpreter.sysDict, "path_importer_cache", importers)) return false;
    Held<> sys(Held<>::share(findModule("sys"))), imp(importByText("_imp"));
    Held<> bootstrap(imp ? importByText("_frozen_importlib") : Owned(nullptr)),
        external(bootstrap ? importByText("_frozen_importlib_external") : Owned(nullptr));
    if (!external) return false;
    Held<> installed(callFunction(bootstrap, "_install", sys, imp));
    Held<> installer(installed ? getAttr(bootstrap, "_install_external_importers") : Owned(nullptr));
    installed = installer ? call(installer) : Owned(nullptr);
    if (!installed || !giveSpecsToAll()) return false;
    ownFinders = itemsOf("meta_path");
    ownHooks = itemsOf("path_hooks");
    return true;
}

TracebackObject* entryAfter(TracebackObject* entry) { return static_cast<TracebackObject*>(entry->next); }
const CodeObject* codeOf(TracebackObject* entry) { return static_cast<FrameObject*>(entry->frame)->frame->code; }
bool isOfMachinery(TracebackObject* entry) { return strToUtf8(codeOf(entry)->filename).starts_with("<frozen importlib._bootstrap"); }

// CPython takes the frames of its import machinery off a traceback: of an ImportError all of them, else each row of them that leads to a module's own code.
void trimTraceback(Object* error) {
    bool always = isInstance(error, exc::ImportError);
    TracebackObject* before = nullptr; // the last entry that stays
    auto* at = static_cast<TracebackObject*>(asException(error)->traceback);
    while (at) {
        if (!isOfMachinery(at)) {
            before = at;
            at = entryAfter(at);
            continue;
        }
        bool goes = always;
        TracebackObject *behind = at, *last = at;
        for (; behind && isOfMachinery(behind); last = behind, behind = entryAfter(behind))
            goes = goes || strEqualsText(codeOf(behind)->name, "_call_with_frames_removed");
        if (!goes) before = last;
        else if (before) setField(before, before->next, behind ? newRef(static_cast<Object*>(behind)) : Owned(nullptr));
        else setTraceback(error, behind);
        at = behind;
    }
}

}

bool hasImportMachinery() { return state == State::Running; }

bool startImportMachinery() {
    if (state != State::None) return true;
    state = State::Starting;
    MadeAtStartup early;
    LibraryWork work;
    bool started = start();
    state = started ? State::Running : State::None;
    return started;
}

bool hasOwnFinders() { return state == State::Running && (itemsOf("meta_path") != ownFinders || itemsOf("path_hooks") != ownHooks); }

bool giveSpec(Object* module, const std::string& name, const FoundModule& found) {
    if (state != State::Running) return true;
    Held<> nameObject(newStr(name));
    if (!nameObject) return false;
    if (found.kind != FoundModule::Kind::Native) {
        Held<> spec(specOfFile(nameObject, found.path, found.isPackage));
        return spec && setSpec(module, spec);
    }
    Held<> finder(getAttr(findModule("_frozen_importlib"), "BuiltinImporter"));
    Held<> spec(finder ? callFunction(finder, "find_spec", nameObject) : Owned(nullptr));
    return spec && (isNone(spec) || setSpec(module, spec));
}

Owned importThroughFinders(Object* name) {
    if (!startImportMachinery()) return nullptr;
    Held<> import(Held<>::share(dictFindText(interpreter.builtins, "__import__")));
    Held<> module(import ? callFunction(findModule("_frozen_importlib"), "_find_and_load", name, import) : Owned(nullptr));
    if (module) return module.release();
    if (interpreter.pending) trimTraceback(interpreter.pending);
    return nullptr;
}

std::string frozenName(const std::string& module) {
    for (const auto& row : frozen)
        if (module == row.module) return row.source;
    return {};
}

std::string frozenFilename(const std::string& module) { return "<frozen " + frozenName(module) + ">"; }

bool makeLateAttribute(Object* module, Object* name, bool* failed) {
    *failed = false;
    if (!isStr(name)) return false;
    bool isSys = moduleDict(module) == interpreter.sysDict, isSpec = strEqualsText(name, "__spec__");
    if (isSys) {
        Object* wanted = isSpec ? nullptr : name; // dir() asks for the __spec__ and wants all
        *failed = !makeSysModuleNames(wanted) || !makeSysMonitoring(wanted) || (isSpec && !startImportMachinery());
        if (*failed || dictContains(moduleDict(module), name) > 0) return !*failed;
    }
    if (state != State::None) return false;
    bool ofMachinery = isSys && (strEqualsText(name, "meta_path") || strEqualsText(name, "path_hooks") || strEqualsText(name, "path_importer_cache"));
    if (!isSpec && !strEqualsText(name, "__loader__") && !ofMachinery) return false;
    *failed = !startImportMachinery();
    return !*failed && dictContains(moduleDict(module), name) > 0;
}

}
