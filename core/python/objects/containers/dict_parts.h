// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of dict share with one another.

#include "core/python/objects/containers/dict_keys.h"
#include "core/python/objects/model/recording.h"

namespace memtape {

DictObject* allocateDict(Type* type /*types::Dict*/); // empty, untracked
bool dictResize(DictObject* d, int log2Size, bool unicode);
bool dictInsertStealing(DictObject* d, Object* key, int64_t hash, Object* value); // takes over both
// Takes the entry out; its value's reference is then the caller's.
Object* dictTakeEntry(DictObject* d, int64_t hash, ssize index);
void dictDealloc(Object* o);
size_t dictSize(Object* o);
int dictTraverse(Object* o, Visit visit, void* context);
void dictCells(Object* o, CellVisitor& visitor);
Owned dictIter(Object* o);

// Records a value in its place: the dict's, or the attribute of the instance in which it lies.
inline void recordDictValue(DictObject* d, ssize index, Object* value) {
    if (!recording()) return;
    if (isEmbedded(d)) recordCell(embeddingInstance(d), CellKind::Attribute, static_cast<uint32_t>(index), value);
    else recordCell(d, CellKind::Value, static_cast<uint32_t>(index), value);
}
inline void recordDictRefill(DictObject* d) {
    if (!recording()) return;
    recordRefill(d, CellKind::Key);
    recordRefill(d, CellKind::Value);
}

// The collector need not know dicts that hold nothing it knows.
inline bool mayBeTracked(const Object* o) { return isGcObject(o) && (o->type != types::Tuple || isTracked(o)); }
inline void trackDictFor(DictObject* d, const Object* key, const Object* value) {
    if (isTracked(d)) return;
    if (mayBeTracked(key) || mayBeTracked(value)) gcTrack(d);
}

extern const MethodDef dictMethods[];
Owned dictRepr(Object* o);
Owned dictCompare(Object* a, Object* b, Comparison op);
int dictContainsSlot(Object* d, Object* key);
Owned dictOr(Object* a, Object* b);
Owned dictInplaceOr(Object* a, Object* b);
bool dictInit(Object* self, Args args);
bool dictSetSubscript(Object* d, Object* key, Object* value);
// Are the entries equal? 1, 0, −1.
int dictsEqual(DictObject* a, DictObject* b);

}
