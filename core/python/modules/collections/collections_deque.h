// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// collections.deque: a doubly linked list of blocks of 64 items, as CPython 3.13's. Items lie from `leftIndex` of the first block to
// `rightIndex` of the last; an empty deque keeps one block and stands in its middle. Up to 16 freed blocks wait in the deque itself.

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

constexpr ssize dequeBlockLength = 64;
constexpr ssize dequeCenter = (dequeBlockLength - 1) / 2;
constexpr int dequeFreeBlocks = 16;

struct DequeBlock {
    DequeBlock* left;
    Object* data[dequeBlockLength];
    DequeBlock* right;
};

struct DequeObject : VarObject {
    DequeBlock *leftBlock, *rightBlock;
    ssize leftIndex, rightIndex;
    size_t state;  // changes with every change: iterators compare it
    ssize maximum; // −1: none
    ssize freeCount;
    DequeBlock* freeBlocks[dequeFreeBlocks];
    Object* weakrefs;
};

extern Type *dequeType, *dequeIteratorType, *dequeReverseIteratorType;
inline DequeObject* asDeque(Object* o) { return static_cast<DequeObject*>(o); }
inline bool isDeque(Object* o) { return o->type == dequeType || isSubtype(o->type, dequeType); }

DequeObject* allocateDeque(Type* type);         // empty, tracked
bool dequeAppend(DequeObject* d, Object* item); // shares; drops from the other side beyond the maximum
bool dequeAppendLeft(DequeObject* d, Object* item);
Object* dequeTake(DequeObject* d); // the last one, whose reference is then the caller's; the deque is not empty
Object* dequeTakeLeft(DequeObject* d);
Object*& dequeAt(DequeObject* d, ssize i); // in range
bool dequeRotate(DequeObject* d, ssize n);
void dequeClear(Object* o);
bool dequeExtend(DequeObject* d, Object* iterable);
void defineDeque(Type* t);
void defineDequeIterator(Type* t);
void defineDequeReverseIterator(Type* t);

}
