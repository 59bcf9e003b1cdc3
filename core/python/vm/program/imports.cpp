// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/imports.h"

#include <algorithm>
#include <optional>

#include "core/host/files.h"
#include "core/host/host.h"
#include "core/python/library/library_archive.h"
#include "core/python/modules/module_registry.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_text.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/program/compile_source.h"

namespace memtape {

namespace {

struct Found {
    std::string path, source;
    const LibraryEntry* entry = nullptr; // of the library: it is compiled already, and `source` is empty
    bool isPackage = false, ofProgram = false;
};

// A module of CPython's library.
bool findInLibrary(const std::string& name, Found& found) {
    std::string path = name;
    std::replace(path.begin(), path.end(), '.', '/');
    found.entry = library().find(path + "/__init__.py");
    found.isPackage = found.entry != nullptr;
    if (!found.entry) found.entry = library().find(path + ".py");
    if (!found.entry) return false;
    found.path = std::string(libraryRoot) + "/" + std::string(library().pathOf(*found.entry));
    return true;
}

// What lies in the program's folder under this name.
std::string besideProgram(const std::string& name) { return (host.programFolder == "/" ? "" : host.programFolder) + "/" + name; }

// A module of the program's folder, or of a package in it, that is there and may be read (core/host/rules.h).
bool findFile(const std::string& name, Found& found) {
    std::string relative = name;
    std::replace(relative.begin(), relative.end(), '.', '/');
    std::string base = besideProgram(relative);
    if (hostFileKind(base + "/__init__.py") == FileKind::File) {
        found.path = base + "/__init__.py";
        found.isPackage = true;
    } else if (hostFileKind(base + ".py") == FileKind::File) {
        found.path = base + ".py";
    } else {
        return false;
    }
    found.ofProgram = true;
    return true;
}

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

Owned runLibraryModule(Object* module, const LibraryEntry& entry) {
    std::shared_ptr<CodeUnit> unit = library().code(entry);
    if (!unit) return raise(exc::ImportError, "the file {} of Memtape's library is damaged", std::string(library().pathOf(entry)).c_str());
    Held<> code(newCode(unit, CodeOrigin::Library));
    return code ? runCode(code, moduleDict(module), moduleDict(module)) : Owned(nullptr);
}

// Runs a module's text in its namespace. A module whose text fails leaves sys.modules again.
Owned loadSource(Object* nameObject, const std::string& name, const Found& found) {
    Held<> module(newModule(name));
    if (!module) return nullptr;
    Object* dict = moduleDict(module);
    size_t dot = name.rfind('.');
    std::string package = found.isPackage ? name : dot == std::string::npos ? "" : name.substr(0, dot);
    size_t slash = found.path.rfind('/');
    std::string folderName = found.path.substr(0, slash);
    bool ok = setText(dict, names::dunderPackage, package);
    if (ok && found.isPackage) {
        Held<> folder(newStr(folderName));
        Held<> path(newList(0));
        ok = folder && path && listAppend(asList(path), folder) && dictSet(dict, names::dunderPath, path);
    }
    // where CPython would keep the compiled module; nothing is written there
    std::string stem = slash == std::string::npos ? found.path : found.path.substr(slash + 1);
    std::string cached = (slash == std::string::npos ? "" : folderName + "/") + "__pycache__/" + stem.substr(0, stem.rfind('.')) + ".cpython-313.pyc";
    ok = ok && setText(dict, names::dunderFile, found.path) && setText(dict, names::dunderCached, cached);
    ok = ok && dictSet(dict, names::dunderBuiltins, interpreter.builtins) && dictSet(interpreter.modules, nameObject, module);
    if (!ok) return nullptr;
    Held<> keep(Held<>::share(module));
    Held<> result(found.entry ? runLibraryModule(module, *found.entry) : compileAndRunModule(module, found.path, found.source, found.ofProgram));
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

Owned loadModule(Object* nameObject, const std::string& name) {
    std::optional<MadeAtStartup> early; // made here when the program asks for it
    if (isLoadedAtStartup(name)) early.emplace();
    if (isNativeModule(name)) {
        Held<> module(makeNativeModule(name));
        if (!module || !dictSet(interpreter.modules, nameObject, module)) return nullptr;
        return module.release();
    }
    Found found;
    if (std::string_view text = embeddedSource(name); !text.empty()) {
        found.path = "<memtape>/" + name + ".py";
        found.source = text;
        found.isPackage = isEmbeddedPackage(name);
        return loadSource(nameObject, name, found);
    }
    bool isEarly = early.has_value() && findInLibrary(name, found);
    if (!isEarly && findFile(name, found)) {
        if (int failed = hostReadFile(found.path, found.source)) {
            Ref<> path = newStr(found.path);
            return path ? raiseOsError(failed, path) : Failure();
        }
        return loadSource(nameObject, name, found);
    }
    if (isEarly || findInLibrary(name, found)) return loadSource(nameObject, name, found);
    if (isKnownStandardModule(name)) {
        if (!library().isOpen()) return raiseNotFound(name, "No module named '" + name + "' (" + libraryProblem() + ")");
        return raiseNotFound(name, "No module named '" + name + "' (Memtape does not have this module of the standard library)");
    }
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
    size_t dot = name.rfind('.');
    if (dot == std::string::npos) return loadModule(nameObject, name);
    std::string parentName = name.substr(0, dot);
    Held<> parent(importOne(parentName));
    if (!parent) return nullptr;
    if (Object* known = dictFind(interpreter.modules, nameObject)) return newRef(known);
    bool failed = false;
    Held<> path(findAttr(parent, names::dunderPath, &failed));
    if (failed) return nullptr;
    if (!path && !isNativeModule(name) && embeddedSource(name).empty()) {
        return raiseNotFound(name, "No module named '" + name + "'; '" + parentName + "' is not a package");
    }
    Held<> module(loadModule(nameObject, name));
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
            Held<> all(findAttr(module, allName, &failed));
            if (failed) return false;
            if (all && !importSubmodules(module, name, all)) return false;
            continue;
        }
        Held<> present(findAttr(module, wanted, &failed));
        if (failed) return false;
        if (present) continue;
        std::string full = name + "." + strToUtf8(wanted);
        Found found;
        if (!isNativeModule(full) && embeddedSource(full).empty() && !findFile(full, found) && !findInLibrary(full, found)) continue;
        Ref<> child = importOne(full);
        if (!child) return false;
    }
    return true;
}

}

Owned compileAndRunModule(Object* module, const std::string& path, const std::string& text, bool ofProgram) {
    SourceFile source = SourceFile::fromModuleBytes(path, text);
    rememberSource(path, text);
    if (ofProgram) defineSourceOnTape(path, text, true);
    Held<> code(compileSource(source, CompileMode::Exec, ofProgram ? CodeOrigin::Program : CodeOrigin::Library));
    if (!code) return nullptr;
    return runCode(code, moduleDict(module), moduleDict(module));
}

bool isProgramModuleName(Object* name) {
    if (!name || !isStr(name)) return false;
    if (strEqualsText(name, "__main__")) return true;
    Object* module = interpreter.modules ? dictFind(interpreter.modules, name) : nullptr;
    if (!module || module->type != types::Module) return false;
    Object* file = dictFind(moduleDict(module), names::dunderFile);
    if (!file || !isStr(file)) return false;
    std::string path = strToUtf8(file);
    std::string folder = besideProgram("");
    return path.compare(0, folder.size(), folder) == 0;
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
    Held<> text(newStr("cannot import name '" + strToUtf8(name) + "' from '" + own + "' (" + where + ")"));
    Ref<> error = text ? Ref<>(call(exc::ImportError, text)) : Ref<>();
    if (!error) return nullptr;
    auto* import = static_cast<ImportExceptionObject*>(error.get());
    if (moduleName) setField(error.get(), import->name, newRef(moduleName));
    if (file) setField(error.get(), import->path, newRef(file));
    setField(error.get(), import->nameFrom, newRef(name));
    return raiseInstance(error);
}

}
