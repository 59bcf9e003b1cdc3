// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Buffers of classes that a program writes (PEP 688): __buffer__() gives a memoryview, and __release_buffer__() is told when nobody looks at it any more.
// A view of such an object refers to a keeper, which has the object and the memoryview that it gave.

#include "core/python/objects/model/object.h"

namespace memtape {

enum BufferFlag : int { BufferSimple = 0, BufferWritable = 1, BufferFullReadOnly = 0x11c }; // inspect.BufferFlags

bool hasProgramBuffer(const Object* o); // its class has one of the two methods in Python
// A memoryview of it, as its __buffer__() gives it for these flags.
Owned programBuffer(Object* o, int flags);

}
