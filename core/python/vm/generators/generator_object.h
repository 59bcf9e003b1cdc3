// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Generators, coroutines and async generators: one layout, the frame at its end (PyGenObject).
//
//   generator_object.cpp   resuming, the three types, their making and their end
//   generator_throw.cpp    throw() and close()
//   async_generator.cpp    what asend(), athrow() and aclose() give
//   awaiting.cpp           await, async for, anext(): from an object to the iterator that is driven

#include "core/python/objects/model/interpreter.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

enum class GeneratorState : int8_t { Created, Suspended, SuspendedYieldFrom, Executing, Completed, Cleared };

struct GeneratorObject : Object {
    Object *weakrefs, *name, *qualname;
    HandledException handled;
    Object* originOrFinalizer;
    uint8_t hooksInited, closed, runningAsync;
    GeneratorState state;
    Frame frame; // last
};

// Places of a generator's own cells; what a suspended one's frame refers to is on the tape as that frame.
enum GeneratorField : uint32_t {
    generatorNameField,
    generatorQualnameField,
    generatorHandledField,
    generatorFinalizerField,
    generatorCodeField,
    generatorFrameObjectField
};

inline GeneratorObject* generatorOf(Frame* frame) {
    return reinterpret_cast<GeneratorObject*>(reinterpret_cast<char*>(frame) - offsetof(GeneratorObject, frame));
}
inline bool isGenerator(const Object* o) { return o->type == types::Generator; }
inline bool isAnyGenerator(const Object* o) { return o->type == types::Generator || o->type == types::Coroutine; }
inline bool isSuspended(const GeneratorObject* g) { return g->state == GeneratorState::Suspended || g->state == GeneratorState::SuspendedYieldFrom; }

inline bool hasFrame(const GeneratorObject* g) { return g->state < GeneratorState::Completed; }
const char* kindOf(const GeneratorObject* g); // as error texts call it
Object* delegateOf(GeneratorObject* g);       // what a suspended generator delegates to (yield from, await), borrowed; null: nothing

// RETURN_GENERATOR: moves the frame into a new generator object of the kind its code asks for.
Owned newGenerator(Frame* frame);
// Runs the generator from where it stands. `raising`: the pending exception is thrown in. Takes `value` over.
SendResult resumeGenerator(GeneratorObject* g, Object* value, bool raising, Object** result);
void dropGeneratorFrame(GeneratorObject* g); // the end of a frame that does not run
// What a method gives for that outcome: the value, or StopIteration (StopAsyncIteration) pending.
Owned generatorOutcome(GeneratorObject* g, SendResult sent, Object* result);
Failure raiseAlreadyExecuting(const GeneratorObject* g);

// The methods.
Owned generatorSend(Object* self, Object* value);
Owned generatorNext(Object* self);
Owned generatorThrow(Object* self, Args args);
Owned generatorClose(Object* self);
// What GeneratorExit does to the delegate: it is closed as close() does it, or the exception is thrown in as any other.
enum class OnExit { CloseDelegate, ThrowIntoDelegate };
Owned throwIntoGenerator(GeneratorObject* g, Object* type, Object* value, Object* traceback, OnExit onExit);

Owned coroutineAwait(Object* self); // __await__(): an iterator that drives the coroutine

// ---- async generators
extern const MethodDef asyncGeneratorMethods[];
Owned asyncGeneratorNext(Object* self);
Owned newAsyncWrappedValue(Object* value); // what a yield of an async generator gives, to tell it from an await's

// The value of the pending StopIteration, which is taken away; false: another exception is pending.
bool takeStopIterationValue(Object** value);

}
