// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an attribute instruction remembers. A cache holds while the owner's type has the version it was filled for:
//
//   AttrInline   the value is at `index` of the instance's inline values (no data descriptor of that name in the type)
//   AttrMethod   `object` is a function of the type, to be called with the owner first   ┐ hold while the instance has no
//   AttrOfClass  `object` is a value found in the type, used as it is                    ┘ attribute of that name itself
//   AttrMember   the value is in the owner's struct at offset `index` (__slots__); of a store: it is the Field cell version2
//   AttrModule   the value is entry `index` of the module's dict, whose keys have version2
//   AttrOfType   the owner is a class of version version2 and `object` is what it finds
//   AttrLookedUp nothing can be remembered: it is looked up each time (a property, a class with a __getattr__)
//
// Behind each such cache lies a second one, of the type met before the last: a line of a base class sees the instances of several.

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/model/object.h"
#include "core/python/vm/frames/code_extra.h"

namespace memtape {

enum AttributeCacheKind : uint16_t { AttrNone, AttrInline, AttrMethod, AttrOfClass, AttrMember, AttrModule, AttrOfType, AttrLookedUp };
enum GlobalCacheKind : uint16_t { GlobalNone, GlobalInGlobals, GlobalInBuiltins };

// What the cache was filled for before moves behind it.
void rememberAttribute(InlineCache& cache, Object* owner, Object* name, bool asMethod);
void rememberStore(InlineCache& cache, Object* owner, Object* name);

void swapWithSecond(InlineCache& cache);
// Whether the cache holds for this owner; where the one behind it does, the two change places.
inline bool fitsOwner(InlineCache& cache, const Object* owner) {
    const uint32_t version = owner->type->versionTag;
    if (cache.version == version) return version != 0;
    if (!version || (&cache)[1].version != version) return false;
    swapWithSecond(cache);
    return true;
}

// No attribute of the cached name in the instance itself: its type has no instance dict (index 0), or its inline values are valid
// and the shared keys, of version2, do not have the name.
inline bool attributeNotShadowed(Object* owner, const InlineCache& cache) {
    if (cache.index == 0) return true;
    return inlineValues(owner)->valid && owner->type->cachedKeys->version == cache.version2;
}

}
