// SPDX-License-Identifier: GPL-3.0-or-later
// Context, and localcontext()'s ContextManager.
#include <cstddef>
#include <string>

#include "core/python/modules/decimal/decimal_parts.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

// By libmpdec's numbers.
const char* const roundingNames[] = {"ROUND_UP",        "ROUND_DOWN",      "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP",
                                     "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP",    "ROUND_TRUNC"};
Owned roundingName(int rounding) { return internStr(roundingNames[rounding]); }

bool roundingArgument(Object* given, int* rounding) {
    if (isStr(given)) {
        for (int i = 0; i < MPD_ROUND_TRUNC; ++i) {
            if (!strEqualsText(given, roundingNames[i])) continue;
            *rounding = i;
            return true;
        }
    }
    return raise(exc::TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                                 "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

ContextRef contextArgument(Object* given) {
    if (!given || isNone(given)) return currentDecimalContext();
    if (isDecimalContext(given)) return ContextRef::share(asDecimalContext(given));
    return raise(exc::TypeError, "optional argument must be a context");
}

// ---- making -----------------------------------------------------------------------------------------------------------

static Owned contextNew(Type* type, Args) {
    Ref<DecimalContextObject> context = Ref<DecimalContextObject>::steal(type->alloc(type, 0).pointer);
    if (!context) return nullptr;
    context->traps = newSignalDict(&context->values.traps).pointer;
    if (!context->traps) return nullptr;
    context->flags = newSignalDict(&context->values.status).pointer;
    if (!context->flags) return nullptr;
    if (const DecimalContextObject* like = decimalState.defaultTemplate) {
        context->values = like->values;
        context->capitals = like->capitals;
    } else {
        context->values = exactDecimalContext();
        context->capitals = 1;
    }
    context->values.status = 0;
    recordCells(context);
    return Owned(context.release());
}

ContextRef newDecimalContext(const DecimalContextObject* like) {
    ContextRef made = ContextRef::steal(contextNew(decimalState.context, {}).pointer);
    if (made && like) {
        made->values = like->values;
        made->capitals = like->capitals;
    }
    return made;
}

ContextRef copyDecimalContext(DecimalContextObject* context) { return newDecimalContext(context); }

// ---- attributes -------------------------------------------------------------------------------------------------------

namespace {

bool sizeValue(Object* value, mpd_ssize_t* out) {
    if (!isInt(value)) return raise(exc::TypeError, "an integer is required");
    *out = argumentAsSize(value);
    return *out != -1 || !errorOccurred();
}

bool setPrec(Object* self, Object* value) {
    mpd_ssize_t n;
    if (!sizeValue(value, &n)) return false;
    return mpd_qsetprec(&asDecimalContext(self)->values, n) ? true : raise(exc::ValueError, "valid range for prec is [1, MAX_PREC]");
}
bool setEmin(Object* self, Object* value) {
    mpd_ssize_t n;
    if (!sizeValue(value, &n)) return false;
    return mpd_qsetemin(&asDecimalContext(self)->values, n) ? true : raise(exc::ValueError, "valid range for Emin is [MIN_EMIN, 0]");
}
bool setEmax(Object* self, Object* value) {
    mpd_ssize_t n;
    if (!sizeValue(value, &n)) return false;
    return mpd_qsetemax(&asDecimalContext(self)->values, n) ? true : raise(exc::ValueError, "valid range for Emax is [0, MAX_EMAX]");
}
bool setRounding(Object* self, Object* value) { return roundingArgument(value, &asDecimalContext(self)->values.round); }
bool setCapitals(Object* self, Object* value) {
    mpd_ssize_t n;
    if (!sizeValue(value, &n)) return false;
    if (n != 0 && n != 1) return raise(exc::ValueError, "valid values for capitals are 0 or 1");
    asDecimalContext(self)->capitals = static_cast<int>(n);
    return true;
}
bool setClamp(Object* self, Object* value) {
    mpd_ssize_t n;
    if (!sizeValue(value, &n)) return false;
    if (n != 0 && n != 1) return raise(exc::ValueError, "valid values for clamp are 0 or 1");
    asDecimalContext(self)->values.clamp = static_cast<int>(n);
    return true;
}
bool setFlags(Object* self, Object* value) {
    uint32_t flags;
    if (!flagsFromDict(value, &flags)) return false;
    asDecimalContext(self)->values.status = flags;
    return true;
}
bool setTraps(Object* self, Object* value) {
    uint32_t flags;
    if (!flagsFromDict(value, &flags)) return false;
    asDecimalContext(self)->values.traps = flags;
    return true;
}

Owned getPrec(Object* self) { return newInt(asDecimalContext(self)->values.prec); }
Owned getEmin(Object* self) { return newInt(asDecimalContext(self)->values.emin); }
Owned getEmax(Object* self) { return newInt(asDecimalContext(self)->values.emax); }
Owned getRounding(Object* self) { return roundingName(asDecimalContext(self)->values.round); }
Owned getCapitals(Object* self) { return newInt(asDecimalContext(self)->capitals); }
Owned getClamp(Object* self) { return newInt(asDecimalContext(self)->values.clamp); }

const GetSetDef contextGetsets[] = {
    {"prec", getPrec, setPrec},
    {"Emax", getEmax, setEmax},
    {"Emin", getEmin, setEmin},
    {"rounding", getRounding, setRounding},
    {"capitals", getCapitals, setCapitals},
    {"clamp", getClamp, setClamp},
    {},
};

// flags and traps are no descriptors in CPython: dir() has them not.
Owned contextGetAttr(Object* self, Object* name) {
    if (isStr(name)) {
        if (strEqualsText(name, "traps")) return newRef(asDecimalContext(self)->traps);
        if (strEqualsText(name, "flags")) return newRef(asDecimalContext(self)->flags);
    }
    return genericGetAttr(self, name);
}

bool contextSetAttr(Object* self, Object* name, Object* value) {
    if (!value) return raise(exc::AttributeError, "context attributes cannot be deleted");
    if (isStr(name)) {
        if (strEqualsText(name, "traps")) return setTraps(self, value);
        if (strEqualsText(name, "flags")) return setFlags(self, value);
    }
    return genericSetAttr(self, name, value);
}

bool contextInit(Object* self, Args args) {
    enum { Prec, Rounding, Emin, Emax, Capitals, Clamp, Flags, Traps, Count };
    Object* p[Count] = {};
    if (!parseArgs("", args, "| prec rounding Emin Emax capitals clamp flags traps", p)) return false;
    bool (*const setters[])(Object*, Object*) = {setPrec, setRounding, setEmin, setEmax, setCapitals, setClamp};
    for (int i = Prec; i <= Clamp; ++i)
        if (p[i] && !isNone(p[i]) && !setters[i](self, p[i])) return false;
    mpd_context_t& values = asDecimalContext(self)->values;
    for (int i : {Traps, Flags}) {
        if (!p[i] || isNone(p[i])) continue;
        uint32_t flags;
        if (isList(p[i]) ? !flagsFromList(p[i], &flags, true) : !flagsFromDict(p[i], &flags)) return false;
        (i == Traps ? values.traps : values.status) = flags;
    }
    return true;
}

// ---- its life and text ------------------------------------------------------------------------------------------------

void contextDealloc(Object* o) {
    DecimalContextObject* c = asDecimalContext(o);
    gcUntrack(o);
    Dying dying(o);
    if (c->traps) loseSignalDict(c->traps);
    if (c->flags) loseSignalDict(c->flags);
    dropFields(o);
    freeObject(o);
}
void contextClear(Object* o) {
    DecimalContextObject* c = asDecimalContext(o);
    if (c->traps) loseSignalDict(c->traps);
    if (c->flags) loseSignalDict(c->flags);
    dropFields(o);
}

Owned contextRepr(Object* self) {
    DecimalContextObject* c = asDecimalContext(self);
    const mpd_context_t& v = c->values;
    return newStr("Context(prec=" + std::to_string(v.prec) + ", rounding=" + roundingNames[v.round] + ", Emin=" + std::to_string(v.emin) +
                  ", Emax=" + std::to_string(v.emax) + ", capitals=" + std::to_string(c->capitals) + ", clamp=" + std::to_string(v.clamp) +
                  ", flags=" + signalNames(v.status) + ", traps=" + signalNames(v.traps) + ")");
}

const Field contextFields[] = {{"traps", offsetof(DecimalContextObject, traps)}, {"flags", offsetof(DecimalContextObject, flags)}, {}};

// ---- ContextManager ---------------------------------------------------------------------------------------------------

struct ManagerObject : Object {
    Object *local, *global;
};
ManagerObject* asManager(Object* o) { return static_cast<ManagerObject*>(o); }

Owned managerEnter(Object* self) { return setCurrentDecimalContext(asManager(self)->local) ? newRef(asManager(self)->local) : nullptr; }
Owned managerExit(Object* self, Args) { return setCurrentDecimalContext(asManager(self)->global) ? newNone() : nullptr; }

const MethodDef managerMethods[] = {{"__enter__", managerEnter}, {"__exit__", managerExit, 0, -1}, {}};
const Field managerFields[] = {{"local", offsetof(ManagerObject, local)}, {"global", offsetof(ManagerObject, global)}, {}};

}

Owned localContext(Object*, Args args) {
    enum { Given, Prec, Rounding, Emin, Emax, Capitals, Clamp, Flags, Traps, Count };
    Object* p[Count] = {};
    if (!parseArgs("", args, "| ctx prec rounding Emin Emax capitals clamp flags traps", p)) return nullptr;
    ContextRef global = currentDecimalContext();
    if (!global) return nullptr;
    if (p[Given] && !isNone(p[Given]) && !isDecimalContext(p[Given])) return raise(exc::TypeError, "optional argument must be a context");
    ContextRef local = copyDecimalContext(p[Given] && !isNone(p[Given]) ? asDecimalContext(p[Given]) : global.get());
    if (!local) return nullptr;
    bool (*const setters[])(Object*, Object*) = {setPrec, setRounding, setEmin, setEmax, setCapitals, setClamp};
    for (int i = Prec; i <= Clamp; ++i)
        if (p[i] && !isNone(p[i]) && !setters[i - Prec](local, p[i])) return nullptr;
    for (int i : {Flags, Traps}) {
        if (!p[i] || isNone(p[i])) continue;
        uint32_t flags;
        if (isList(p[i]) ? !flagsFromList(p[i], &flags, true) : !flagsFromDict(p[i], &flags)) return nullptr;
        (i == Traps ? local->values.traps : local->values.status) = flags;
    }
    Type* type = decimalState.contextManager;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    asManager(made.pointer)->local = local.releaseRaw();
    asManager(made.pointer)->global = global.releaseRaw();
    recordCells(made.pointer);
    return made;
}

void defineDecimalContext(Type* t) {
    t->name = "decimal.Context";
    t->doc =
        "Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)\n--\n\nHow many digits a result has, how it is rounded, and which signals raise.";
    t->basicSize = sizeof(DecimalContextObject);
    t->flags = BaseType | HaveGc;
    t->create = contextNew;
    t->init = contextInit;
    t->dealloc = contextDealloc;
    t->clear = contextClear;
    t->fields = contextFields;
    t->repr = contextRepr;
    t->getAttr = contextGetAttr;
    t->setAttr = contextSetAttr;
    t->getsets = contextGetsets;
    t->methods = decimalContextMethods;
}

void defineContextManager(Type* t) {
    t->name = "decimal.ContextManager";
    t->basicSize = sizeof(ManagerObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->getAttr = genericGetAttr;
    t->fields = managerFields;
    t->methods = managerMethods;
}

}
