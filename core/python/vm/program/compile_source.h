// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From source text to a code object of the running program: parse, compile, make objects. A problem becomes a pending SyntaxError.

#include <optional>
#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/source/diagnostic.h"
#include "core/source/source_file.h"

namespace memtape {

// `futureAnnotations`: the code that asks has it from __future__. `problem`: where not null, a problem is put there and nothing is raised.
Owned compileSource(const SourceFile& source, CompileMode mode, CodeOrigin origin, bool futureAnnotations = false,
                    std::optional<SyntaxProblem>* problem = nullptr);
Failure raiseSyntaxProblem(const SyntaxProblem& problem);

}
