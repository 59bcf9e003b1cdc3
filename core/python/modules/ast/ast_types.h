// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The classes of `_ast`, made when a tree is first asked for.

#include "core/python/modules/ast/node_table.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct AstObject : Object {
    Object* dict;
};

bool ensureAstTypes();                                   // false: an exception is pending
Type* astBaseType();                                     // AST
Type* sumType(ast::FieldType sum);                       // expr; arguments
Type* nodeType(ast::FieldType sum, size_t kind);         // BinOp; arguments
Object* operatorObject(ast::FieldType sum, size_t kind); // the one Load(), Add() … that trees share; borrowed

void defineAstBase(Type* type); // ast_object.cpp

}
