// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values as bytes, where they are few and of any size: varints, and texts with their length before them.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/events/encoding.h"

namespace memtape {

struct ByteWriter {
    std::string out;
    void number(uint64_t v) {
        uint8_t buffer[10];
        out.append(reinterpret_cast<char*>(buffer), static_cast<size_t>(putVarint(buffer, v) - buffer));
    }
    void text(std::string_view s) {
        number(s.size());
        out += s;
    }
};

// Whatever the bytes are, it reads within them; `good` says at the end whether all that was asked for was there.
struct ByteReader {
    std::string_view in;
    bool good = true;
    uint64_t number() {
        uint64_t result = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (in.empty()) break;
            uint8_t byte = static_cast<uint8_t>(in.front());
            in.remove_prefix(1);
            result |= static_cast<uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return result;
        }
        good = false;
        return 0;
    }
    uint32_t number32() { return static_cast<uint32_t>(number()); }
    std::string text() {
        uint64_t size = number();
        if (size > in.size()) {
            good = false;
            return {};
        }
        std::string s(in.substr(0, size));
        in.remove_prefix(size);
        return s;
    }
    // A count of things that take a byte each at least.
    size_t count() {
        uint64_t n = number();
        if (n > in.size()) good = false;
        return good ? n : 0;
    }
};

}
