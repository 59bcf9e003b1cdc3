// SPDX-License-Identifier: GPL-3.0-or-later

// Modules.

#include <cstddef>
#include <string>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

ModuleObject* module(Object* o) { return static_cast<ModuleObject*>(o); }

bool initDict(Object* m, Object* name, Object* doc) {
    Object* dict = moduleDict(m);
    if (!dictSet(dict, names::dunderName, name) || !dictSet(dict, names::dunderDoc, doc) || !dictSet(dict, names::dunderPackage, None) ||
        !dictSet(dict, names::dunderLoader, None) || !dictSet(dict, names::dunderSpec, None))
        return false;
    if (isExactStr(name)) setField(m, module(m)->name, newRef(name));
    return true;
}

Owned moduleCreate(Type* type, Args) {
    Ref<> made = type->alloc(type, 0);
    if (!made) return nullptr;
    Ref<> dict = newDict();
    if (!dict) return nullptr;
    module(made)->dict = dict.releaseRaw();
    recordCells(made);
    return made.release();
}

bool moduleInit(Object* self, Args args) {
    Object* p[2] = {nullptr, None};
    if (!parseArgs("module", args, "name | doc", p)) return false;
    if (!isStr(p[0])) return raise(exc::TypeError, "module() argument 'name' must be str, not {}", p[0]->type->name);
    return initDict(self, p[0], p[1]);
}

Failure raiseMissing(Object* m, Object* name) {
    Object* moduleName = dictFind(moduleDict(m), names::dunderName);
    if (errorOccurred()) return {};
    if (!moduleName || !isStr(moduleName)) return raise(exc::AttributeError, "module has no attribute '{}'", name);
    ModuleStanding standing = vmHooks.moduleStanding ? vmHooks.moduleStanding(m) : ModuleStanding();
    std::string shown = "module '" + strToUtf8(moduleName) + "' ", text = "has no attribute '" + strToUtf8(name) + "'", format;
    if (standing.hidesLibrary)
        format = shown + text + " (consider renaming '" + standing.file + "' since it has the same name as the standard library module named '" +
                 strToUtf8(moduleName) + "' and prevents importing that standard library module)";
    else if (standing.isBeingMade && standing.isBesideProgram)
        format = shown + text + " (consider renaming '" + standing.file + "' if it has the same name as a third-party module you intended to import)";
    else if (standing.isBeingMade)
        format = "partially initialized " + shown + "from '" + standing.file + "' " + text + " (most likely due to a circular import)";
    else format = shown + text;
    std::string escaped;
    for (char c : format) {
        escaped += c;
        if (c == '{' || c == '}') escaped += c;
    }
    return raiseAttributeError(m, name, escaped);
}

Owned moduleGetAttr(Object* m, Object* name) {
    bool failed = false;
    Owned found = genericFindAttr(m, name, &failed);
    if (found) return found;
    if (failed && !errorMatches(exc::AttributeError)) return nullptr;
    if (failed) clearError();
    if (!module(m)->dict) return raiseAttributeError(m, name);
    if (Object* hook = dictFind(module(m)->dict, names::dunderGetattr)) {
        Held<> keep(Held<>::share(hook));
        return call(keep, name);
    }
    if (errorOccurred()) return nullptr;
    if (vmHooks.lateModuleAttribute && vmHooks.lateModuleAttribute(m, name, &failed)) return newRef(dictFind(moduleDict(m), name));
    return failed ? Owned(nullptr) : Owned(raiseMissing(m, name));
}

Owned moduleRepr(Object* m) {
    Object* dict = moduleDict(m);
    Object* name = dict ? dictFind(dict, names::dunderName) : nullptr;
    Object* file = dict ? dictFind(dict, names::dunderFile) : nullptr;
    Object* loader = dict ? dictFind(dict, names::dunderLoader) : nullptr;
    Held<> shown(name && isStr(name) ? newRef(name) : newStr("?"));
    if (!shown) return nullptr;
    if (file) {
        const FormatArg parts[] = {shown.get(), file};
        return formatMessage("<module {!r} from {!r}>", parts, 2);
    }
    Object* spec = dict ? dictFind(dict, names::dunderSpec) : nullptr;
    if (spec && spec != None) {
        Held<> origin(getAttr(spec, "origin"));
        if (!origin) clearError();
        if (origin && origin.get() != None && isStr(origin)) {
            const FormatArg parts[] = {shown.get(), origin.get()};
            return formatMessage(strEqualsText(origin, "built-in") ? "<module {!r} (built-in)>" : "<module {!r} ({})>", parts, 2);
        }
    } else if (loader && loader != None) {
        const FormatArg parts[] = {shown.get(), loader};
        return formatMessage("<module {!r} ({!r})>", parts, 2);
    } else if (module(m)->definition) {
        const FormatArg parts[] = {shown.get()};
        return formatMessage("<module {!r} (built-in)>", parts, 1);
    }
    const FormatArg parts[] = {shown.get()};
    return formatMessage("<module {!r}>", parts, 1);
}

Owned dirMethod(Object* m) {
    Held<> dict(getAttr(m, names::dunderDict));
    if (!dict) return nullptr;
    bool failed = false;
    if (vmHooks.lateModuleAttribute) vmHooks.lateModuleAttribute(m, names::dunderSpec, &failed);
    if (failed) return nullptr;
    if (!isDict(dict)) return raise(exc::TypeError, "<module>.__dict__ is not a dictionary");
    if (Object* hook = dictFind(dict, names::dunderDir)) return call(hook);
    return errorOccurred() ? Owned(nullptr) : dictKeysList(dict);
}

Owned getAnnotations(Object* m) {
    Object* found = dictFind(moduleDict(m), names::dunderAnnotations);
    if (found) return newRef(found);
    Held<> made(newDict());
    if (!made || !dictSet(moduleDict(m), names::dunderAnnotations, made)) return nullptr;
    return made.release();
}
bool setAnnotations(Object* m, Object* value) {
    if (value) return dictSet(moduleDict(m), names::dunderAnnotations, value);
    int gone = dictDelete(moduleDict(m), names::dunderAnnotations);
    if (gone == 0) return raise(exc::AttributeError, "__annotations__");
    return gone > 0;
}

Owned getDict(Object* m) { return newRef(moduleDict(m)); }

constexpr Field fields[] = {
    {"__dict__", offsetof(ModuleObject, dict)}, {"name", offsetof(ModuleObject, name)}, {"state", offsetof(ModuleObject, state)}, {}};
constexpr MethodDef methods[] = {{"__dir__", dirMethod}, {}};
constexpr GetSetDef getsets[] = {{"__dict__", getDict}, {"__annotations__", getAnnotations, setAnnotations}, {}};

}

Owned newModule(std::string_view name) {
    Ref<> text = internStr(name);
    if (!text) return nullptr;
    Ref<> made = moduleCreate(types::Module, Args{});
    if (!made || !initDict(made, text, None)) return nullptr;
    return made.release();
}

bool addToModule(Object* m, const char* name, Owned value) {
    Ref<> held = value;
    if (!held) return false;
    Ref<> key = internStr(name);
    return key && dictSet(moduleDict(m), key, held);
}

bool addFunctions(Object* m, const MethodDef* table) {
    Object* name = module(m)->name;
    for (const MethodDef* f = table; f->name; f++)
        if (!addToModule(m, f->name, newNativeFunction(f, m, name))) return false;
    static const char native = 0;
    if (!module(m)->definition) module(m)->definition = &native;
    return true;
}

void defineModuleType(Type* t) {
    static_assert(sizeof(ModuleObject) == 56);
    t->name = "module";
    t->doc = "module(name, doc=None)\n--\n\nCreate a module object.\n\nThe name must be a string; the optional doc argument can have any type.";
    t->basicSize = sizeof(ModuleObject);
    t->flags = BaseType | HaveGc;
    t->dictOffset = offsetof(ModuleObject, dict);
    t->weaklistOffset = offsetof(ModuleObject, weakrefs);
    t->fields = fields;
    t->methods = methods;
    t->getsets = getsets;
    t->getAttr = moduleGetAttr;
    t->setAttr = genericSetAttr;
    t->repr = moduleRepr;
    t->create = moduleCreate;
    t->init = moduleInit;
}

}
