// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values as bytes, in the format of CPython's marshal, version 4: what .pyc files hold.
//
//     one byte of type, 0x80 added where the value can be referred to later ('r' and its number), then what the type says:
//     N F T . S                                       None, False, True, Ellipsis, StopIteration
//     i l                                             int: 32 bits; a count, negative for a negative int, and digits of 15 bits
//     g y   f x                                       float and complex: binary; as text (versions 0 and 1)
//     s   u t   a A z Z                               bytes; str as UTF-8, interned; ASCII, interned, short, short and interned
//     ( ) [ < >   {                                   tuple, short tuple, list, set, frozenset; dict, up to '0'
//     c                                               code
//
// All numbers are little-endian.

#include <string>
#include <string_view>

#include "core/python/objects/model/object.h"

namespace memtape {

enum class MarshalCode : uint8_t { Allowed, Refused };
constexpr int marshalVersion = 4;
constexpr int marshalDepth = 2000; // deeper values are refused in both directions

bool marshalTo(std::string& out, Object* value, int version, MarshalCode code);

// Where the bytes come from.
class MarshalInput {
public:
    virtual bool read(size_t count, std::string_view* bytes) = 0; // valid until the next call; false: an exception is pending
    virtual bool readByte(int* byte) = 0;                         // -1 at the end
    virtual size_t atMost() const = 0;                            // so many bytes can be left

protected:
    ~MarshalInput() = default;
};
Owned unmarshal(MarshalInput& input, MarshalCode code);

}
