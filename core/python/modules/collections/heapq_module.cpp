// SPDX-License-Identifier: GPL-3.0-or-later
// _heapq: heaps in lists. The comparisons and their order are those of CPython's _heapq, as a program's __lt__ sees them;
// merge, nlargest and nsmallest are in python/heapq.py.
#include <bit>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

enum class Order { Min, Max };

Failure sizeChanged() { return raise(exc::RuntimeError, "list changed size during iteration"); }
Failure indexOutOfRange() { return raise(exc::IndexError, "index out of range"); }

bool wantList(const char* function, Object* o) {
    if (isList(o)) return true;
    return raise(exc::TypeError, "{}() argument must be list, not {}", function, isNone(o) ? "None" : o->type->name);
}

// Whether `a` belongs above `b`: 1, 0, -1.
template <Order order> int isAbove(Object* a, Object* b) {
    Held<> keepA(newRef(a)), keepB(newRef(b));
    return order == Order::Min ? richCompareBool(a, b, Comparison::Lt) : richCompareBool(b, a, Comparison::Lt);
}

void exchange(ListObject* heap, ssize i, ssize j) {
    std::swap(heap->items[i], heap->items[j]);
    recordCell(heap, CellKind::Item, static_cast<uint32_t>(i), heap->items[i]);
    recordCell(heap, CellKind::Item, static_cast<uint32_t>(j), heap->items[j]);
}

// The item at `position` moves up until its parent belongs above it.
template <Order order> bool moveUp(ListObject* heap, ssize start, ssize position) {
    ssize size = heap->count;
    if (position >= size) return indexOutOfRange();
    while (position > start) {
        ssize parent = (position - 1) >> 1;
        int above = isAbove<order>(heap->items[position], heap->items[parent]);
        if (above < 0) return false;
        if (size != heap->count) return sizeChanged();
        if (!above) break;
        exchange(heap, position, parent);
        position = parent;
    }
    return true;
}

// The item at `position` goes down to a leaf along the children that belong above the others, and from there up to its place.
template <Order order> bool moveDown(ListObject* heap, ssize position) {
    ssize start = position, end = heap->count;
    if (position >= end) return indexOutOfRange();
    ssize leaves = end >> 1;
    while (position < leaves) {
        ssize child = 2 * position + 1;
        if (child + 1 < end) {
            int above = order == Order::Min ? isAbove<order>(heap->items[child], heap->items[child + 1])
                                            : isAbove<Order::Min>(heap->items[child + 1], heap->items[child]);
            if (above < 0) return false;
            if (end != heap->count) return sizeChanged();
            if (!above) ++child;
        }
        exchange(heap, child, position);
        position = child;
    }
    return moveUp<order>(heap, start, position);
}

template <Order order> Owned replaceTop(ListObject* heap, Object* item) {
    if (heap->count == 0) return indexOutOfRange();
    Held<> top(newRef(heap->items[0]));
    if (!listSetItem(heap, 0, newRef(item)) || !moveDown<order>(heap, 0)) return {};
    return top.release();
}

template <Order order> Owned popTop(ListObject* heap) {
    if (heap->count == 0) return indexOutOfRange();
    ssize last = heap->count - 1;
    Held<> item(newRef(heap->items[last]));
    if (!listAssignSlice(heap, last, last + 1, nullptr)) return {};
    if (heap->count == 0) return item.release();
    return replaceTop<order>(heap, item);
}

// From the last parent to the first; large heaps in an order that keeps what was just touched in the cache.
template <Order order> bool makeHeap(ListObject* heap) {
    ssize size = heap->count;
    if (size <= 2500) {
        for (ssize i = (size >> 1) - 1; i >= 0; --i) {
            if (!moveDown<order>(heap, i)) return false;
        }
        return true;
    }
    ssize firstLeaf = size >> 1;
    ssize leftmost = static_cast<ssize>(std::bit_floor(static_cast<size_t>(firstLeaf + 1))) - 1;
    auto upward = [&](ssize i) {
        for (;; i >>= 1) {
            if (!moveDown<order>(heap, i)) return false;
            if (!(i & 1)) return true;
        }
    };
    for (ssize i = leftmost - 1; i >= firstLeaf >> 1; --i) {
        if (!upward(i)) return false;
    }
    for (ssize i = firstLeaf - 1; i >= leftmost; --i) {
        if (!upward(i)) return false;
    }
    return true;
}

bool wantListFirst(const char* function, Args args) {
    if (isList(args[0])) return true;
    return raise(exc::TypeError, "{}() argument 1 must be list, not {}", function, isNone(args[0]) ? "None" : args[0]->type->name);
}

Owned heapPush(Object*, Args args) {
    if (!wantListFirst("heappush", args)) return {};
    ListObject* heap = asList(args[0]);
    if (!listAppend(heap, args[1]) || !moveUp<Order::Min>(heap, 0, heap->count - 1)) return {};
    return newNone();
}

Owned heapPop(Object*, Object* heap) {
    if (!wantList("heappop", heap)) return {};
    return popTop<Order::Min>(asList(heap));
}
Owned heapPopMax(Object*, Object* heap) {
    if (!wantList("_heappop_max", heap)) return {};
    return popTop<Order::Max>(asList(heap));
}
Owned heapReplace(Object*, Args args) {
    if (!wantListFirst("heapreplace", args)) return {};
    return replaceTop<Order::Min>(asList(args[0]), args[1]);
}
Owned heapReplaceMax(Object*, Args args) {
    if (!wantListFirst("_heapreplace_max", args)) return {};
    return replaceTop<Order::Max>(asList(args[0]), args[1]);
}

Owned heapPushPop(Object*, Args args) {
    if (!wantListFirst("heappushpop", args)) return {};
    ListObject* heap = asList(args[0]);
    if (heap->count == 0) return newRef(args[1]);
    int above = isAbove<Order::Min>(heap->items[0], args[1]);
    if (above < 0) return {};
    if (!above) return newRef(args[1]);
    return replaceTop<Order::Min>(heap, args[1]);
}

Owned heapify(Object*, Object* heap) {
    if (!wantList("heapify", heap) || !makeHeap<Order::Min>(asList(heap))) return {};
    return newNone();
}
Owned heapifyMax(Object*, Object* heap) {
    if (!wantList("_heapify_max", heap) || !makeHeap<Order::Max>(asList(heap))) return {};
    return newNone();
}

const MethodDef functions[] = {
    {"heappush", heapPush, 2, 2},
    {"heappushpop", heapPushPop, 2, 2},
    {"heappop", heapPop},
    {"heapreplace", heapReplace, 2, 2},
    {"heapify", heapify},
    {"_heappop_max", heapPopMax},
    {"_heapify_max", heapifyMax},
    {"_heapreplace_max", heapReplaceMax, 2, 2},
    {},
};

}

Owned makeHeapqModule() {
    Ref<> module = newModule("_heapq");
    if (!module || !addFunctions(module, functions)) return {};
    return module.release();
}

}
