// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/imports.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/host/files.h"
#include "core/host/host.h"
#include "core/python/modules/module_registry.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_text.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/program/compile_source.h"
#include "core/python/vm/program/import_machinery.h"
#include "core/python/vm/program/import_search.h"

namespace memtape {

namespace {

bool setText(Object* dict, Object* name, const std::string& text) {
    Ref<> value = newStr(text);
    return value && dictSet(dict, name, value);
}

Failure raiseNotFound(const std::string& name, const std::string& message) {
    Held<> text(newStr(message)), nameObject(newStr(name));
    if (!text || !nameObject) return Failure();
    Ref<> error = call(exc::ModuleNotFoundError, text);
    if (!error) return Failure();
    auto* import = static_cast<ImportExceptionObject*>(error.get());
    setField(error.get(), import->name, nameObject.release());
    return raiseInstance(error);
}

void renameFile(CodeUnit& unit, const std::string& file) {
    unit.filename = file;
    for (Constant& c : unit.constants)
        if (c.kind == Constant::Kind::Code) renameFile(*c.code, file);
}

Owned runLibraryModule(Object* module, const FoundModule& found) {
    std::shared_ptr<CodeUnit> unit = library().code(*found.entry);
    if (!unit) return raise(exc::ImportError, "the file {} of Memtape's library is damaged", std::string(library().pathOf(*found.entry)).c_str());
    if (unit->filename != found.path) renameFile(*unit, found.path);
    if (recorder && libraryHasSteps()) {
        std::string text;
        if (library().text(*found.entry, text)) defineSourceOnTape(found.path, text, true);
    }
    Held<> code(newCode(unit, CodeOrigin::Library));
    return code ? runCode(code, moduleDict(module), moduleDict(module)) : Owned(nullptr);
}

Owned runModuleFile(Object* module, const FoundModule& found) {
    std::string source;
    if (int failed = hostReadFile(found.path, source)) {
        Ref<> path = newStr(found.path);
        return path ? raiseOsError(failed, path) : Failure();
    }
    return compileAndRunModule(module, found.path, source, isProgramFile(found.path));
}

// __spec__ and __loader__ are made when somebody asks for them (import_machinery.h).
bool leaveSpecForLater(Object* dict) { return dictDelete(dict, names::dunderSpec) >= 0 && dictDelete(dict, names::dunderLoader) >= 0; }

// The names that a module has before its text runs; where CPython would keep the compiled one, nothing is written.
bool prepareModule(Object* module, const std::string& name, const FoundModule& found) {
    Object* dict = moduleDict(module);
    size_t dot = name.rfind('.'), slash = found.path.rfind('/');
    std::string package = found.isPackage ? name : dot == std::string::npos ? "" : name.substr(0, dot);
    std::string folderName = found.path.substr(0, slash);
    if (!setText(dict, names::dunderPackage, package)) return false;
    if (found.isPackage) {
        Held<> folder(newStr(folderName));
        Held<> path(newList(0));
        if (!folder || !path || !listAppend(asList(path), folder) || !dictSet(dict, names::dunderPath, path)) return false;
    }
    if (!hasImportMachinery() && !leaveSpecForLater(dict)) return false;
    bool isFrozen = found.path.starts_with('<');
    std::string stem = slash == std::string::npos ? found.path : found.path.substr(slash + 1);
    std::string cached = (slash == std::string::npos ? "" : folderName + "/") + "__pycache__/" + stem.substr(0, stem.rfind('.')) + ".cpython-313.pyc";
    if (!isFrozen && !(setText(dict, names::dunderFile, found.path) && setText(dict, names::dunderCached, cached))) return false;
    return dictSet(dict, names::dunderBuiltins, interpreter.builtins) && giveSpec(module, name, found);
}

// While a module's text runs, others may meet it half-made.
std::vector<Object*> beingMade;
RuntimeCache beingMadeCache([] { beingMade.clear(); });

// Runs a module's text in its namespace. A module whose text fails leaves sys.modules again.
Owned loadSource(Object* nameObject, const std::string& name, const FoundModule& found) {
    Held<> module(newModule(name));
    if (!module || !prepareModule(module, name, found) || !dictSet(interpreter.modules, nameObject, module)) return nullptr;
    Held<> keep(Held<>::share(module));
    beingMade.push_back(module);
    Held<> result(found.kind == FoundModule::Kind::Library ? runLibraryModule(module, found) : runModuleFile(module, found));
    beingMade.erase(std::find(beingMade.begin(), beingMade.end(), module.get()));
    if (!result) {
        Held<> error(takeError());
        if (dictDelete(interpreter.modules, nameObject) < 0) clearError();
        if (error) restoreError(error.release());
        return nullptr;
    }
    // A module may put another object in its place.
    Object* now = dictFind(interpreter.modules, nameObject);
    return newRef(now ? now : module.get());
}

Owned importOne(const std::string& name);

// `path`: the package's __path__, borrowed; null for a top-level module.
Owned loadModule(Object* nameObject, const std::string& name, Object* path) {
    std::optional<MadeAtStartup> early; // made here when the program asks for it
    if (isLoadedAtStartup(name)) early.emplace();
    // These import os, which imports them: it comes first in CPython, before any program.
    if (name == "genericpath" || name == "posixpath") {
        if (!dictFindText(interpreter.modules, "os")) {
            Held<> os(importOne("os"));
            Object* known = os ? dictFind(interpreter.modules, nameObject) : nullptr;
            if (!os || known) return known ? newRef(known) : Owned(nullptr);
        }
    }
    FoundModule found;
    if (std::string source = frozenName(name); !source.empty()) { // alone it has not what its functions need
        if (!startImportMachinery()) return nullptr;
        if (Object* known = dictFind(interpreter.modules, nameObject)) return newRef(known);
        found = searchLibrary(source);
        found.path = frozenFilename(name);
    } else {
        found = searchModule(name, path);
    }
    switch (found.kind) {
    case FoundModule::Kind::Native: {
        LibraryWork work;
        Held<> module(makeNativeModule(name));
        if (!module || !(hasImportMachinery() ? giveSpec(module, name, found) : leaveSpecForLater(moduleDict(module))) ||
            !dictSet(interpreter.modules, nameObject, module))
            return nullptr;
        return module.release();
    }
    case FoundModule::Kind::Library: {
        LibraryWork work;
        return loadSource(nameObject, name, found);
    }
    case FoundModule::Kind::File: return loadSource(nameObject, name, found);
    case FoundModule::Kind::Compiled:
        return raiseNotFound(name, "Memtape runs Python code, and '" + name + "' is compiled for CPython (" + found.path + ")");
    case FoundModule::Kind::Other: return importThroughFinders(nameObject);
    case FoundModule::Kind::None: break;
    }
    if (!library().isOpen() && isKnownStandardModule(name)) return raiseNotFound(name, "No module named '" + name + "' (" + libraryProblem() + ")");
    return raiseNotFound(name, "No module named '" + name + "'");
}

Owned importOne(const std::string& name) {
    Held<> nameObject(internStr(name));
    if (!nameObject) return nullptr;
    if (Object* known = dictFind(interpreter.modules, nameObject)) {
        if (isNone(known)) return raiseNotFound(name, "import of " + name + " halted; None in sys.modules");
        return newRef(known);
    }
    if (errorOccurred()) return nullptr;
    if (hasOwnFinders()) return importThroughFinders(nameObject);
    size_t dot = name.rfind('.');
    if (dot == std::string::npos) return loadModule(nameObject, name, nullptr);
    std::string parentName = name.substr(0, dot);
    Held<> parent(importOne(parentName));
    if (!parent) return nullptr;
    if (Object* known = dictFind(interpreter.modules, nameObject)) return newRef(known);
    bool failed = false;
    Held<> path(findAttr(parent, names::dunderPath, &failed));
    if (failed) return nullptr;
    if (!path && !isNativeModule(name)) {
        return raiseNotFound(name, "No module named '" + name + "'; '" + parentName + "' is not a package");
    }
    Held<> module(loadModule(nameObject, name, path));
    if (!module) return nullptr;
    Held<> child(internStr(name.substr(dot + 1)));
    if (!child || !setAttr(parent, child, module)) return nullptr;
    return module.release();
}

// The package that relative imports of a module start from, as its namespace tells it: __package__, else what __spec__ has, else __name__ cut to
// the package. Null: raised.
Owned packageOf(Object* globals) {
    if (!globals) return raise(exc::KeyError, "'__name__' not in globals");
    if (!isDict(globals)) return raise(exc::TypeError, "globals must be a dict");
    Held<> package(Held<>::share(dictFind(globals, names::dunderPackage)));
    Held<> spec(Held<>::share(dictFind(globals, names::dunderSpec)));
    if (errorOccurred()) return nullptr;
    Held<> parent;
    if (spec && !isNone(spec)) {
        Held<> parentName(newStr("parent"));
        if (!parentName) return nullptr;
        parent = getAttr(spec, parentName);
        if (!parent) return nullptr;
    }
    if (package && !isNone(package)) {
        if (!isStr(package)) return raise(exc::TypeError, "package must be a string");
        if (parent) {
            int same = richCompareBool(package, parent, Comparison::Eq);
            if (same < 0 || (!same && !warn(exc::DeprecationWarning, "__package__ != __spec__.parent"))) return nullptr;
        }
        return package.release();
    }
    if (parent) {
        if (!isStr(parent)) return raise(exc::TypeError, "__spec__.parent must be a string");
        return parent.release();
    }
    if (!warn(exc::ImportWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")) return nullptr;
    Held<> own(Held<>::share(dictFind(globals, names::dunderName)));
    if (!own) return errorOccurred() ? Owned(nullptr) : Owned(raise(exc::KeyError, "'__name__' not in globals"));
    if (!isStr(own)) return raise(exc::TypeError, "__name__ must be a string");
    int isPackage = dictContains(globals, names::dunderPath);
    if (isPackage < 0) return nullptr;
    if (isPackage) return own.release();
    std::string text = strToUtf8(own);
    size_t dot = text.rfind('.');
    return newStr(dot == std::string::npos ? "" : text.substr(0, dot));
}

// The absolute name of a relative import.
bool resolve(Object* name, Object* globals, int level, std::string& out) {
    Held<> package(packageOf(globals));
    if (!package) return false;
    std::string base = strToUtf8(package);
    if (base.empty()) return raise(exc::ImportError, "attempted relative import with no known parent package");
    for (int i = 1; i < level; ++i) {
        size_t dot = base.rfind('.');
        if (dot == std::string::npos) return raise(exc::ImportError, "attempted relative import beyond top-level package");
        base.resize(dot);
    }
    std::string tail = strToUtf8(name);
    out = tail.empty() ? base : base + "." + tail;
    return true;
}

// The pending exception says that just this module is not there; it is cleared then.
bool isMissing(const std::string& name) {
    if (!errorMatches(exc::ModuleNotFoundError)) return false;
    Object* missing = static_cast<ImportExceptionObject*>(interpreter.pending)->name;
    if (!missing || !isStr(missing) || strToUtf8(missing) != name) return false;
    clearError();
    return true;
}

// `from package import name`: names that are not attributes may be submodules.
bool importSubmodules(Object* module, const std::string& name, Object* from) {
    bool failed = false;
    Held<> path(findAttr(module, names::dunderPath, &failed));
    if (!path) return !failed;
    Held<> list(sequenceToTuple(from));
    if (!list) return false;
    for (ssize i = 0; i < asTuple(list)->count; ++i) {
        Object* wanted = asTuple(list)->items[i];
        if (!isStr(wanted)) return raise(exc::TypeError, "Item in ``from list'' must be str, not {}", wanted->type->name);
        if (strEqualsText(wanted, "*")) {
            Held<> allName(newStr("__all__"));
            if (!allName) return false;
            Held<> all(findAttr(module, allName, &failed));
            if (failed) return false;
            if (all && !importSubmodules(module, name, all)) return false;
            continue;
        }
        Held<> present(findAttr(module, wanted, &failed));
        if (failed) return false;
        if (present) continue;
        std::string full = name + "." + strToUtf8(wanted);
        if (!hasOwnFinders() && !searchModule(full, path)) continue;
        Held<> child(importOne(full));
        if (!child && hasOwnFinders() && isMissing(full)) continue;
        if (!child) return false;
    }
    return true;
}

}

Owned compileAndRunModule(Object* module, const std::string& path, const std::string& text, bool ofProgram) {
    SourceFile source = SourceFile::fromModuleBytes(path, text);
    rememberSource(path, text);
    if (ofProgram) defineSourceOnTape(path, text, true);
    Held<> code(compileSource(source, {CompileMode::Exec, ofProgram ? CodeOrigin::Program : CodeOrigin::Library}));
    if (!code) return nullptr;
    return runCode(code, moduleDict(module), moduleDict(module));
}

bool isProgramModuleName(Object* name) {
    if (!name || !isStr(name)) return false;
    if (strEqualsText(name, "__main__")) return true;
    Object* module = interpreter.modules ? dictFind(interpreter.modules, name) : nullptr;
    if (!module || module->type != types::Module) return false;
    Object* file = dictFind(moduleDict(module), names::dunderFile);
    return file && isStr(file) && isProgramFile(strToUtf8(file));
}

ModuleStanding moduleStanding(Object* module) {
    ModuleStanding standing;
    if (module->type != types::Module) return standing;
    Object *name = dictFind(moduleDict(module), names::dunderName), *file = dictFind(moduleDict(module), names::dunderFile);
    if (!name || !isStr(name) || !file || !isStr(file)) return standing;
    standing.file = strToUtf8(file);
    standing.isBeingMade = std::find(beingMade.begin(), beingMade.end(), module) != beingMade.end();
    standing.isBesideProgram = folderOfFile(standing.file) == host.programFolder;
    standing.hidesLibrary = standing.isBesideProgram && isKnownStandardModule(strToUtf8(name));
    return standing;
}

Owned importModule(Object* name) { return importOne(strToUtf8(name)); }

Owned importWithLevel(Object* name, Object* globals, Object* from, int level) {
    if (!isStr(name)) return raise(exc::TypeError, "module name must be a string");
    if (level < 0) return raise(exc::ValueError, "level must be >= 0");
    std::string absolute = strToUtf8(name);
    if (level > 0) {
        if (!resolve(name, globals, level, absolute)) return nullptr;
    } else if (absolute.empty()) {
        return raise(exc::ValueError, "Empty module name");
    }
    Held<> module(importOne(absolute));
    if (!module) return nullptr;
    int hasFrom = from && !isNone(from) ? isTrue(from) : 0;
    if (hasFrom < 0) return nullptr;
    if (hasFrom) {
        if (!importSubmodules(module, absolute, from)) return nullptr;
        return module.release();
    }
    // `import a.b` binds a.
    std::string own = strToUtf8(name);
    size_t dot = own.find('.');
    if (dot == std::string::npos) return module.release();
    if (level == 0) return importOne(own.substr(0, dot));
    return importOne(absolute.substr(0, absolute.size() - (own.size() - dot)));
}

Owned importName(Frame* frame, Object* name, Object* from, Object* level) {
    bool failed = false;
    Held<> function(lookInMapping(frame->builtins, names::dunderImport, &failed));
    if (!function) {
        if (!failed) raise(exc::ImportError, "__import__ not found");
        return nullptr;
    }
    if (isNativeFunction(function)) return importWithLevel(name, frame->globals, from, static_cast<int>(compactValue(level)));
    Object* list[] = {name, frame->globals, frame->locals ? frame->locals : None, from, level};
    return call(function, Args{list, 5, nullptr});
}

Owned importFrom(Object* module, Object* name) {
    bool failed = false;
    Owned found = findAttr(module, name, &failed);
    if (found || failed) return found;
    Held<> moduleName(findAttr(module, names::dunderName, &failed));
    if (failed) return nullptr;
    if (moduleName && isStr(moduleName)) {
        std::string full = strToUtf8(moduleName) + "." + strToUtf8(name);
        Held<> fullName(newStr(full));
        if (Object* known = fullName ? dictFind(interpreter.modules, fullName) : nullptr) return newRef(known);
    }
    std::string own = moduleName && isStr(moduleName) ? strToUtf8(moduleName) : "<unknown module name>";
    Held<> file(findAttr(module, names::dunderFile, &failed));
    if (failed) return nullptr;
    std::string where = file && isStr(file) ? strToUtf8(file) : "unknown location";
    ModuleStanding standing = moduleStanding(module);
    std::string message = "cannot import name '" + strToUtf8(name) + "' from ";
    if (standing.hidesLibrary)
        message += "'" + own + "' (consider renaming '" + where + "' since it has the same name as the standard library module named '" + own +
                   "' and prevents importing that standard library module)";
    else if (standing.isBeingMade) message += "partially initialized module '" + own + "' (most likely due to a circular import) (" + where + ")";
    else message += "'" + own + "' (" + where + ")";
    Held<> text(newStr(message));
    Ref<> error = text ? Ref<>(call(exc::ImportError, text)) : Ref<>();
    if (!error) return nullptr;
    auto* import = static_cast<ImportExceptionObject*>(error.get());
    if (moduleName) setField(error.get(), import->name, newRef(moduleName));
    if (file) setField(error.get(), import->path, newRef(file));
    setField(error.get(), import->nameFrom, newRef(name));
    return raiseInstance(error);
}

}
