// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fields of the compiler's nodes by their offset (node_table.h).

#include <cstring>

#include "core/python/modules/ast/node_table.h"

namespace memtape::ast {

// As std::span has it.
struct RawList {
    void* data;
    size_t count;
};
static_assert(sizeof(RawList) == sizeof(List<int>));

template <class T> T read(const void* place) {
    T value;
    std::memcpy(static_cast<void*>(&value), place, sizeof value);
    return value;
}
template <class T> void write(void* place, const T& value) { std::memcpy(place, static_cast<const void*>(&value), sizeof value); }

// From one item of a list to the next.
inline size_t strideOf(FieldType type) {
    if (!isSum(type)) return sizeof(std::string_view);
    const SumRow& row = sumRow(type);
    return row.storage == Storage::Inside ? row.nodes[0].size : row.storage == Storage::Number ? 1 : sizeof(void*);
}

}
