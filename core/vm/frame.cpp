// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/frame.h"

#include <sys/mman.h>

#include <cstring>

#include "core/base/check.h"
#include "core/objects/recording.h"
#include "core/vm/code_extra.h"
#include "core/vm/frame_object.h"

namespace memtape {

namespace {
// Address space only: pages are touched as calls nest. Room for a recursion limit of some millions.
constexpr size_t stackReserve = size_t{4} << 30;
char* stackBegin = nullptr;
}

char* frameStackTop = nullptr;
char* frameStackLimit = nullptr;

void startFrameStack() {
    void* place = mmap(nullptr, stackReserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED) noAddressSpace();
    stackBegin = frameStackTop = static_cast<char*>(place);
    frameStackLimit = stackBegin + stackReserve;
}

void endFrameStack() {
    if (stackBegin) munmap(stackBegin, stackReserve);
    stackBegin = frameStackTop = frameStackLimit = nullptr;
}

size_t frameStackBytes() { return static_cast<size_t>(frameStackTop - stackBegin); }
uint32_t frameStackOffset(const Frame* frame) { return static_cast<uint32_t>(reinterpret_cast<const char*>(frame) - stackBegin); }

int frameLine(const Frame* frame) {
    return codeLine(frame->code, static_cast<uint32_t>(frame->ip - frame->code->extra->instructions));
}

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

void clearFrameContents(Frame* frame) {
    int count = frame->stackTop;
    frame->stackTop = 0;
    for (int i = 0; i < count; ++i) clearField(frame->localsPlus[i]);
}

// As CPython's _PyFrame_ClearExceptCode, with the code reference dropped too.
void clearFrame(Frame* frame) {
    if (FrameObject* object = frame->frameObject) {
        if (object->refcount > 1) {
            takeOverFrame(object, frame);
            frame->frameObject = nullptr;
            decref(object);
            return;
        }
        frame->frameObject = nullptr;
        object->frame = nullptr;
        decref(object);
    }
    clearFrameContents(frame);
    clearField(frame->locals);
    clearField(frame->function);
    clearField(frame->code);
}

}
