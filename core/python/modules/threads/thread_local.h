// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/type.h"
#include "core/python/threads/thread.h"

namespace memtape {

// _thread._local: attributes of which each thread has its own.
void defineThreadLocalType(Type* type);
void forgetLocalsOf(const Thread& thread); // it is over: what it has in all of them goes

}
