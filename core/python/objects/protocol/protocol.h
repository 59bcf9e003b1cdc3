// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The abstract operations on objects, as CPython's PyObject_*, PyNumber_*, PySequence_*, PyMapping_* and PyIter_*: what an
// operator, a builtin or a native method uses on a value of unknown type. Same order of evaluation, same exceptions and texts.

#include <string>
#include <string_view>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

// ---- calls
Owned call(Object* callable, Args args);
Owned call(Object* callable);
Owned call(Object* callable, Object* a);
Owned call(Object* callable, Object* a, Object* b);
Owned call(Object* callable, Object* a, Object* b, Object* c);
Owned callWithTuple(Object* callable, Object* tuple, Object* dictOrNull); // f(*tuple, **dict)
Owned callMethod(Object* self, Object* name, const Object* const* args = nullptr, size_t count = 0);
Owned callMethod(Object* self, Object* name, Object* a);
Owned callMethod(Object* self, Object* name, Object* a, Object* b);

// ---- attributes
Owned getAttr(Object* o, Object* name);
Owned getAttr(Object* o, std::string_view name);
// The attribute, or null without an exception where there is none. `failed` is set when another exception is pending.
Owned findAttr(Object* o, Object* name, bool* failed);
bool setAttr(Object* o, Object* name, Object* value);
bool deleteAttr(Object* o, Object* name);
Owned genericGetAttr(Object* o, Object* name);
bool genericSetAttr(Object* o, Object* name, Object* value); // null value: delete
bool isCallable(Object* o);

// ---- comparison, truth, hash, text
int isTrue(Object* o); // 1, 0, -1
Owned richCompare(Object* a, Object* b, Comparison op);
int richCompareBool(Object* a, Object* b, Comparison op); // identity counts as equal; 1, 0, -1
// What a comparison answers where the two are in this order: below 0, 0 (equal), above 0.
inline bool answers(Comparison op, int order) {
    enum : uint8_t { below = 1, equal = 2, above = 4 };
    constexpr uint8_t trueFor[] = {below, below | equal, equal, below | above, above, above | equal}; // Lt, Le, Eq, Ne, Gt, Ge
    return trueFor[static_cast<int>(op)] & (order < 0 ? below : order == 0 ? equal : above);
}
template <class T> int orderOf(T a, T b) { return (a > b) - (a < b); }
int64_t hashOf(Object* o);                    // -1: exception pending
int64_t hashNotImplemented(Object* o);        // the hash slot of what cannot be hashed: TypeError
Owned reprOf(Object* o);                      // a str
Owned strOf(Object* o);                       // a str
Owned asciiOf(Object* o);                     // a str
Owned formatOf(Object* o, Object* spec);      // format(o, spec); spec null: ''
bool appendRepr(std::string& out, Object* o); // UTF-8; false: exception pending
bool appendStr(std::string& out, Object* o);
// Guards a repr against containers that hold themselves: 1: already under way (print "[...]"), 0: entered, -1: exception.
int reprEnter(Object* o);
void reprLeave(Object* o);

int isInstanceOf(Object* o, Object* classOrTuple); // isinstance(): 1, 0, -1
int isSubclassOf(Object* c, Object* classOrTuple);

// ---- numbers
Owned binaryOperation(int operation, Object* a, Object* b); // BinaryOperation of opcodes.h, in-place ones included
Owned numberAdd(Object* a, Object* b);
Owned numberSubtract(Object* a, Object* b);
Owned numberMultiply(Object* a, Object* b);
Owned numberTrueDivide(Object* a, Object* b);
Owned numberFloorDivide(Object* a, Object* b);
Owned numberRemainder(Object* a, Object* b);
Owned numberDivmod(Object* a, Object* b);
Owned numberPower(Object* a, Object* b, Object* modulus /*None*/);
Owned numberOr(Object* a, Object* b);
Owned numberInplaceAdd(Object* a, Object* b);
Owned numberNegative(Object* a);
Owned numberPositive(Object* a);
Owned numberInvert(Object* a);
Owned numberAbsolute(Object* a);
Owned numberIndex(Object* a); // an exact int; "'%s' object cannot be interpreted as an integer"
Owned numberToInt(Object* a); // int(a)
Owned numberToFloat(Object* a);
// a.__index__() as a size; out of range raises `overflow` (null: clips). -1 with an exception pending on failure.
ssize indexAsSize(Object* a, Type* overflow);
// The same for what CPython's Argument Clinic takes as a Py_ssize_t: out of range raises OverflowError "Python int too large to convert to C ssize_t".
ssize argumentAsSize(Object* a);

// ---- containers
ssize lengthOf(Object* o); // -1: exception
ssize lengthHint(Object* o, ssize fallback);
Owned getItem(Object* o, Object* key);
Owned getItemAt(Object* o, ssize index);
bool setItem(Object* o, Object* key, Object* value);
bool deleteItem(Object* o, Object* key);
int contains(Object* container, Object* value); // 1, 0, -1
Owned getIter(Object* o);
// The next value; null with no exception pending at the end (a StopIteration is taken away), null with one on failure.
Owned nextOf(Object* iterator);
Owned sequenceToList(Object* o);
Owned sequenceToTuple(Object* o);
bool isSequence(Object* o);
bool isMapping(Object* o);

}
