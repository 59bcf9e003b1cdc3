// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tuples with named fields (time.struct_time, sys.version_info …): a subclass of tuple for each kind. The first `visible` fields are the
// tuple's items; the rest are attributes only and lie behind them.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct StructSequenceField {
    const char* name; // null: at the end; "": an item without a name
    const char* doc;
};

struct StructSequenceDef {
    const char* name; // "time.struct_time"
    const char* doc;
    const StructSequenceField* fields;
    int visible;
    bool instantiable = true; // sys.flags and its like are not made by the program
};

Type* newStructSequenceType(const StructSequenceDef& definition); // immortal; null: exception pending
// An instance: takes over the values, one for each field (hidden ones too). On failure drops them.
Owned newStructSequence(Type* type, Object** values);

}
