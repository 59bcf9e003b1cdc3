// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects the members of a list whose length is not known before they are read. Short lists, nearly all, stay on the
// stack.

#include <cstring>
#include <memory>
#include <span>
#include <type_traits>

#include "core/python/syntax/arena.h"

namespace memtape {

template <class T> class ListBuilder {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    void add(const T& item) {
        if (m_count == m_capacity) grow();
        m_items[m_count++] = item;
    }
    size_t size() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    T& operator[](size_t index) { return m_items[index]; }
    const T& operator[](size_t index) const { return m_items[index]; }
    T* begin() { return m_items; }
    T* end() { return m_items + m_count; }
    void clear() { m_count = 0; }
    std::span<T> finish(Arena& arena) const { return arena.list(m_items, m_count); }

    ListBuilder() = default;
    ListBuilder(const ListBuilder&) = delete;
    ListBuilder& operator=(const ListBuilder&) = delete;

private:
    static constexpr size_t InlineCapacity = sizeof(T) > 32 ? 2 : 6;

    void grow() {
        auto bigger = std::make_unique<T[]>(m_capacity * 2);
        std::memcpy(static_cast<void*>(bigger.get()), m_items, sizeof(T) * m_count);
        m_heap = std::move(bigger);
        m_items = m_heap.get();
        m_capacity *= 2;
    }

    T m_inline[InlineCapacity];
    T* m_items = m_inline;
    size_t m_count = 0, m_capacity = InlineCapacity;
    std::unique_ptr<T[]> m_heap;
};

}
