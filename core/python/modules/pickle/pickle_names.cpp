// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/pickle/pickle_parts.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::pickle {

Owned importNamed(Object* name) {
    if (isStr(name) && !asStr(name)->length) return raise(exc::ValueError, "Empty module name");
    return vmHooks.importModule(name);
}

Owned attributeOf(const char* module, const char* name) {
    Held<> moduleName(newStr(module));
    Held<> found(moduleName ? importNamed(moduleName) : Owned(nullptr));
    return found ? getAttr(found, name) : Owned(nullptr);
}

Owned optionalAttr(Object* o, const char* name, bool* failed) {
    Ref<> text(internStr(name));
    *failed = !text;
    return text ? findAttr(o, text, failed) : Owned(nullptr);
}

Owned overridden(Object* o, Object* attributeOrNull, Type* type, const char* name, bool* failed) {
    *failed = false;
    if (attributeOrNull) return newRef(attributeOrNull);
    if (o->type == type) return nullptr;
    Ref<> text(internStr(name));
    *failed = !text;
    if (!text || lookupInType(o->type, text) == lookupInType(type, text)) return nullptr;
    Owned method = getAttr(o, text);
    *failed = !method;
    return method;
}

Owned dottedPath(Object* name, Object* objectOrNull) {
    Held<> dot(newStr("."));
    Held<> split(dot ? getAttr(name, "split") : Owned(nullptr));
    Held<> path(split ? call(split, dot) : Owned(nullptr));
    if (!path) return nullptr;
    for (ssize i = 0; i < asList(path)->count; ++i) {
        if (!strEqualsText(asList(path)->items[i], "<locals>")) continue;
        if (objectOrNull) return raise(exc::AttributeError, "Can't get local attribute {!r} on {!r}", name, objectOrNull);
        return raise(exc::AttributeError, "Can't get local object {!r}", name);
    }
    return path.release();
}

Owned deepAttribute(Object* module, Object* path, Held<>& parent) {
    Held<> found(newRef(module));
    for (ssize i = 0; i < asList(path)->count; ++i) {
        Held<> name(newRef(asList(path)->items[i]));
        bool failed = false;
        Owned next = findAttr(found, name, &failed);
        if (!next) return nullptr;
        parent = found.release();
        found = next;
    }
    return found.release();
}

Owned moduleOf(Object* global, Object* path) {
    bool failed = false;
    Held<> own(optionalAttr(global, "__module__", &failed));
    if (failed) return nullptr;
    if (own && !isNone(own)) return own.release();
    Held<> modules(isExactDict(interpreter.modules) ? dictCopy(interpreter.modules) : Owned(nullptr));
    Object *name, *module;
    for (ssize position = 0; modules && dictNext(modules, &position, &name, &module);) {
        if (isNone(module) || (isStr(name) && strEqualsText(name, "__main__"))) continue;
        Held<> parent;
        Held<> found(deepAttribute(module, path, parent));
        if (!found && errorOccurred()) clearError(); // a module that is no module
        if (found && found == global) return newRef(name);
    }
    return errorOccurred() ? Owned(nullptr) : newStr("__main__");
}

namespace {

// A name of Python 2 becomes that of Python 3.
bool renameOld(Held<>& module, Held<>& name) {
    Held<> names(attributeOf("_compat_pickle", "NAME_MAPPING"));
    Held<> key(names ? packTuple(module.get(), name.get()) : Owned(nullptr));
    if (!key) return false;
    if (Object* pair = isDict(names) ? dictFind(names, key) : nullptr) {
        if (!isTuple(pair) || asTuple(pair)->count != 2)
            return raise(exc::RuntimeError, "_compat_pickle.NAME_MAPPING values should be 2-tuples, not {}", pair->type->name);
        module = newRef(asTuple(pair)->items[0]);
        name = newRef(asTuple(pair)->items[1]);
        if (isStr(module) && isStr(name)) return true;
        return raise(exc::RuntimeError, "_compat_pickle.NAME_MAPPING values should be pairs of str, not ({}, {})", module->type->name,
                     name->type->name);
    }
    if (errorOccurred()) return false;
    Held<> imports(attributeOf("_compat_pickle", "IMPORT_MAPPING"));
    if (!imports) return false;
    Object* renamed = isDict(imports) ? dictFind(imports, module) : nullptr;
    if (!renamed) return !errorOccurred();
    if (!isStr(renamed)) return raise(exc::RuntimeError, "_compat_pickle.IMPORT_MAPPING values should be strings, not {}", renamed->type->name);
    module = newRef(renamed);
    return true;
}

bool audit(Object* module, Object* name) {
    Held<> function(getAttr(interpreter.modules ? dictFindText(interpreter.modules, "sys") : None, "audit"));
    Held<> event(function ? newStr("pickle.find_class") : Owned(nullptr));
    Held<> done(event ? call(function, event, module, name) : Owned(nullptr));
    return bool(done);
}

}

Owned findClass(UnpicklerObject* u, Object* moduleName, Object* globalName) {
    if (!audit(moduleName, globalName)) return nullptr;
    Held<> module(newRef(moduleName)), name(newRef(globalName));
    if (u->protocol < 3 && u->fixImports && isStr(module) && isStr(name) && !renameOld(module, name)) return nullptr;
    if (!isStr(module)) return raise(exc::TypeError, "module name must be a string");
    Held<> imported(importNamed(module));
    if (!imported) return nullptr;
    Held<> path;
    if (u->protocol >= 4) {
        path = dottedPath(name, imported);
    } else {
        Object* one[] = {name};
        path = newListOf(one, 1);
    }
    if (!path) return nullptr;
    Held<> parent;
    Held<> found(deepAttribute(imported, path, parent));
    if (!found && !errorOccurred()) return raise(exc::AttributeError, "Can't get attribute {!r} on {!r}", name, imported);
    return found.release();
}

}
