// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Calls of natives, shared by builtin_function_or_method and the method descriptors.

#include "core/python/objects/model/native.h"

namespace memtape {

struct MethodObject;

// Checks arguments by kind and calls. `shown`: the callable whose `module.qualname()` the error texts name.
Owned callNative(const MethodDef* definition, Object* self, Args args, Object* shown);
// "module.qualname()" of a callable (_PyObject_FunctionStr), or its str.
Owned functionText(Object* callable);

// One more argument in front of others, without a tuple. Up to `room` arguments lie on the native stack.
class PrependedArgs {
public:
    PrependedArgs(Object* first, Args rest);
    // Those of a bound method's function; where that is a bound method in turn, of the one at the end, so that many of them take no more room than they
    // have arguments.
    PrependedArgs(const MethodObject* method, Args rest);
    ~PrependedArgs();
    PrependedArgs(const PrependedArgs&) = delete;
    PrependedArgs& operator=(const PrependedArgs&) = delete;
    Args args() const { return m_args; }

private:
    static constexpr size_t room = 8;
    Object* m_small[room];
    Object** m_large = nullptr;
    Object** placeFor(size_t count);
    Args m_args;
};

}
