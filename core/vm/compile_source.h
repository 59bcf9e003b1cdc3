// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From source text to a code object of the running program: parse, compile, make objects. A problem becomes a pending SyntaxError.

#include <string>
#include <string_view>

#include "core/objects/object.h"
#include "core/objects/vm_hooks.h"
#include "core/source/diagnostic.h"
#include "core/vm/code_extra.h"

namespace memtape {



// `inheritedFlags`: __future__ features of the code that asks (exec in a module that imports them).
Owned compileSource(std::string_view source, const std::string& file, CompileMode mode, CodeOrigin origin, uint32_t inheritedFlags = 0);
Failure raiseSyntaxProblem(const SyntaxProblem& problem);

}
