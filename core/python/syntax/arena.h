// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of one syntax tree: nodes, lists and strings are taken from growing blocks and given back all at once.
//
// Nothing that lives here is destroyed, so only trivially destructible things may be made with `make`. Constants own
// strings and are kept in a list of their own, beside the blocks; they live as long as the arena.

#include <cstddef>
#include <cstring>
#include <deque>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/python/bytecode/constant.h"

namespace memtape {

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    Arena(Arena&&) = default;
    Arena& operator=(Arena&&) = default;

    void* allocate(size_t size) {
        size = (size + 7) & ~size_t{7};
        if (size > m_left) grow(size);
        std::byte* result = m_next;
        m_next += size;
        m_left -= size;
        return result;
    }

    template <class T> T* make() {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
        return new (allocate(sizeof(T))) T{};
    }

    template <class T> T* make(T value) {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
        return new (allocate(sizeof(T))) T(std::move(value));
    }

    template <class T> std::span<T> list(const T* items, size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        if (count == 0) return {};
        T* copy = static_cast<T*>(allocate(sizeof(T) * count));
        std::memcpy(static_cast<void*>(copy), items, sizeof(T) * count);
        return {copy, count};
    }
    template <class T> std::span<T> list(const std::vector<T>& items) { return list(items.data(), items.size()); }

    std::string_view string(std::string_view text) {
        if (text.empty()) return {};
        char* copy = static_cast<char*>(allocate(text.size()));
        std::memcpy(copy, text.data(), text.size());
        return {copy, text.size()};
    }

    const Constant* constant(Constant value) { return &m_constants.emplace_back(std::move(value)); }

private:
    void grow(size_t size) {
        const size_t block = size > BlockSize / 4 ? size : BlockSize;
        auto& memory = m_blocks.emplace_back(new std::byte[block]);
        m_next = memory.get();
        m_left = block;
    }

    static constexpr size_t BlockSize = 64 * 1024;
    std::byte* m_next = nullptr;
    size_t m_left = 0;
    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::deque<Constant> m_constants;
};

}
