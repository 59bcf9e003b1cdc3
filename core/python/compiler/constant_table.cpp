// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/constant_table.h"

#include <bit>
#include <string_view>

#include "core/python/bytecode/code_unit.h"

namespace memtape {
namespace {

size_t mixed(size_t hash, size_t part) { return (hash ^ part) * 0x9E3779B97F4A7C15u + (hash >> 29); }

}

size_t constantHash(const Constant& constant) {
    size_t hash = mixed(0x51ED270B, static_cast<size_t>(constant.kind));
    switch (constant.kind) {
    case Constant::Kind::Float:
    case Constant::Kind::Complex:
        hash = mixed(hash, std::bit_cast<uint64_t>(constant.real));
        return mixed(hash, std::bit_cast<uint64_t>(constant.imaginary));
    case Constant::Kind::Int:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes: return mixed(hash, std::hash<std::string_view>()(constant.text));
    case Constant::Kind::Tuple:
        for (const Constant& item : constant.items) hash = mixed(hash, constantHash(item));
        return hash;
    case Constant::Kind::FrozenSet: {
        size_t members = constant.items.size(); // without regard to order
        for (const Constant& item : constant.items) members += constantHash(item);
        return mixed(hash, members);
    }
    case Constant::Kind::Code:
        hash = mixed(hash, std::hash<std::string_view>()(constant.code->name));
        return mixed(hash, static_cast<size_t>(constant.code->firstLine));
    default: return hash;
    }
}

int ConstantTable::add(Constant constant) {
    const size_t hash = constantHash(constant);
    const auto [first, last] = m_places.equal_range(hash);
    for (auto place = first; place != last; ++place) {
        if (sameConstant(m_constants[place->second], constant)) return place->second;
    }
    const int index = count();
    m_constants.push_back(std::move(constant));
    m_places.emplace(hash, index);
    return index;
}

void ConstantTable::keepOnly(const std::vector<int>& places) {
    std::vector<Constant> kept;
    kept.reserve(places.size());
    for (const int place : places) kept.push_back(std::move(m_constants[place]));
    m_constants = std::move(kept);
    m_places.clear();
}

}
