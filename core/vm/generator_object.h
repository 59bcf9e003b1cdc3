// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Generators and coroutines: one layout, the frame at its end (PyGenObject).

#include "core/objects/interpreter.h"
#include "core/vm/frame.h"

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
enum GeneratorField : uint32_t { generatorNameField, generatorQualnameField, generatorHandledField, generatorFinalizerField, generatorCodeField, generatorFrameObjectField };

inline GeneratorObject* generatorOf(Frame* frame) {
    return reinterpret_cast<GeneratorObject*>(reinterpret_cast<char*>(frame) - offsetof(GeneratorObject, frame));
}
inline bool isGenerator(const Object* o) { return o->type == types::Generator; }
inline bool isAnyGenerator(const Object* o) { return o->type == types::Generator || o->type == types::Coroutine; }
inline bool isSuspended(const GeneratorObject* g) { return g->state == GeneratorState::Suspended || g->state == GeneratorState::SuspendedYieldFrom; }

// RETURN_GENERATOR: moves the frame into a new generator object of the kind its code asks for.
Owned newGenerator(Frame* frame);
// Goes on with the generator (value: what `yield` gives; null: an exception is pending and is thrown in).
SendResult sendToGenerator(GeneratorObject* g, Object* value, Object** result);
// The value of the pending StopIteration, which is taken away; false: another exception is pending.
bool takeStopIterationValue(Object** value);

}
