// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The types of the library's `typing` that the language itself needs: type parameters (def f[T]), aliases (type A = …), Generic. They are made
// when a program first needs one; what else they do is left to typing.py, which is imported for it.

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

struct TypingTypes {
    Type *typeVar, *paramSpec, *typeVarTuple, *paramSpecArgs, *paramSpecKwargs, *typeAlias, *generic, *noDefaultType;
    Object* noDefault; // the only instance
};
// Null: an exception is pending.
const TypingTypes* typingTypes();

// What the compiler's instructions make; values that are functions are called when the value is first asked for.
enum class TypeVarKind : uint8_t { Plain, Bound, Constrained };
Owned newTypeVar(Object* name, TypeVarKind kind, Object* evaluateOrNull);
Owned newParamSpec(Object* name);
Owned newTypeVarTuple(Object* name);
bool setTypeParameterDefault(Object* parameter, Object* evaluate);
Owned newTypeAlias(Object* nameParametersCompute);
Owned newGenericBase(Object* parameters); // Generic[parameters]

// For the files of these types: typing.function(…); its parameters as they are subscripted with, each TypeVarTuple as Unpack[…].
Owned importTyping();
Owned callTyping(const char* function, Args args);
Owned unpackedParameters(Object* parameters);
Owned runningModuleName(); // of the frame that calls; None where there is none

void defineTypeVar(Type* t);
void defineParamSpec(Type* t);
void defineTypeVarTuple(Type* t);
void defineParamSpecArgs(Type* t);
void defineParamSpecKwargs(Type* t);
void defineTypeAlias(Type* t);

}
