// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The constants of one code unit, each once (see sameConstant), in the order of their first use.

#include <unordered_map>
#include <vector>

#include "core/python/bytecode/constant.h"

namespace memtape {

size_t constantHash(const Constant& constant);

class ConstantTable {
public:
    int add(Constant constant);
    const Constant& operator[](int index) const { return m_constants[index]; }
    int count() const { return static_cast<int>(m_constants.size()); }

    // Keeps the constants whose places are given, in that order. Nothing can be added afterwards.
    void keepOnly(const std::vector<int>& places);
    std::vector<Constant> take() { return std::move(m_constants); }

private:
    std::vector<Constant> m_constants;
    std::unordered_multimap<size_t, int> m_places;
};

}
