// SPDX-License-Identifier: GPL-3.0-or-later

// TypeVar, ParamSpec, TypeVarTuple, and P.args and P.kwargs of a ParamSpec.
//
// CPython has an instance's attributes in front of the object; here they are two fields in it, so that the sizes are the same altogether.

#include <cstddef>
#include <string>
#include <vector>

#include "core/python/modules/typing/typing_types.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// What has been given as a function is called when it is asked for, and its value kept.
struct ParameterObject : Object {
    Object *dict, *weakrefs, *name, *defaultValue, *evaluateDefault;
};
struct Variance {
    bool covariant, contravariant, inferred;
};
struct ParamSpecObject : ParameterObject {
    Object* bound;
    Variance variance;
};
struct TypeVarObject : ParameterObject {
    Object *bound, *evaluateBound, *constraints, *evaluateConstraints;
    Variance variance;
};
static_assert(sizeof(ParameterObject) == 56 && sizeof(ParamSpecObject) == 72 && sizeof(TypeVarObject) == 96);

ParameterObject* asParameter(Object* o) { return static_cast<ParameterObject*>(o); }
TypeVarObject* asTypeVar(Object* o) { return static_cast<TypeVarObject*>(o); }
ParamSpecObject* asParamSpec(Object* o) { return static_cast<ParamSpecObject*>(o); }

// The value, worked out where it has not been yet; what it is without one is `absent`.
Owned valueOf(Object* owner, Object*& value, Object*& evaluate, Object* absent) {
    if (value) return newRef(value);
    if (!evaluate) return newRef(absent);
    Held<> function(newRef(evaluate));
    Held<> result(call(function));
    if (!result) return nullptr;
    setField(owner, value, newRef(result));
    return result.release();
}

Owned newParameter(Type* type, Object* name) {
    Owned made = type->alloc(type, 0);
    if (made) asParameter(made.pointer)->name = newRef(name).pointer;
    return made;
}

// A parameter that is made by a call knows where.
bool setModule(Object* parameter) {
    Held<> module(runningModuleName());
    return module && setAttr(parameter, names::dunderModule, module);
}

// typing._type_check(o, message): what can stand for a type.
Owned typeCheck(Object* o, const char* message) {
    if (isNone(o)) return newRef(types::None);
    Held<> text(newStr(message));
    if (!text) return nullptr;
    Object* args[] = {o, text};
    return callTyping("_type_check", Args{args, 2, nullptr});
}

bool readFlag(Object* given, bool& flag) {
    if (!given) return flag = false, true;
    int value = isTrue(given);
    flag = value > 0;
    return value >= 0;
}
bool readVariance(Object* covariant, Object* contravariant, Object* inferred, Variance& out) {
    if (!readFlag(covariant, out.covariant) || !readFlag(contravariant, out.contravariant) || !readFlag(inferred, out.inferred)) return false;
    if (out.covariant && out.contravariant) return raise(exc::ValueError, "Bivariant types are not supported.");
    if (out.inferred && (out.covariant || out.contravariant)) return raise(exc::ValueError, "Variance cannot be specified with infer_variance.");
    return true;
}

bool wantName(const char* function, Object* name) {
    if (isStr(name)) return true;
    return raise(exc::TypeError, "{}() argument 'name' must be str, not {}", function, isNone(name) ? "None" : name->type->name);
}

// ---- what they have in common

Owned reprWithVariance(Object* name, Variance variance) {
    std::string text = variance.inferred ? "" : variance.covariant ? "+" : variance.contravariant ? "-" : "~";
    return newStr(text + strToUtf8(name));
}
Owned getDefault(Object* o) {
    const TypingTypes* types = typingTypes();
    return valueOf(o, asParameter(o)->defaultValue, asParameter(o)->evaluateDefault, types->noDefault);
}
Owned hasDefault(Object* o) {
    ParameterObject* p = asParameter(o);
    return newBool(p->evaluateDefault || (p->defaultValue && p->defaultValue != typingTypes()->noDefault));
}
Owned reduceToName(Object* o) { return newRef(asParameter(o)->name); }
Owned unionWith(Object* a, Object* b) {
    Object* args[] = {a, b};
    return callTyping("_make_union", Args{args, 2, nullptr});
}
Owned refuseSubclass(Object* o, Object*) {
    const char* dot = std::strrchr(o->type->name, '.');
    return raise(exc::TypeError, "Cannot subclass an instance of {}", dot + 1);
}
template <const char* const& function> Owned substitute(Object* self, Object* argument) {
    Object* args[] = {self, argument};
    return callTyping(function, Args{args, 2, nullptr});
}
template <const char* const& function> Owned prepareSubstitution(Object* self, Args args) {
    Object* all[] = {self, args[0], args[1]};
    return callTyping(function, Args{all, 3, nullptr});
}

void describe(Type* t, const char* name, ssize size, const Field* fields) {
    t->name = name;
    t->basicSize = size;
    t->flags = HaveGc;
    t->dictOffset = offsetof(ParameterObject, dict);
    t->weaklistOffset = offsetof(ParameterObject, weakrefs);
    t->fields = fields;
    t->getAttr = genericGetAttr;
    t->setAttr = genericSetAttr;
}

#define MEMTAPE_PARAMETER_FIELDS \
    {"__dict__", offsetof(ParameterObject, dict)}, {"__name__", offsetof(ParameterObject, name)}, \
        {"__default__", offsetof(ParameterObject, defaultValue)}, { \
        "evaluate_default", offsetof(ParameterObject, evaluateDefault) \
    }

// ---- TypeVar

Owned typeVarCreate(Type* type, Args args) {
    // TypeVar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)
    Object* out[6] = {};
    const size_t first = args.count ? 1 : 0;
    std::vector<Object*> named(args.values, args.values + first);
    named.insert(named.end(), args.values + args.count, args.values + args.count + args.keywordCount());
    if (!parseArgs("typevar", Args{named.data(), first, args.names}, "name | $ bound default covariant contravariant infer_variance", out) ||
        !wantName("typevar", out[0]))
        return nullptr;
    Variance variance;
    if (!readVariance(out[3], out[4], out[5], variance)) return nullptr;
    const bool isBound = out[1] && !isNone(out[1]);
    Held<> bound(isBound ? typeCheck(out[1], "Bound must be a type.") : Owned(nullptr));
    if (isBound && !bound) return nullptr;
    if (args.count == 2) return raise(exc::TypeError, "A single constraint is not allowed");
    if (args.count > 2 && isBound) return raise(exc::TypeError, "Constraints cannot be combined with bound=...");
    Held<> constraints(args.count > 1 ? newTupleOf(args.values + 1, static_cast<ssize>(args.count - 1)) : Owned(nullptr));
    if (args.count > 1 && !constraints) return nullptr;
    Held<> made(newParameter(type, out[0]));
    if (!made) return nullptr;
    TypeVarObject* self = asTypeVar(made);
    self->bound = bound.release().pointer;
    self->constraints = constraints.release().pointer;
    self->defaultValue = newRef(out[2] ? out[2] : typingTypes()->noDefault).pointer;
    self->variance = variance;
    recordCells(self);
    return setModule(made) ? made.release() : Owned(nullptr);
}

Owned typeVarRepr(Object* o) { return reprWithVariance(asTypeVar(o)->name, asTypeVar(o)->variance); }
Owned typeVarBound(Object* o) { return valueOf(o, asTypeVar(o)->bound, asTypeVar(o)->evaluateBound, None); }
Owned typeVarConstraints(Object* o) { return valueOf(o, asTypeVar(o)->constraints, asTypeVar(o)->evaluateConstraints, emptyTuple); }

// The arguments of `alias`, with this parameter's default where they end before it.
Owned typeVarPrepare(Object* self, Args args) {
    Held<> parameters(getAttr(args[0], names::dunderParameters));
    if (!parameters) return nullptr;
    ssize count = lengthOf(args[1]);
    if (count < 0) return nullptr;
    Ref<> name(internStr("index"));
    Held<> place(name ? callMethod(parameters, name, self) : Owned(nullptr));
    if (!place) {
        if (!errorMatches(exc::ValueError)) return nullptr;
        clearError();
        return raise(exc::ValueError, "sequence.index(x): x not in sequence");
    }
    const ssize index = indexAsSize(place, exc::OverflowError);
    if (index == -1 && errorOccurred()) return nullptr;
    if (index < count) return newRef(args[1]);
    if (index == count) {
        Held<> value(getDefault(self));
        if (!value) return nullptr;
        if (value != typingTypes()->noDefault) {
            Held<> one(packTuple(value.get())), all(sequenceToTuple(args[1]));
            return one && all ? numberAdd(all, one) : Owned(nullptr);
        }
    }
    return raise(exc::TypeError, "Too few arguments for {}; actual {}, expected at least {}", args[0], count, index + 1);
}

constexpr const char* typeVarSubst = "_typevar_subst";
const MethodDef typeVarMethods[] = {{"__typing_subst__", substitute<typeVarSubst>},
                                    {"__typing_prepare_subst__", typeVarPrepare, 2, 2},
                                    {"__reduce__", reduceToName},
                                    {"has_default", hasDefault},
                                    {"__mro_entries__", refuseSubclass},
                                    {}};
const MemberDef typeVarMembers[] = {
    {"__name__", MemberKind::Object, offsetof(ParameterObject, name)},
    {"__covariant__", MemberKind::Bool, offsetof(TypeVarObject, variance.covariant)},
    {"__contravariant__", MemberKind::Bool, offsetof(TypeVarObject, variance.contravariant)},
    {"__infer_variance__", MemberKind::Bool, offsetof(TypeVarObject, variance.inferred)},
    {},
};
const GetSetDef typeVarGetsets[] = {{"__bound__", typeVarBound}, {"__constraints__", typeVarConstraints}, {"__default__", getDefault}, {}};
const Field typeVarFields[] = {MEMTAPE_PARAMETER_FIELDS,
                               {"__bound__", offsetof(TypeVarObject, bound)},
                               {"evaluate_bound", offsetof(TypeVarObject, evaluateBound)},
                               {"__constraints__", offsetof(TypeVarObject, constraints)},
                               {"evaluate_constraints", offsetof(TypeVarObject, evaluateConstraints)},
                               {}};

// ---- ParamSpec

Owned paramSpecCreate(Type* type, Args args) {
    Object* out[6] = {};
    if (!parseArgs("paramspec", args, "name | $ bound default covariant contravariant infer_variance", out) || !wantName("paramspec", out[0]))
        return nullptr;
    Variance variance;
    if (!readVariance(out[3], out[4], out[5], variance)) return nullptr;
    Held<> bound(out[1] ? typeCheck(out[1], "Bound must be a type.") : Owned(nullptr));
    if (out[1] && !bound) return nullptr;
    Held<> made(newParameter(type, out[0]));
    if (!made) return nullptr;
    ParamSpecObject* self = asParamSpec(made);
    self->bound = bound.release().pointer;
    self->defaultValue = newRef(out[2] ? out[2] : typingTypes()->noDefault).pointer;
    self->variance = variance;
    recordCells(self);
    return setModule(made) ? made.release() : Owned(nullptr);
}

Owned paramSpecRepr(Object* o) { return reprWithVariance(asParamSpec(o)->name, asParamSpec(o)->variance); }

// ---- P.args, P.kwargs

struct ParamPartObject : Object {
    Object *origin, *weakrefs;
};
ParamPartObject* asPart(Object* o) { return static_cast<ParamPartObject*>(o); }

Owned newPart(Type* type, Object* origin) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    asPart(made.pointer)->origin = newRef(origin).pointer;
    recordCells(made.pointer);
    return made;
}
Owned paramSpecArgs(Object* o) { return newPart(typingTypes()->paramSpecArgs, o); }
Owned paramSpecKwargs(Object* o) { return newPart(typingTypes()->paramSpecKwargs, o); }

template <const char* const& function> Owned partCreate(Type* type, Args args) {
    Object* out[1] = {};
    return parseArgs(function, args, "origin", out) ? newPart(type, out[0]) : Owned(nullptr);
}
template <const char* const& ending> Owned partRepr(Object* o) {
    Object* origin = asPart(o)->origin;
    std::string text;
    if (origin->type == typingTypes()->paramSpec) text = strToUtf8(asParameter(origin)->name);
    else if (!appendRepr(text, origin)) return nullptr;
    return newStr(text + ending);
}
Owned partCompare(Object* a, Object* b, Comparison op) {
    if (a->type != b->type || (op != Comparison::Eq && op != Comparison::Ne)) return notImplemented();
    return richCompare(asPart(a)->origin, asPart(b)->origin, op);
}

constexpr const char *argsName = "paramspecargs", *kwargsName = "paramspeckwargs", *argsEnding = ".args", *kwargsEnding = ".kwargs";
const Field partFields[] = {{"__origin__", offsetof(ParamPartObject, origin)}, {}};
const MemberDef partMembers[] = {{"__origin__", MemberKind::Object, offsetof(ParamPartObject, origin)}, {}};
const MethodDef partMethods[] = {{"__mro_entries__", refuseSubclass}, {}};

void describePart(Type* t, const char* name, NewFunc create, UnaryFunc repr) {
    t->name = name;
    t->basicSize = sizeof(ParamPartObject);
    t->flags = HaveGc;
    t->weaklistOffset = offsetof(ParamPartObject, weakrefs);
    t->fields = partFields;
    t->members = partMembers;
    t->methods = partMethods;
    t->create = create;
    t->repr = repr;
    t->richCompare = partCompare;
    t->hash = hashNotImplemented;
}

constexpr const char *paramSpecSubst = "_paramspec_subst", *paramSpecPrepare = "_paramspec_prepare_subst";
const MethodDef paramSpecMethods[] = {{"__typing_subst__", substitute<paramSpecSubst>},
                                      {"__typing_prepare_subst__", prepareSubstitution<paramSpecPrepare>, 2, 2},
                                      {"has_default", hasDefault},
                                      {"__reduce__", reduceToName},
                                      {"__mro_entries__", refuseSubclass},
                                      {}};
const MemberDef paramSpecMembers[] = {
    {"__name__", MemberKind::Object, offsetof(ParameterObject, name)},
    {"__bound__", MemberKind::Object, offsetof(ParamSpecObject, bound)},
    {"__covariant__", MemberKind::Bool, offsetof(ParamSpecObject, variance.covariant)},
    {"__contravariant__", MemberKind::Bool, offsetof(ParamSpecObject, variance.contravariant)},
    {"__infer_variance__", MemberKind::Bool, offsetof(ParamSpecObject, variance.inferred)},
    {},
};
const GetSetDef paramSpecGetsets[] = {{"args", paramSpecArgs}, {"kwargs", paramSpecKwargs}, {"__default__", getDefault}, {}};
const Field paramSpecFields[] = {MEMTAPE_PARAMETER_FIELDS, {"__bound__", offsetof(ParamSpecObject, bound)}, {}};

// ---- TypeVarTuple

Owned typeVarTupleCreate(Type* type, Args args) {
    Object* out[2] = {};
    if (!parseArgs("typevartuple", args, "name | $ default", out) || !wantName("typevartuple", out[0])) return nullptr;
    Held<> made(newParameter(type, out[0]));
    if (!made) return nullptr;
    asParameter(made)->defaultValue = newRef(out[1] ? out[1] : typingTypes()->noDefault).pointer;
    recordCells(made.get());
    return setModule(made) ? made.release() : Owned(nullptr);
}

Owned typeVarTupleRepr(Object* o) { return newRef(asParameter(o)->name); }
Owned typeVarTupleSubst(Object*, Object*) { return raise(exc::TypeError, "Substitution of bare TypeVarTuple is not supported"); }
// *Ts is Unpack[Ts].
Owned typeVarTupleIter(Object* o) {
    Held<> typing(importTyping());
    Held<> unpack(typing ? getAttr(typing, "Unpack") : Owned(nullptr));
    Held<> unpacked(unpack ? getItem(unpack, o) : Owned(nullptr));
    Held<> only(unpacked ? packTuple(unpacked.get()) : Owned(nullptr));
    return only ? getIter(only) : Owned(nullptr);
}

constexpr const char* typeVarTuplePrepare = "_typevartuple_prepare_subst";
const MethodDef typeVarTupleMethods[] = {{"__typing_subst__", typeVarTupleSubst},
                                         {"__typing_prepare_subst__", prepareSubstitution<typeVarTuplePrepare>, 2, 2},
                                         {"__reduce__", reduceToName},
                                         {"has_default", hasDefault},
                                         {"__mro_entries__", refuseSubclass},
                                         {}};
const MemberDef typeVarTupleMembers[] = {{"__name__", MemberKind::Object, offsetof(ParameterObject, name)}, {}};
const GetSetDef typeVarTupleGetsets[] = {{"__default__", getDefault}, {}};
const Field typeVarTupleFields[] = {MEMTAPE_PARAMETER_FIELDS, {}};

}

void defineTypeVar(Type* t) {
    describe(t, "typing.TypeVar", sizeof(TypeVarObject), typeVarFields);
    t->doc = "A type variable: def f[T](x: T), or T = TypeVar('T').";
    t->methods = typeVarMethods;
    t->members = typeVarMembers;
    t->getsets = typeVarGetsets;
    t->create = typeVarCreate;
    t->repr = typeVarRepr;
    t->bitOr = unionWith;
}
void defineParamSpec(Type* t) {
    describe(t, "typing.ParamSpec", sizeof(ParamSpecObject), paramSpecFields);
    t->doc = "A variable for the parameters of a callable: def f[**P](g: Callable[P, int]), or P = ParamSpec('P').";
    t->methods = paramSpecMethods;
    t->members = paramSpecMembers;
    t->getsets = paramSpecGetsets;
    t->create = paramSpecCreate;
    t->repr = paramSpecRepr;
    t->bitOr = unionWith;
}
void defineTypeVarTuple(Type* t) {
    describe(t, "typing.TypeVarTuple", sizeof(ParameterObject), typeVarTupleFields);
    t->doc = "A variable for any number of types: def f[*Ts](*x: *Ts), or Ts = TypeVarTuple('Ts').";
    t->methods = typeVarTupleMethods;
    t->members = typeVarTupleMembers;
    t->getsets = typeVarTupleGetsets;
    t->create = typeVarTupleCreate;
    t->repr = typeVarTupleRepr;
    t->iter = typeVarTupleIter;
}
void defineParamSpecArgs(Type* t) {
    describePart(t, "typing.ParamSpecArgs", partCreate<argsName>, partRepr<argsEnding>);
    t->doc = "The positional arguments that a ParamSpec stands for: P.args.";
}
void defineParamSpecKwargs(Type* t) {
    describePart(t, "typing.ParamSpecKwargs", partCreate<kwargsName>, partRepr<kwargsEnding>);
    t->doc = "The keyword arguments that a ParamSpec stands for: P.kwargs.";
}

// ---- made by the instructions

Owned newTypeVar(Object* name, TypeVarKind kind, Object* evaluate) {
    const TypingTypes* types = typingTypes();
    Owned made = types ? newParameter(types->typeVar, name) : Owned(nullptr);
    if (!made) return nullptr;
    TypeVarObject* self = asTypeVar(made.pointer);
    if (kind == TypeVarKind::Bound) self->evaluateBound = newRef(evaluate).pointer;
    if (kind == TypeVarKind::Constrained) self->evaluateConstraints = newRef(evaluate).pointer;
    self->variance.inferred = true;
    recordCells(self);
    return made;
}
Owned newParamSpec(Object* name) {
    const TypingTypes* types = typingTypes();
    Owned made = types ? newParameter(types->paramSpec, name) : Owned(nullptr);
    if (!made) return nullptr;
    asParamSpec(made.pointer)->variance.inferred = true;
    recordCells(made.pointer);
    return made;
}
Owned newTypeVarTuple(Object* name) {
    const TypingTypes* types = typingTypes();
    Owned made = types ? newParameter(types->typeVarTuple, name) : Owned(nullptr);
    if (made) recordCells(made.pointer);
    return made;
}
bool setTypeParameterDefault(Object* parameter, Object* evaluate) {
    setField(parameter, asParameter(parameter)->evaluateDefault, newRef(evaluate));
    return true;
}

}
