// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"
#include "core/python/vm/frames/frame.h"

namespace memtape {

// The frame ends while `object` is still referred to: moves the contents into it and links it to the caller's frame object.
void takeOverFrame(FrameObject* object, Frame* frame);

Owned newTraceback(Object* next, FrameObject* frame, int lasti, int line);
constexpr uint32_t frameTraceField = 4; // the cell of f_trace
void setFrameTrace(FrameObject* frame, Object* functionOrNull);
constexpr uint32_t frameExtraLocalsField = 5; // the cell of what f_locals has beside the locals
void setExtraLocals(FrameObject* frame, Owned dictOrNull);
bool frameLinenoSet(Object* frame, Object* value); // f_lineno = …: the frame goes on at that line (frame_jump.cpp)
// Once the frame runs again: what its stack has too much is dropped, and locals that are to be bound are.
void finishJump(Frame* frame, const Instruction* from);

// Puts an entry for the frame at the head of the pending exception's traceback (PyTraceBack_Here).
void addTracebackEntry(Frame* frame);

}
