// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Formats of the struct module: what a text like "<2i3s" means, and single items in and out of bytes.

#include <string_view>
#include <vector>

#include "core/python/objects/model/object.h"

namespace memtape {

extern Type* structError;

// One letter with its count, at a place of the packed bytes. As large as CPython's, as a Struct's size tells their number.
struct StructCode {
    char letter;                // as it was written
    char native;                // the letter of the native item of the same size
    bool swapped;               // its bytes stand in the other order
    bool infinite;              // a double that f has no room for becomes infinite (in the native format)
    ssize offset, size, repeat; // size: of one item; of s and p of the whole
};
static_assert(sizeof(StructCode) == 32);

struct StructFormat {
    std::vector<StructCode> codes;
    ssize size = 0, values = 0;
};

// False: struct.error pending.
bool readStructFormat(std::string_view text, StructFormat& out);

Owned unpackItem(const StructCode& code, const uint8_t* from);
bool packItem(const StructCode& code, Object* value, uint8_t* to);

}
