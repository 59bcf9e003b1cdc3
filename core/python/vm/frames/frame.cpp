// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/frames/frame.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "core/base/check.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/thread_part.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/generators/generator_object.h"

namespace memtape {

namespace {
// Address space only: pages are touched as calls nest, up to what the heap may have. Room for a recursion limit of some millions, in the main thread.
constexpr size_t stackReserve = size_t{4} << 30, threadStackReserve = size_t{256} << 20;
constexpr size_t leastStack = size_t{1} << 20; // a thousand calls
char* stackBegin = nullptr;

// A thread's frame stack begins empty.
bool beginThreadStack(char*& begin) {
    void* place = mmap(nullptr, threadStackReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) return false;
    begin = static_cast<char*>(place);
    return true;
}
void endThreadStack(char*& begin) { munmap(begin, threadStackReserve); }
ThreadPart<char*> stackBegins(stackBegin, beginThreadStack, endThreadStack);
}

char* frameStackTop = nullptr;
char* frameStackLimit = nullptr;

namespace {
ThreadPart<char*> stackTops(frameStackTop), stackLimits(frameStackLimit);
}

void startFrameStack(uint64_t mostBytes) {
    void* place = mmap(nullptr, stackReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) noAddressSpace();
    stackBegin = frameStackTop = static_cast<char*>(place);
    frameStackLimit = stackBegin + std::clamp<uint64_t>(mostBytes, leastStack, stackReserve);
}

void beginFramesOfThread() {
    frameStackTop = stackBegin;
    frameStackLimit = stackBegin + threadStackReserve;
}

void endFrameStack() {
    if (stackBegin) munmap(stackBegin, stackReserve);
    stackBegin = frameStackTop = frameStackLimit = nullptr;
}

uint32_t frameStackOffset(const Frame* frame) { return static_cast<uint32_t>(reinterpret_cast<const char*>(frame) - stackBegin); }

int frameLine(const Frame* frame) { return codeLine(frame->code, static_cast<uint32_t>(frame->ip - frame->code->extra->instructions)); }

int visitFrame(Frame* frame, Visit visit, void* context) {
    auto one = [&](Object* o) { return o ? visit(o, context) : 0; };
    if (int r = one(frame->locals)) return r;
    if (int r = one(frame->function)) return r;
    if (int r = one(frame->code)) return r;
    for (int i = 0; i < frame->stackTop; ++i) {
        if (int r = one(frame->localsPlus[i])) return r;
    }
    return 0;
}

namespace {

enum class Part { Contents, Whole };

// The frame is no longer on the tape: what it still refers to is held while one after the other goes.
void dropRecorded(Frame* frame, int count, Part part, Object* result) {
    Object* few[64];
    std::vector<Object*> many;
    Object** all = few;
    if (static_cast<size_t>(count) + 3 > std::size(few)) {
        many.resize(static_cast<size_t>(count) + 3);
        all = many.data();
    }
    ssize n = 0; // the last is dropped first
    if (part == Part::Whole) {
        if (frame->owner != FrameOwner::Generator) all[n++] = std::exchange(frame->code, nullptr);
        all[n++] = std::exchange(frame->function, nullptr);
        all[n++] = std::exchange(frame->locals, nullptr);
    }
    for (int i = count; i-- > 0;) all[n++] = std::exchange(frame->localsPlus[i], nullptr);
    bool heldResult = result && std::any_of(all, all + n, [](Object* o) { return o && dropMayRunCode(o); });
    Held<> held{Owned(heldResult ? result : nullptr)};
    dropReferences(all, n);
    if (heldResult) (void)held.release();
}

}

void clearFrameContents(Frame* frame) {
    int count = frame->stackTop;
    frame->stackTop = 0;
    if (recording()) return dropRecorded(frame, count, Part::Contents, nullptr);
    for (int i = 0; i < count; ++i) clearField(frame->localsPlus[i]);
}

// As CPython's _PyFrame_ClearExceptCode, with the code reference dropped too, but for a generator's frame: a generator knows its code to the end.
void clearFrame(Frame* frame, Object* result) {
    if (FrameObject* object = frame->frameObject) {
        bool wanted = object->refcount > 1;
        if (wanted) takeOverFrame(object, frame);
        else object->frame = nullptr;
        frame->frameObject = nullptr;
        if (frame->owner == FrameOwner::Generator) recordCell(generatorOf(frame), CellKind::Field, generatorFrameObjectField, nullptr);
        decref(object);
        if (wanted) return;
    }
    if (recording()) {
        int count = frame->stackTop;
        frame->stackTop = 0;
        return dropRecorded(frame, count, Part::Whole, result);
    }
    clearFrameContents(frame);
    clearField(frame->locals);
    clearField(frame->function);
    if (frame->owner != FrameOwner::Generator) clearField(frame->code);
}

}
