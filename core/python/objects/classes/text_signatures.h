// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// __text_signature__ of what is native: its parameters as Python text, for inspect.signature(), help() and doctest. It follows from how the
// arguments are taken (MethodDef::kind) where that says enough; the names and defaults of others are in the tables text_signatures_*.def.

#include <string_view>

#include "core/python/objects/model/native.h"
#include "core/python/objects/model/object.h"

namespace memtape {

Owned signatureOfMethod(const Type* owner, const MethodDef* method);
Owned signatureOfFunction(Object* selfOrNull, Object* moduleNameOrNull, const MethodDef* function); // bound to an instance, a type, a module, nothing
Owned signatureOfSlot(std::string_view dunder);
Owned signatureOfType(const Type* type);

}
