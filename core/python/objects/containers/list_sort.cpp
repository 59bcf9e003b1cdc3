// SPDX-License-Identifier: GPL-3.0-or-later

// list.sort(): what happens to the list around the sort itself (sort/merge_sort.h). The list is empty while it is sorted, and what a key
// function or a comparison does to it is noticed at the end; the items are the sort's own for that time.

#include <cstdint>
#include <cstdlib>

#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/sort/merge_sort.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

// The items of a list, taken out of it.
class TakenItems {
public:
    explicit TakenItems(ListObject* list) : m_list(list), m_items(list->items), m_count(list->count), m_capacity(list->capacity) {
        list->count = 0;
        list->items = nullptr;
        list->capacity = untouched;
        recordTruncate(list, CellKind::Item, 0);
        recordResize(list);
        m_held.hold(m_items, m_count);
    }
    Object** items() const { return m_items; }
    ssize count() const { return m_count; }
    bool listWasTouched() const { return m_list->capacity != untouched; }

    // What has come into the list meanwhile is dropped.
    void putBack() {
        m_held.release();
        Object** intruders = m_list->items;
        const ssize intruderCount = m_list->count;
        m_list->count = m_count;
        m_list->items = m_items;
        m_list->capacity = m_capacity;
        recordRefill(m_list, CellKind::Item);
        recordResize(m_list);
        if (!intruders) return;
        dropReferences(intruders, intruderCount);
        releaseBlock(intruders);
    }

private:
    static constexpr ssize untouched = -1; // no list has this capacity

    ListObject* m_list;
    Object** m_items;
    ssize m_count, m_capacity;
    HeldItems m_held;
};

// What the key function makes of the items.
class SortKeys {
public:
    SortKeys() = default;
    SortKeys(const SortKeys&) = delete;
    SortKeys& operator=(const SortKeys&) = delete;
    ~SortKeys() {
        if (m_keys != m_few) std::free(m_keys);
    }

    // False: an exception is pending, and the keys that were made are dropped.
    bool make(Object* function, const TakenItems& taken) {
        if (taken.count() > static_cast<ssize>(std::size(m_few)))
            m_keys = static_cast<Object**>(std::malloc(static_cast<size_t>(taken.count()) * sizeof(Object*)));
        if (!m_keys) return raiseMemoryError();
        m_held.reserve(taken.count());
        for (; m_count < taken.count(); ++m_count) {
            Owned key = call(function, taken.items()[m_count]);
            if (!key) {
                m_held.release();
                for (ssize i = 0; i < m_count; ++i) decref(m_keys[i]);
                m_count = 0;
                return false;
            }
            m_keys[m_count] = key.pointer;
            m_held.add(key.pointer);
        }
        return true;
    }
    Object** keys() { return m_keys; }

    // The first one first.
    void drop() {
        m_held.release();
        std::reverse(m_keys, m_keys + m_count);
        dropReferences(m_keys, m_count);
        m_count = 0;
    }

private:
    Object* m_few[128];
    Object** m_keys = m_few;
    ssize m_count = 0;
    HeldItems m_held;
};

bool sortEntries(SortSpan span, ssize count, bool reverse) {
    // Equal ones keep their order in a reversed sort too: they are reversed before it and after it. What is left where a comparison raises is
    // turned as well, the items only.
    if (reverse) span.reverse(count);
    const bool sorted = mergeSort(span, count);
    if (reverse) SortSpan{span.items ? span.items : span.keys}.reverse(count);
    return sorted;
}

}

bool listSort(ListObject* list, Object* key, bool reverse) {
    TakenItems taken(list);
    bool ok;
    if (key) {
        SortKeys keys;
        ok = keys.make(key, taken) && sortEntries({keys.keys(), taken.items()}, taken.count(), reverse);
        keys.drop();
    } else {
        ok = sortEntries({taken.items()}, taken.count(), reverse);
    }
    if (ok && taken.listWasTouched()) ok = raise(exc::ValueError, "list modified during sort");
    taken.putBack();
    return ok;
}

}
