// SPDX-License-Identifier: GPL-3.0-or-later
// _ast: the classes of syntax trees. compile() makes trees and takes them.

#include "core/python/modules/ast/ast_types.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/vm_hooks.h"

namespace memtape {

namespace {

bool addClasses(Object* module) {
    using ast::FieldType;
    if (!addToModule(module, "AST", newRef(static_cast<Object*>(astBaseType())))) return false;
    for (size_t s = 0; s < ast::sumCount; ++s) {
        const auto sum = static_cast<FieldType>(s);
        const ast::SumRow& row = ast::sumRow(sum);
        if (!addToModule(module, row.name, newRef(static_cast<Object*>(sumType(sum))))) return false;
        for (size_t kind = 0; kind < row.nodes.size(); ++kind)
            if (!addToModule(module, row.nodes[kind].name, newRef(static_cast<Object*>(nodeType(sum, kind))))) return false;
    }
    return true;
}

}

Owned makeAstModule() {
    if (!ensureAstTypes()) return nullptr;
    Ref<> module = newModule("_ast");
    if (!module || !addClasses(module)) return nullptr;
    const struct {
        const char* name;
        int value;
    } flags[] = {{"PyCF_ALLOW_TOP_LEVEL_AWAIT", CompileTopLevelAwait},
                 {"PyCF_ONLY_AST", CompileOnlyAst},
                 {"PyCF_TYPE_COMMENTS", CompileTypeComments},
                 {"PyCF_OPTIMIZED_AST", CompileOptimizedAst}};
    for (const auto& flag : flags)
        if (!addToModule(module, flag.name, newInt(flag.value))) return nullptr;
    return module.release();
}

}
