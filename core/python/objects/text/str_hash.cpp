// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/objects/text/str_object.h"

// SipHash-1-3, the hash of str and bytes: keyed, so that hash order varies with PYTHONHASHSEED; the key of seed 0 is all zero.

namespace memtape {

namespace {

uint64_t key0 = 0, key1 = 0;

inline uint64_t rotate(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

struct SipState {
    uint64_t a, b, c, d;
    void round() {
        a += b, c += d;
        b = rotate(b, 13) ^ a, d = rotate(d, 16) ^ c;
        a = rotate(a, 32);
        c += b, a += d;
        b = rotate(b, 17) ^ c, d = rotate(d, 21) ^ a;
        c = rotate(c, 32);
    }
};

}

void setHashSeed(uint64_t seed) {
    key0 = key1 = 0;
    if (seed == 0) return;
    // CPython stretches a seed with the generator of the C library's old rand().
    uint8_t secret[16];
    uint32_t x = static_cast<uint32_t>(seed);
    for (uint8_t& byte : secret) {
        x = x * 214013 + 2531011;
        byte = static_cast<uint8_t>(x >> 16);
    }
    std::memcpy(&key0, secret, 8);
    std::memcpy(&key1, secret + 8, 8);
}

int64_t hashBytes(const void* data, size_t size) {
    if (size == 0) return 0;
    SipState s{key0 ^ 0x736f6d6570736575, key1 ^ 0x646f72616e646f6d, key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573};
    uint64_t last = static_cast<uint64_t>(size) << 56;
    const auto* p = static_cast<const uint8_t*>(data);
    for (; size >= 8; size -= 8, p += 8) {
        uint64_t word;
        std::memcpy(&word, p, 8);
        s.d ^= word;
        s.round();
        s.a ^= word;
    }
    uint64_t tail = 0;
    std::memcpy(&tail, p, size);
    last |= tail;
    s.d ^= last;
    s.round();
    s.a ^= last;
    s.c ^= 0xff;
    s.round();
    s.round();
    s.round();
    int64_t hash = static_cast<int64_t>((s.a ^ s.b) ^ (s.c ^ s.d));
    return hash == -1 ? -2 : hash;
}

}
