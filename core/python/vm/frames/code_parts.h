// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of the code type share: code_object (making and dropping them), code_attributes (what programs read of them),
// code_create (types.CodeType() and replace()).

#include <memory>

#include "core/python/bytecode/cpython_code.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/native.h"
#include "core/python/vm/frames/code_extra.h"

namespace memtape {

// A code object of a unit, with these constants and this name of its file. `shown`: CPython's bytes where they were given, not made; the constants and what of the
// unit's instructions may not be run is the caller's matter.
OwnedOf<CodeObject> newCodeObject(const std::shared_ptr<CodeUnit>& unit, Ref<TupleObject> constants, Ref<> filename, CodeOrigin origin,
                                  std::unique_ptr<CpythonCode> shown = nullptr);
// The code in CPython's bytes: made when first asked for.
const CpythonCode& shownCode(CodeObject* code);

// The offset in co_code of an instruction, and the instruction at an offset.
inline int shownOffset(CodeObject* code, uint32_t instruction) { return static_cast<int>(shownCode(code).units[instruction] * 2); }
uint32_t instructionAt(CodeObject* code, int offset);

// types.CodeType(...) and code.replace(...).
Owned codeCreate(Type* type, Args args);
Owned codeReplace(Object* self, Args args);

Owned codeCompare(Object* a, Object* b, Comparison op);
int64_t codeHash(Object* self);
extern const MethodDef codeMethods[];
extern const MemberDef codeMembers[];
extern const GetSetDef codeGetSets[];

}
