// SPDX-License-Identifier: GPL-3.0-or-later
// A program's text: read, parsed and compiled, or refused.
#include "core/python/compiler/compiler.h"
#include "core/python/syntax/parser.h"
#include "tests/fuzz/target.h"
#include "tests/support/deep_thread.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    onDeepStack([bytes] {
        const SourceFile source = SourceFile::fromBytes("p.py", bytes);
        Arena arena;
        const ParseResult parsed = parseModule(source, arena);
        if (parsed.module) compileModule(*parsed.module, source, arena);
    });
}
