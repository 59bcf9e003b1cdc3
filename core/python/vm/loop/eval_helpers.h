// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The slower parts of opcodes, out of the dispatch loop's line.

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/attribute_cache.h"
#include "core/python/vm/loop/eval_loop.h"
#include "core/python/vm/loop/frame_recording.h"

namespace memtape {

// ---- names (names.cpp)
Failure raiseUnboundLocal(CodeObject* code, uint32_t slot);
Failure raiseUnboundCell(CodeObject* code, uint32_t slot);
// mapping[name], or null; `failed`: an exception other than KeyError is pending.
Owned lookInMapping(Object* mapping, Object* name, bool* failed);
Owned loadGlobal(Frame* frame, Object* name, InlineCache* cache);
bool setupAnnotations(Object* locals);
inline void setCell(CellObject* cell, Object* stolen) {
    Object* old = cell->contents;
    cell->contents = stolen;
    recordCell(cell, CellKind::Field, 0, stolen);
    xdecref(old);
}
void setFunctionPart(FunctionObject* function, uint32_t part, Object* stolen);
// As LOAD_ATTR in method form: 1: *found is a function to be called with the owner first; 0: an attribute; *found null: exception.
int findMethod(Object* owner, Object* name, Object** found);
Owned loadSuperAttribute(Object* superType, Object* cls, Object* self, Object* name, bool twoArguments, bool methodForm, bool* isMethodCall);

// ---- calls (function_calls.cpp)
// __init__ where calling the class does no more than allocate and run it: object.__new__, a Python function __init__. Else null.
FunctionObject* simpleInit(Type* type);
Failure raiseInitResult(Object* stolen); // not None
inline bool isSimpleCall(const CodeObject* code) {
    constexpr uint32_t simple = CodeFlag::Optimized | CodeFlag::NewLocals;
    return (code->flags & (simple | CodeFlag::VarArgs | CodeFlag::VarKeywords)) == simple && code->kwOnlyArgCount == 0;
}
inline bool isSimpleCall(const FunctionObject* function, size_t count) {
    auto* code = static_cast<const CodeObject*>(function->code);
    return isSimpleCall(code) && code->argCount == count;
}
// Lets go of a call's callable and arguments, which lie in [base, end) of the evaluation stack, in CPython's order. The result, or null, takes
// the callable's place first: a step on the way finds all that is still there.
inline void dropCall(Object** base, Object** end, Object* result) {
    Object* callable = base[0];
    base[0] = result;
    xdecref(callable);
    for (Object** place = base + 1; place != end; ++place) {
        Object* o = *place;
        *place = nullptr;
        xdecref(o);
    }
}
// CALL_FUNCTION_EX: makes the arguments a tuple and the mapping a dict, in place. [callable empty arguments mapping?]
bool prepareUnpackedCall(Object** base, bool hasMapping);
Frame* frameForUnpackedCall(Object** base, bool hasMapping); // takes all of it over

// ---- slices (slicing.cpp)
// `bounds`: start and stop, which are taken from there.
Owned getSlice(Object* container, Object** bounds);
bool setSlice(Object* container, Object** bounds, Object* value);

// ---- unpacking (unpacking.cpp)
// The sequence on top of the frame's stack is replaced by its items (`after` < 0: exactly `before`; else a list in between).
bool unpackOnStack(Frame* frame, uint32_t before, int after);
void explainUnpackFailure(Object* iterable);                   // [*x] of something not iterable
void explainKeywordFailure(Object* callable, Object* mapping); // f(**x): texts name the function

// ---- generators (generator_object.cpp, awaiting.cpp)
Owned getAwaitable(Object* o, uint32_t origin);
Owned getAsyncIter(Object* o);
Owned getAsyncNext(Object* o);
Owned newAnextAwaitable(Object* awaitable, Object* defaultValue);
SendResult sendTo(Object* receiver, Object* value, Object** result);
inline StopIterationExceptionObject* asStopIteration(Object* o) { return static_cast<StopIterationExceptionObject*>(o); }
// The `exception` step that CPython gives for the StopIteration of a generator that has ended, where no exception is raised here.
void recordStopIteration(Frame* frame, Object* value);
void recordSuspendNew(GeneratorObject* generator);
// Links the generator's frame so that the loop goes on with it; `stolen` is what `yield` gives. `told`: recordResumeAtOnce() did it.
template <bool Recording, bool MayBeAtOnce> inline Frame* enterGenerator(GeneratorObject* generator, Object* stolen, bool* told) {
    Frame* frame = &generator->frame;
    if constexpr (MayBeAtOnce) *told = recordResumeAtOnce(generator, stolen);
    if constexpr (Recording) {
        if (!*told) recordResume(generator);
    }
    frame->localsPlus[frame->stackTop++] = stolen;
    generator->state = GeneratorState::Executing;
    generator->handled.previous = interpreter.handled;
    interpreter.handled = &generator->handled;
    frame->isEntry = 0;
    return frame;
}

// ---- exceptions (raising.cpp)
bool raiseStatement(Object* exception, Object* cause); // takes both over; true: the handled exception again
bool checkCatchable(Object* type);
bool matchExceptStar(Object* group, Object* type, Object** match, Object** rest);
void setHandledException(Object* exception);
Owned enterContext(Object* manager, Object** entered); // the bound __exit__; *entered: what __enter__() gave
Owned enterAsyncContext(Object* manager, Object** entered);

// ---- match, intrinsics, imports
Owned matchKeys(Object* subject, Object* keys);
Owned matchClass(Object* subject, Object* type, uint32_t count, Object* names); // null without exception: no match
Owned callIntrinsic1(Frame* frame, uint32_t which, Object* value);
Owned callIntrinsic2(uint32_t which, Object* a, Object* b);
Owned importName(Frame* frame, Object* name, Object* from, Object* level);
Owned importFrom(Object* module, Object* name);

}
