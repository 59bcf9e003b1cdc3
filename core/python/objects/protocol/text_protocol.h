// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small parts of the protocol that the types of this folder share.

#include <string>

#include "core/python/objects/model/object.h"

namespace memtape {

std::string addressText(const void* o);                  // "0x7f…" as repr shows it
Owned addressRepr(Object* o);                            // "<module.qualname object at 0x…>"
int searchByIteration(Object* container, Object* value); // `in` by iterating: 1, 0, -1
// What o.name would call: where *unbound, `o` is still to be passed in front (no bound method is made). Null: exception pending.
Owned methodOf(Object* o, Object* name, bool* unbound);
// genericGetAttr without an AttributeError: null and not failed where there is no such attribute.
Owned genericFindAttr(Object* o, Object* name, bool* failed);

}
