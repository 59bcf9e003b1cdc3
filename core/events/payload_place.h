// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a payload lies on the tape: chunk (24 bits), offset in its stream of bytes (20), and of the last 20 bits the length, or the length of a formula
// (computed_int.h) instead of which its value is meant.

#include <cstdint>

namespace memtape {

using PayloadPlace = uint64_t;
constexpr PayloadPlace payloadPlace(uint64_t chunk, uint64_t offset, uint64_t length) { return chunk << 40 | offset << 20 | length; }

constexpr PayloadPlace computedPayload = 1u << 19;
constexpr uint64_t longestPayload = computedPayload - 1, lastPayloadOffset = (1u << 20) - 1, lastPayloadChunk = (1u << 24) - 1;

constexpr uint64_t chunkOfPayload(PayloadPlace place) { return place >> 40; }
constexpr uint64_t offsetOfPayload(PayloadPlace place) { return place >> 20 & lastPayloadOffset; }
constexpr uint64_t lengthOfPayload(PayloadPlace place) { return place & longestPayload; }
constexpr bool isComputed(PayloadPlace place) { return place & computedPayload; }
constexpr bool liesBefore(PayloadPlace a, PayloadPlace b) { return a >> 20 < b >> 20; }

}
