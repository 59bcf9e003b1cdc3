// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of _decimal share. The arithmetic is libmpdec's, CPython's own library for it; its coefficients lie in the region (decimal_module.cpp sets
// the library's allocator), so they have CPython's sizes and count for the heap's limit.
//
//   decimal_module     the module, what it takes from other modules, the current context
//   decimal_signals    conditions and their exceptions, the dicts of flags and traps
//   decimal_context    Context and ContextManager; decimal_context_methods: its arithmetic
//   decimal_object     Decimal: making, comparing, hashing, operators; decimal_methods: its other methods
//   decimal_convert    from and to int, float, str, tuple
//   decimal_format     __format__

#include <mpdecimal.h>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

constexpr mpd_ssize_t decimalInlineWords = 4;

struct DecimalObject : Object {
    int64_t hash; // −1: not computed yet
    mpd_t value;
    mpd_uint_t words[decimalInlineWords]; // of a small coefficient
};
struct DecimalContextObject : Object {
    mpd_context_t values;
    Object *traps, *flags; // SignalDicts that look at the values' own
    int capitals;
    void* unused; // CPython's cached thread state
};
static_assert(sizeof(DecimalObject) == 104 && sizeof(DecimalContextObject) == 96);

struct DecimalState {
    Type *decimal, *context, *contextManager, *signalDictMixin, *exception;
    Type* signalDict;  // a class: the mixin and MutableMapping
    Object* signals;   // the tuple of the signals' exceptions
    Object* tupleType; // DecimalTuple
    Object* rational;  // numbers.Rational
    DecimalContextObject *defaultTemplate, *basicTemplate, *extendedTemplate;
    Object* module;
};
extern DecimalState decimalState;

inline DecimalObject* asDecimal(Object* o) { return static_cast<DecimalObject*>(o); }
inline bool isDecimal(const Object* o) { return isInstance(o, decimalState.decimal); }
inline mpd_t* valueOf(Object* o) { return &asDecimal(o)->value; }
inline DecimalContextObject* asDecimalContext(Object* o) { return static_cast<DecimalContextObject*>(o); }
inline bool isDecimalContext(const Object* o) { return isInstance(o, decimalState.context); }
using ContextRef = Ref<DecimalContextObject>;

// decimal_module.cpp
ContextRef currentDecimalContext();                           // null: an exception is pending
bool setCurrentDecimalContext(Object* context);               // shares it
Owned importForDecimal(const char* module, const char* name); // an attribute of another module
mpd_context_t exactDecimalContext();                          // the widest that there is

// decimal_signals.cpp
constexpr uint32_t floatOperation = MPD_Not_implemented; // a flag that libmpdec does not use
constexpr int decimalSignalCount = 9;
bool makeDecimalExceptions(Object* module);
bool makeSignalDict();
Owned newSignalDict(uint32_t* flags);
void loseSignalDict(Object* dict); // what it looked at is gone
// Adds the conditions to the context's flags; false: one of them is trapped, and its exception pending.
bool addDecimalStatus(DecimalContextObject* context, uint32_t status);
bool flagsFromList(Object* list, uint32_t* flags, bool withConditions);
bool flagsFromDict(Object* dict, uint32_t* flags); // a SignalDict, or a dict with a value for each signal
Owned flagsToList(uint32_t flags);                 // the signals, as __reduce__ has them
std::string signalNames(uint32_t flags);           // "[Inexact, Rounded]"

// decimal_context.cpp
void defineDecimalContext(Type* t);
void defineContextManager(Type* t);
ContextRef newDecimalContext(const DecimalContextObject* like); // with no flags set where it is null: of the default template
ContextRef copyDecimalContext(DecimalContextObject* context);
// The context that a method was given, or the current one.
ContextRef contextArgument(Object* given);
bool roundingArgument(Object* given, int* rounding);
Owned localContext(Object* module, Args args);
extern const char* const roundingNames[];
Owned roundingName(int rounding);
// decimal_context_methods.cpp
extern const MethodDef decimalContextMethods[];

// decimal_object.cpp
void defineDecimal(Type* t);
OwnedOf<DecimalObject> newDecimal(Type* type = nullptr); // of any value; null type: Decimal
// Finishes an operation: `result` where the status raises nothing.
Owned finishDecimal(Ref<DecimalObject>& result, DecimalContextObject* context, uint32_t status);
using DecimalUnary = void (*)(mpd_t*, const mpd_t*, const mpd_context_t*, uint32_t*);
using DecimalBinary = void (*)(mpd_t*, const mpd_t*, const mpd_t*, const mpd_context_t*, uint32_t*);
Owned decimalUnary(DecimalUnary operation, Object* a, DecimalContextObject* context);
Owned decimalBinary(DecimalBinary operation, Object* a, Object* b, DecimalContextObject* context); // of Decimals
Owned decimalDivmod(Object* a, Object* b, DecimalContextObject* context);
Owned decimalPower(Object* a, Object* b, Object* modulus, DecimalContextObject* context);
// decimal_methods.cpp
extern const MethodDef decimalMethods[];
extern const GetSetDef decimalGetsets[];

// decimal_convert.cpp: exact ones signal where an exact value cannot be had; the others round to the context.
Owned exactDecimal(Type* type, Object* value, DecimalContextObject* context);
Owned roundedDecimal(Type* type, Object* value, DecimalContextObject* context);
Owned decimalFromInt(Type* type, Object* i, DecimalContextObject* context);
Owned decimalFromFloat(Type* type, Object* f, DecimalContextObject* context);
// An operand as a Decimal (itself, or an int's). Null without an exception: neither.
Ref<> decimalOperand(Object* o, DecimalContextObject* context);
Ref<> wantDecimal(Object* o, DecimalContextObject* context); // TypeError instead
Owned decimalToInt(Object* self, DecimalContextObject* context, int rounding);
Owned decimalToFloat(Object* self);
Owned decimalText(Object* self, bool engineering, int capitals);
Owned decimalAsTuple(Object* self);
Owned decimalAsRatio(Object* self);

// decimal_format.cpp
Owned decimalFormat(Object* self, Args args);

}
