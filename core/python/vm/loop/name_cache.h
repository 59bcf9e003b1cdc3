// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the instructions of names remember: which entry of the namespace's table had the name. It is there still if that entry's key is the very same
// object, whatever else has come and gone. That a global is not there, so that the builtin is meant, is told by the version of the keys.

#include "core/python/objects/containers/dict_parts.h"
#include "core/python/vm/frames/frame.h"
#include "core/python/vm/loop/attribute_cache.h"
#include "core/python/vm/loop/loop_numbers.h"

namespace memtape {

void rememberName(const Frame* frame, Object* space, Object* name, InlineCache& cache);
void rememberStoredName(Object* space, Object* name, InlineCache& cache);

// The builtin meant before, if it is meant still though the globals have got other names since. Null: it has to be looked up.
Object* builtinStillMeant(const Frame* frame, Object* name, InlineCache& cache);

// Null: it is not at that entry.
inline Object* nameAt(Object* space, uint32_t index, const Object* name) {
    if (!isExactDict(space)) return nullptr;
    DictKeys* keys = asDict(space)->keys;
    return hasKeyAt(keys, index, name) ? unicodeEntries(keys)[index].value : nullptr;
}

// In a namespace, or, where that is the globals, among the builtins. Null: it has to be looked up.
inline Object* rememberedName(const Frame* frame, Object* space, Object* name, InlineCache& cache) {
    if (Object* value = nameAt(space, cache.index, name)) return value;
    if (cache.kind != GlobalInBuiltins || space != frame->globals) return nullptr;
    DictKeys* builtins = asDict(frame->builtins)->keys;
    if (asDict(space)->keys->version != cache.version || builtins->version != cache.version2) return builtinStillMeant(frame, name, cache);
    return unicodeEntries(builtins)[cache.index].value;
}

// Whether storeAt() may be used: as dictSet() of a name that is there, whose value no code of the program sees the end of while recording.
template <bool Recording> inline bool mayStoreAt(Object* space, uint32_t index, const Object* name) {
    const Object* old = nameAt(space, index, name);
    return old && !(Recording && dropMayRunCode(old));
}
// Takes over the value.
template <bool Recording> inline void storeAt(Object* space, uint32_t index, Object* name, Object* value) {
    DictObject* d = asDict(space);
    trackDictFor(d, name, value);
    Object*& place = unicodeEntries(d->keys)[index].value;
    Object* old = place;
    place = value;
    if (Recording && old != value) recordDictValue(d, index, value);
    dropValue<Recording>(old);
}

}
