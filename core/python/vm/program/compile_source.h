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

// What compile() is asked for beside the text.
struct CompileRequest {
    CompileMode mode = CompileMode::Exec;
    CodeOrigin origin = CodeOrigin::Library;
    bool futureAnnotations = false; // the code that asks has it from __future__
    int flags = 0;                  // CompileFlag bits
    int optimize = 0;
    bool isAsked = false; // by a line that runs, which warnings of what is worked out are about
};
// A code object, or the syntax tree where the flags ask for it. `problem`: where not null, a problem is put there and nothing is raised.
Owned compileSource(const SourceFile& source, const CompileRequest& request, std::optional<SyntaxProblem>* problem = nullptr);
// The same of a tree that a program has made or changed.
Owned compileSyntaxTree(Object* tree, const std::string& filename, const CompileRequest& request);
Failure raiseSyntaxProblem(const SyntaxProblem& problem);

}
