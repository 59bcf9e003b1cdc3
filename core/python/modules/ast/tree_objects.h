// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Syntax trees as the program has them, objects of the classes of `_ast`, and as the compiler has them: both ways, by node_table.h.

#include "core/python/modules/ast/node_table.h"
#include "core/python/objects/model/object.h"
#include "core/python/syntax/arena.h"

namespace memtape {

bool isAstNode(Object* o); // of any class of `_ast`
Owned objectsOfTree(const ast::Mod& tree);
// `wanted`: which kind of tree it has to be. False: CPython's exception is pending. What a program has put together is checked (validate_tree.h)
// before it is compiled.
bool treeOfObjects(Object* node, ast::ModKind wanted, Arena& arena, ast::Mod* tree);

// What the grammar says of a tree that its classes do not: ValueError or TypeError where it is no program's.
bool validateTree(const ast::Mod& tree);

}
