// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kinds of items that an array may have: how a value is read from its bytes and written to them.

#include "core/python/objects/model/object.h"

namespace memtape {

struct ArrayItemKind {
    char code;
    ssize size;
    Owned (*get)(const char* bytes);
    bool (*set)(Object* value, char* bytes); // false: TypeError or OverflowError pending
};

const ArrayItemKind* arrayItemKind(uint32_t code); // null: no such code

}
