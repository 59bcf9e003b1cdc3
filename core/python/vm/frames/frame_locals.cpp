// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/frames/frame_locals.h"

#include <algorithm>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/frame_recording.h"

namespace memtape {

void defineFrameLocalsProxyType(Type* type); // frame_locals_proxy.cpp

Type* frameLocalsProxyType = nullptr;

namespace {

RuntimeCache typeCache([] { frameLocalsProxyType = nullptr; });

uint8_t kindAt(const Frame* frame, uint32_t index) { return codeUnit(frame->code)->localsPlusKinds[index]; }
Object* nameAt(const Frame* frame, uint32_t index) { return asTuple(frame->code->localsPlusNames)->items[index]; }
// A frame whose contents are gone (frame.clear()) has no places for them until one is set again.
bool hasPlace(const Frame* frame, uint32_t index) { return static_cast<int>(index) < frame->stackTop; }

// The cell in which a variable lies that functions share; null: it lies in the frame, or its cell has not been made yet.
CellObject* cellAt(const Frame* frame, uint32_t index) {
    Object* value = hasPlace(frame, index) ? frame->localsPlus[index] : nullptr;
    return value && (kindAt(frame, index) & (LocalKind::Cell | LocalKind::Free)) && isCell(value) ? static_cast<CellObject*>(value) : nullptr;
}

// How many frames of that thread lie within this one; -1: it is not on its stack.
int depthOn(const Frame* innermost, const Frame* frame) {
    int depth = 0;
    for (const Frame* f = innermost; f; f = f->previous, ++depth)
        if (f == frame) return depth;
    return -1;
}

void recordSlotAt(int depth, uint32_t index, Object* value) {
    if (depth == 0) return recorder->slotSet(index, granuleOf(value));
    recorder->pointerSet(MemoryPlace::ofSlot(index, static_cast<uint32_t>(depth)), RefKind::Counts, MemoryPlace::ofObject(granuleOf(value)));
}

// Of a frame that may lie on any thread's stack or in a generator that waits.
void recordLocal(Frame* frame, uint32_t index, Object* value) {
    if (frame->owner == FrameOwner::FrameObject) {
        auto* object = reinterpret_cast<FrameObject*>(reinterpret_cast<char*>(frame) - offsetof(FrameObject, contents));
        return recordCell(object, CellKind::Item, index, value);
    }
    if (int depth = depthOn(interpreter.frame, frame); depth >= 0) return recordSlotAt(depth, index, value);
    for (const Thread* thread : liveThreads()) {
        if (thread == &currentThread()) continue;
        int depth = depthOn(stateOf(*thread).frame, frame);
        if (depth < 0) continue;
        recorder->switchThread(thread->number);
        recordSlotAt(depth, index, value);
        return recorder->switchThread(currentThread().number);
    }
    if (frame->owner != FrameOwner::Generator) return;
    const Granule generator = granuleOf(generatorOf(frame));
    recorder->frameResume(generator);
    recorder->slotSet(index, granuleOf(value));
    recorder->frameSuspend(generator);
}

// Where a module's or a class body's frame runs a comprehension, whose variables are locals that have no place in its namespace.
bool runsComprehension(const Frame* frame) {
    for (uint32_t i = 0; i < frame->code->localsPlusCount; ++i)
        if ((kindAt(frame, i) & LocalKind::HiddenLocal) && localAt(frame, i)) return true;
    return false;
}

bool isFor(const Frame* frame, uint32_t index, LocalFor use) {
    return use == LocalFor::Reading ? localAt(frame, index) != nullptr : !(kindAt(frame, index) & LocalKind::HiddenLocal);
}

Owned newProxy(FrameObject* frame) {
    if (!frameLocalsProxyType) {
        LibraryWork work;
        frameLocalsProxyType = makeModuleType(defineFrameLocalsProxyType);
        if (!frameLocalsProxyType) return nullptr;
    }
    auto* proxy = newPlainObject<FrameLocalsProxyObject>(frameLocalsProxyType);
    if (!proxy) return nullptr;
    proxy->frame = newRef(frame).pointer;
    return finishObject(proxy);
}

}

Object* localAt(const Frame* frame, uint32_t index) {
    if (CellObject* cell = cellAt(frame, index)) return cell->contents;
    return hasPlace(frame, index) ? frame->localsPlus[index] : nullptr;
}

void setLocalAt(Frame* frame, uint32_t index, Object* value) {
    if (CellObject* cell = cellAt(frame, index)) {
        if (cell->contents != value) setField(cell, cell->contents, newRef(value));
        return;
    }
    while (frame->stackTop < static_cast<int>(frame->code->localsPlusCount)) frame->localsPlus[frame->stackTop++] = nullptr;
    Object* old = frame->localsPlus[index];
    if (old == value) return;
    frame->localsPlus[index] = newRef(value).pointer;
    if (recording()) recordLocal(frame, index, value);
    xdecref(old);
}

// Names are interned as a rule, so the first look is for the object itself.
ssize localNamed(const Frame* frame, Object* name, LocalFor use) {
    const uint32_t count = frame->code->localsPlusCount;
    bool isNamed = false;
    for (uint32_t i = 0; i < count; ++i) {
        if (nameAt(frame, i) != name) continue;
        if (isFor(frame, i, use)) return i;
        isNamed = true;
    }
    if (isNamed) return noLocal;
    const int64_t hash = hashOf(name);
    if (hash == -1) return localFailed;
    for (uint32_t i = 0; i < count; ++i) {
        Object* candidate = nameAt(frame, i);
        if (hashOf(candidate) != hash) continue;
        const int equal = richCompareBool(candidate, name, Comparison::Eq);
        if (equal < 0) return localFailed;
        if (equal && isFor(frame, i, use)) return i;
    }
    return noLocal;
}

Owned frameLocalsOf(FrameObject* object) {
    Frame* frame = object->frame;
    if (!frame) return newDict();
    if ((frame->code->flags & CodeFlag::Optimized) || runsComprehension(frame)) return newProxy(object);
    return newRef(frame->locals ? frame->locals : frame->globals);
}

Owned localsSnapshot(Frame* frame) {
    FrameObject* object = frameObjectOf(frame);
    Held<> locals(object ? frameLocalsOf(object) : Owned(nullptr));
    if (!locals || !isFrameLocalsProxy(locals)) return locals.release();
    Held<> dict(newDict());
    return dict && dictMerge(dict, locals, 1) ? dict.release() : Owned(nullptr);
}

Owned frameLocalsProxyCreate(Type*, Args args) {
    if (args.count != 1) return raise(exc::TypeError, "FrameLocalsProxy expected 1 argument, got {}", args.count);
    if (args[0]->type != types::Frame) return raise(exc::TypeError, "expect frame, not {}", args[0]->type->name);
    return checkNoKeywords("FrameLocalsProxy", args) ? newProxy(static_cast<FrameObject*>(args[0])) : Owned(nullptr);
}

}
