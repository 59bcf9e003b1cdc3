// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The locals of a frame by name (PEP 667). frame.f_locals of a function is a FrameLocalsProxy, which reads and writes the frame itself, wherever
// that is: on a stack, in a generator, in its FrameObject. locals() is a dict of what they are now. A module's or a class body's are its
// namespace, but while a comprehension runs in its frame, whose variables are the frame's own.

#include "core/python/vm/frames/frame.h"

namespace memtape {

struct FrameLocalsProxyObject : Object {
    Object* frame; // FrameObject
};
extern Type* frameLocalsProxyType; // null until somebody asks for f_locals
inline bool isFrameLocalsProxy(const Object* o) { return o->type == frameLocalsProxyType; }

enum class LocalFor : uint8_t { Reading /*bound ones only*/, Writing };
constexpr ssize noLocal = -1, localFailed = -2;               // localFailed: an exception is pending
Object* localAt(const Frame* frame, uint32_t index);          // borrowed, out of its cell; null: unbound
void setLocalAt(Frame* frame, uint32_t index, Object* value); // shares; what was there is dropped
ssize localNamed(const Frame* frame, Object* name, LocalFor use);

Owned frameLocalsOf(FrameObject* frame); // f_locals
Owned localsSnapshot(Frame* frame);      // locals()

}
