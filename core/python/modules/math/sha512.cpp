// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/math/sha512.h"

#include <bit>
#include <cmath>
#include <string>

namespace memtape {

namespace {

using u128 = unsigned __int128;

// The constants are the first 64 bits behind the point of the square roots (state) and cube roots (rounds) of the first primes:
// computed, not listed. `root`: 2 or 3.
uint64_t fractionOfRoot(uint64_t prime, int root) {
    // The largest x with (x / 2**64) ** root <= prime, bit by bit, in numbers of 64-bit words.
    auto atMost = [&](u128 x) { // x ** root <= prime << (64 · root)
        uint64_t power[6] = {static_cast<uint64_t>(x), static_cast<uint64_t>(x >> 64), 0, 0, 0, 0};
        uint64_t factor[2] = {power[0], power[1]};
        for (int i = 1; i < root; ++i) {
            uint64_t product[6] = {};
            for (int a = 0; a < 4; ++a) {
                u128 carry = 0;
                for (int b = 0; b < 2; ++b) {
                    carry += static_cast<u128>(power[a]) * factor[b] + product[a + b];
                    product[a + b] = static_cast<uint64_t>(carry);
                    carry >>= 64;
                }
                product[a + 2] += static_cast<uint64_t>(carry);
            }
            for (int a = 0; a < 6; ++a) power[a] = product[a];
        }
        for (int a = 5; a > root; --a) {
            if (power[a]) return false;
        }
        return power[root] < prime; // roots of primes are irrational: never equal
    };
    u128 x = 0;
    for (int bit = 69; bit >= 0; --bit) {
        u128 next = x | static_cast<u128>(1) << bit;
        if (atMost(next)) x = next;
    }
    return static_cast<uint64_t>(x);
}

struct Constants {
    uint64_t state[8], rounds[80];
    Constants() {
        int found = 0;
        for (uint64_t n = 2; found < 80; ++n) {
            bool isPrime = true;
            for (uint64_t d = 2; d * d <= n; ++d) isPrime &= n % d != 0;
            if (!isPrime) continue;
            if (found < 8) state[found] = fractionOfRoot(n, 2);
            rounds[found++] = fractionOfRoot(n, 3);
        }
    }
};

void mixBlock(uint64_t* state, const uint64_t* rounds, const uint8_t* block) {
    uint64_t w[80];
    for (int i = 0; i < 16; ++i) {
        w[i] = 0;
        for (int b = 0; b < 8; ++b) w[i] = w[i] << 8 | block[8 * i + b];
    }
    for (int i = 16; i < 80; ++i) {
        uint64_t s0 = std::rotr(w[i - 15], 1) ^ std::rotr(w[i - 15], 8) ^ w[i - 15] >> 7;
        uint64_t s1 = std::rotr(w[i - 2], 19) ^ std::rotr(w[i - 2], 61) ^ w[i - 2] >> 6;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint64_t v[8];
    for (int i = 0; i < 8; ++i) v[i] = state[i];
    for (int i = 0; i < 80; ++i) {
        uint64_t e = v[4], a = v[0];
        uint64_t t1 = v[7] + (std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41)) + ((e & v[5]) ^ (~e & v[6])) + rounds[i] + w[i];
        uint64_t t2 = (std::rotr(a, 28) ^ std::rotr(a, 34) ^ std::rotr(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        for (int k = 7; k > 0; --k) v[k] = v[k - 1];
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; ++i) state[i] += v[i];
}

}

std::array<uint8_t, 64> sha512(std::string_view data) {
    static const Constants constants;
    uint64_t state[8];
    for (int i = 0; i < 8; ++i) state[i] = constants.state[i];
    std::string padded(data);
    padded += static_cast<char>(0x80);
    while (padded.size() % 128 != 112) padded += '\0';
    u128 bits = static_cast<u128>(data.size()) * 8;
    for (int i = 15; i >= 0; --i) padded += static_cast<char>(static_cast<uint8_t>(bits >> (8 * i)));
    for (size_t at = 0; at < padded.size(); at += 128) mixBlock(state, constants.rounds, reinterpret_cast<const uint8_t*>(padded.data()) + at);
    std::array<uint8_t, 64> digest;
    for (int i = 0; i < 64; ++i) digest[static_cast<size_t>(i)] = static_cast<uint8_t>(state[i / 8] >> (56 - 8 * (i % 8)));
    return digest;
}

}
