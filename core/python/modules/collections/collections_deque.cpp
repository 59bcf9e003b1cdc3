// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/collections/collections_deque.h"

#include <cstring>

#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"

// The blocks of a deque: appending, taking, rotating. Methods are in collections_deque_methods.cpp.

namespace memtape {

static_assert(sizeof(DequeBlock) == 528 && sizeof(DequeObject) == 216);

static DequeBlock* newBlock(DequeObject* d) {
    if (d->freeCount > 0) return d->freeBlocks[--d->freeCount];
    return static_cast<DequeBlock*>(allocateBlock(sizeof(DequeBlock)));
}
static void freeBlock(DequeObject* d, DequeBlock* block) {
    if (d->freeCount < dequeFreeBlocks) d->freeBlocks[d->freeCount++] = block;
    else releaseBlock(block);
}
static void standInTheMiddle(DequeObject* d) {
    d->leftIndex = dequeCenter + 1;
    d->rightIndex = dequeCenter;
}
// getsizeof counts blocks from the first place of the first one.
static ssize blockCount(const DequeObject* d) { return (d->leftIndex + d->count + dequeBlockLength - 1) / dequeBlockLength; }

DequeObject* allocateDeque(Type* type) {
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    DequeObject* d = asDeque(made.pointer);
    d->maximum = -1;
    DequeBlock* block = newBlock(d);
    if (!block) {
        decref(d);
        return nullptr;
    }
    d->leftBlock = d->rightBlock = block;
    standInTheMiddle(d);
    recordResize(d);
    return d;
}

// The last item in front of or behind the others, without a look at the maximum. Takes over the reference; false: no memory, dropped.
static bool putRight(DequeObject* d, Object* item) {
    if (d->rightIndex == dequeBlockLength - 1) {
        DequeBlock* block = newBlock(d);
        if (!block) return false;
        block->left = d->rightBlock;
        d->rightBlock->right = block;
        d->rightBlock = block;
        d->rightIndex = -1;
    }
    ++d->count;
    d->rightBlock->data[++d->rightIndex] = item;
    return true;
}
static bool putLeft(DequeObject* d, Object* item) {
    if (d->leftIndex == 0) {
        DequeBlock* block = newBlock(d);
        if (!block) return false;
        block->right = d->leftBlock;
        d->leftBlock->left = block;
        d->leftBlock = block;
        d->leftIndex = dequeBlockLength;
    }
    ++d->count;
    d->leftBlock->data[--d->leftIndex] = item;
    return true;
}
static Object* takeRight(DequeObject* d) {
    Object* item = d->rightBlock->data[d->rightIndex];
    --d->rightIndex;
    --d->count;
    ++d->state;
    if (d->rightIndex < 0) {
        if (d->count) {
            DequeBlock* before = d->rightBlock->left;
            freeBlock(d, d->rightBlock);
            d->rightBlock = before;
            d->rightIndex = dequeBlockLength - 1;
        } else {
            standInTheMiddle(d);
        }
    }
    return item;
}
static Object* takeLeft(DequeObject* d) {
    Object* item = d->leftBlock->data[d->leftIndex];
    ++d->leftIndex;
    --d->count;
    ++d->state;
    if (d->leftIndex == dequeBlockLength) {
        if (d->count) {
            DequeBlock* after = d->leftBlock->right;
            freeBlock(d, d->leftBlock);
            d->leftBlock = after;
            d->leftIndex = 0;
        } else {
            standInTheMiddle(d);
        }
    }
    return item;
}

// Calls change() and records a new size if the number of blocks is another one afterwards.
template <class F> static auto resizing(DequeObject* d, F change) {
    if (!recording()) return change();
    ssize before = blockCount(d);
    auto result = change();
    if (blockCount(d) != before) recordResize(d);
    return result;
}

bool dequeAppend(DequeObject* d, Object* item) {
    if (!resizing(d, [&] { return putRight(d, item); })) return false;
    incref(item);
    recordCell(d, CellKind::Item, static_cast<uint32_t>(d->count - 1), item);
    if (d->maximum >= 0 && d->count > d->maximum) decref(dequeTakeLeft(d));
    else ++d->state;
    return true;
}

bool dequeAppendLeft(DequeObject* d, Object* item) {
    if (!resizing(d, [&] { return putLeft(d, item); })) return false;
    incref(item);
    recordInsert(d, 0, item);
    if (d->maximum >= 0 && d->count > d->maximum) decref(dequeTake(d));
    else ++d->state;
    return true;
}

Object* dequeTake(DequeObject* d) {
    Object* item = resizing(d, [&] { return takeRight(d); });
    recordTruncate(d, CellKind::Item, static_cast<uint32_t>(d->count));
    return item;
}

Object* dequeTakeLeft(DequeObject* d) {
    Object* item = resizing(d, [&] { return takeLeft(d); });
    recordErase(d, 0, 1);
    return item;
}

Object*& dequeAt(DequeObject* d, ssize i) {
    if (i == 0) return d->leftBlock->data[d->leftIndex];
    if (i == d->count - 1) return d->rightBlock->data[d->rightIndex];
    ssize place = i + d->leftIndex, blocks = place / dequeBlockLength;
    DequeBlock* block;
    if (i < d->count / 2) {
        block = d->leftBlock;
        while (blocks-- > 0) block = block->right;
    } else {
        blocks = (d->leftIndex + d->count - 1) / dequeBlockLength - blocks;
        block = d->rightBlock;
        while (blocks-- > 0) block = block->left;
    }
    return block->data[place % dequeBlockLength];
}

bool dequeRotate(DequeObject* d, ssize n) {
    ssize length = d->count, half = length / 2;
    if (length <= 1) return true;
    if (n > half || n < -half) {
        n %= length;
        if (n > half) n -= length;
        else if (n < -half) n += length;
    }
    // One cell event for each item that goes round, or all anew where that is fewer.
    bool oneByOne = (n < 0 ? -n : n) <= 8;
    ssize blocksBefore = blockCount(d);
    for (; n > 0; --n) {
        Object* item = takeRight(d);
        if (!putLeft(d, item)) return false;
        if (oneByOne && recording()) {
            recordTruncate(d, CellKind::Item, static_cast<uint32_t>(d->count - 1));
            recordInsert(d, 0, item);
        }
    }
    for (; n < 0; ++n) {
        Object* item = takeLeft(d);
        if (!putRight(d, item)) return false;
        if (oneByOne && recording()) {
            recordErase(d, 0, 1);
            recordCell(d, CellKind::Item, static_cast<uint32_t>(d->count - 1), item);
        }
    }
    ++d->state;
    if (!oneByOne) recordRefill(d, CellKind::Item);
    if (blockCount(d) != blocksBefore) recordResize(d);
    return true;
}

void dequeClear(Object* o) {
    DequeObject* d = asDeque(o);
    if (d->count == 0) return;
    ssize count = d->count;
    Object** items = static_cast<Object**>(std::malloc(static_cast<size_t>(count) * sizeof(Object*)));
    if (!items) return;
    for (ssize i = count; --i >= 0;) items[i] = takeLeft(d); // dropped from the left on
    recordTruncate(d, CellKind::Item, 0);
    recordResize(d);
    dropReferences(items, count);
    std::free(items);
}

bool dequeExtend(DequeObject* d, Object* iterable) {
    Held<> source(iterable == d ? sequenceToList(iterable) : newRef(iterable));
    if (!source) return false;
    Held<> iterator(getIter(source));
    if (!iterator) return false;
    if (d->count == 0 && d->maximum != 0) { // to be filled from the left
        d->leftIndex = 1;
        d->rightIndex = 0;
    }
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) return !errorOccurred();
        if (d->maximum == 0) continue; // only used up
        if (!dequeAppend(d, item) || !checkBreaker()) return false;
    }
}

}
