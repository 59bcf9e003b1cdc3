// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bytecode/constant.h"

#include <algorithm>
#include <cstring>

namespace memtape {
namespace {

bool sameBits(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

bool sameItems(const std::vector<Constant>& a, const std::vector<Constant>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameConstant);
}

// A frozenset's members have no order; both sides hold few members, each once.
bool sameMembers(const std::vector<Constant>& a, const std::vector<Constant>& b) {
    if (a.size() != b.size())
        return false;
    for (const Constant& member : a) {
        const auto isMember = [&](const Constant& other) { return sameConstant(member, other); };
        if (std::none_of(b.begin(), b.end(), isMember))
            return false;
    }
    return true;
}

}

bool sameConstant(const Constant& a, const Constant& b) {
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case Constant::Kind::None:
    case Constant::Kind::Ellipsis:
    case Constant::Kind::False:
    case Constant::Kind::True:
        return true;
    case Constant::Kind::Int:
    case Constant::Kind::Str:
    case Constant::Kind::Bytes:
        return a.text == b.text;
    case Constant::Kind::Float:
        return sameBits(a.real, b.real);
    case Constant::Kind::Complex:
        return sameBits(a.real, b.real) && sameBits(a.imaginary, b.imaginary);
    case Constant::Kind::Tuple:
        return sameItems(a.items, b.items);
    case Constant::Kind::FrozenSet:
        return sameMembers(a.items, b.items);
    case Constant::Kind::Code:
        return a.code == b.code;
    }
    return false;
}

}
