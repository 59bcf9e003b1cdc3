// SPDX-License-Identifier: GPL-3.0-or-later
// _decimal: the module, what it takes from other modules, and the current context.
#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/blocks.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

DecimalState decimalState;
static RuntimeCache stateCache([] { decimalState = {}; });

// ---- the library's memory ---------------------------------------------------------------------------------------------

namespace {

void* allocateZeroed(size_t count, size_t bytes) {
    void* block = takeLibraryBlock(count * bytes);
    if (block) std::memset(block, 0, count * bytes);
    return block;
}

void setLibraryMemory() {
    mpd_mallocfunc = takeLibraryBlock;
    mpd_callocfunc = allocateZeroed;
    mpd_reallocfunc = resizeLibraryBlock;
    mpd_free = giveLibraryBlock;
    if (MPD_MINALLOC != decimalInlineWords) mpd_setminalloc(decimalInlineWords); // may be set once
}

}

mpd_context_t exactDecimalContext() {
    mpd_context_t context;
    mpd_maxcontext(&context);
    return context;
}

// ---- the current context ----------------------------------------------------------------------------------------------

// The module's state is a context variable, by which each thread and task has its own; or, where there are none, the context itself.
static bool stateIsContext() {
    Object* state = static_cast<ModuleObject*>(decimalState.module)->state;
    return !state || isDecimalContext(state);
}

bool setCurrentDecimalContext(Object* context) {
    ModuleObject* module = static_cast<ModuleObject*>(decimalState.module);
    if (stateIsContext()) {
        setField(module, module->state, newRef(context));
        return true;
    }
    Ref<> set(internStr("set"));
    if (!set) return false;
    Held<> token(callMethod(module->state, set, context));
    return static_cast<bool>(token);
}

ContextRef currentDecimalContext() {
    ModuleObject* module = static_cast<ModuleObject*>(decimalState.module);
    if (stateIsContext()) {
        if (module->state) return ContextRef::share(asDecimalContext(module->state));
    } else {
        Ref<> get(internStr("get"));
        if (!get) return nullptr;
        Ref<> found(callMethod(module->state, get, None));
        if (!found) return nullptr;
        if (isDecimalContext(found)) return ContextRef::steal(found.releaseRaw());
    }
    ContextRef made = newDecimalContext(nullptr);
    return made && setCurrentDecimalContext(made) ? made : nullptr;
}

namespace {

Owned getContext(Object*) { return Owned(currentDecimalContext().release()); }

Owned setContext(Object*, Object* given) {
    if (!isDecimalContext(given)) return raise(exc::TypeError, "argument must be a context");
    // The templates stay as they are.
    bool isTemplate = given == decimalState.defaultTemplate || given == decimalState.basicTemplate || given == decimalState.extendedTemplate;
    ContextRef context = isTemplate ? copyDecimalContext(asDecimalContext(given)) : ContextRef::share(asDecimalContext(given));
    if (!context) return nullptr;
    if (isTemplate) context->values.status = 0;
    return setCurrentDecimalContext(context) ? newNone() : nullptr;
}

const MethodDef functions[] = {{"getcontext", getContext}, {"setcontext", setContext}, {"localcontext", localContext, NativeKind::Keywords}, {}};

const IntConstant constants[] = {
    {"MAX_PREC", MPD_MAX_PREC}, {"MAX_EMAX", MPD_MAX_EMAX}, {"MIN_EMIN", MPD_MIN_EMIN}, {"MIN_ETINY", MPD_MIN_ETINY}, {}};

// ---- making the module ------------------------------------------------------------------------------------------------

bool keepForGood(Owned made, Object** out) {
    if (!made) return false;
    recordKeptForGood(made.pointer);
    *out = made.pointer;
    return true;
}

bool makeTupleType(Object* module) {
    Held<> maker(importForDecimal("collections", "namedtuple"));
    Ref<> name(newStr("DecimalTuple")), fields(newStr("sign digits exponent")), place(newStr("decimal")), keyword(newStr("module"));
    if (!maker || !name || !fields || !place || !keyword) return false;
    Ref<> names(packTuple(keyword.get()));
    if (!names) return false;
    Object* values[] = {name, fields, place};
    return keepForGood(call(maker, {values, 2, static_cast<TupleObject*>(names.get())}), &decimalState.tupleType) &&
           addToModule(module, "DecimalTuple", newRef(decimalState.tupleType));
}

bool registerAsNumber() {
    Held<> number(importForDecimal("numbers", "Number"));
    Ref<> name(newStr("register"));
    if (!number || !name || !keepForGood(importForDecimal("numbers", "Rational"), &decimalState.rational)) return false;
    Held<> registered(callMethod(number, name, decimalState.decimal));
    return static_cast<bool>(registered);
}

bool makeTemplates(Object* module) {
    constexpr uint32_t traps = MPD_IEEE_Invalid_operation | MPD_Division_by_zero | MPD_Overflow;
    const struct {
        const char* name;
        DecimalContextObject** place;
        mpd_context_t values;
    } templates[] = {
        {"DefaultContext", &decimalState.defaultTemplate, {28, 999999, -999999, traps, 0, 0, MPD_ROUND_HALF_EVEN, 0, 1}},
        {"BasicContext", &decimalState.basicTemplate, {9, 999999, -999999, traps | MPD_Underflow | MPD_Clamped, 0, 0, MPD_ROUND_HALF_UP, 0, 1}},
        {"ExtendedContext", &decimalState.extendedTemplate, {9, 999999, -999999, 0, 0, 0, MPD_ROUND_HALF_EVEN, 0, 1}},
    };
    for (const auto& t : templates) {
        ContextRef context = newDecimalContext(nullptr);
        if (!context) return false;
        context->values = t.values;
        Object* kept;
        if (!keepForGood(Owned(context.release()), &kept) || !addToModule(module, t.name, newRef(kept))) return false;
        *t.place = asDecimalContext(kept);
    }
    return true;
}

// A ContextVar, where there is a module for it.
bool makeContextVariable(Object* module) {
    Held<> maker(importForDecimal("_contextvars", "ContextVar"));
    if (!maker) {
        if (!errorMatches(exc::ImportError)) return false;
        clearError();
        return true;
    }
    Ref<> name(newStr("decimal_context"));
    if (!name) return false;
    Owned variable = call(maker, name);
    if (!variable) return false;
    setField(module, static_cast<ModuleObject*>(module)->state, variable);
    return true;
}

}

Owned importForDecimal(const char* module, const char* name) {
    Ref<> moduleName(newStr(module));
    if (!moduleName) return nullptr;
    Held<> imported(vmHooks.importModule(moduleName));
    return imported ? getAttr(imported, std::string_view(name)) : nullptr;
}

Owned makeDecimalModule() {
    setLibraryMemory();
    Held<> module(newModule("_decimal"));
    if (!module) return nullptr;
    // Imported anew: the classes stay those that the numbers and contexts there are have.
    if (decimalState.module) return dictUpdate(moduleDict(module), moduleDict(decimalState.module)) ? module.release() : Owned(nullptr);
    decimalState.module = module;
    if (!addTypeToModule(module, decimalState.decimal, defineDecimal) || !addTypeToModule(module, decimalState.context, defineDecimalContext))
        return nullptr;
    decimalState.contextManager = makeModuleType(defineContextManager);
    if (!decimalState.contextManager || !makeDecimalExceptions(module) || !makeSignalDict() || !makeTemplates(module) || !makeTupleType(module) ||
        !registerAsNumber() || !makeContextVariable(module) || !addFunctions(module, functions) || !addConstants(module, constants))
        return nullptr;
    for (int i = 0; i < MPD_ROUND_TRUNC; ++i)
        if (!addToModule(module, roundingNames[i], roundingName(i))) return nullptr;
    if (!addToModule(module, "HAVE_THREADS", newBool(true)) || !addToModule(module, "HAVE_CONTEXTVAR", newBool(true)) ||
        !addText(module, "__version__", "1.70") || !addText(module, "__libmpdec_version__", mpd_version()))
        return nullptr;
    recordKeptForGood(newRef(module).pointer); // the functions go on using it
    return module.release();
}

}
