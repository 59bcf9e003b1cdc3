// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/line_growth.h"

#include <unordered_map>

#include "core/replay/player.h"
#include "core/tape/tape.h"

namespace memtape {

std::map<SourceLine, uint64_t> bytesByLine(const Memory& memory) {
    std::unordered_map<uint64_t, uint64_t> bytes; // by file and line
    for (uint32_t number = 1; number < memory.now().recordEnd; number++) {
        const ObjectRecord& object = memory.record(number);
        if (!object.alive() || !(object.flags & ObjectRecord::OfProgram)) continue;
        const bool isByLine = object.madeCode && object.madeLine;
        bytes[isByLine ? uint64_t{memory.code(object.madeCode).file} << 32 | object.madeLine : 0] += object.size;
    }
    std::map<SourceLine, uint64_t> out;
    for (auto [key, sum] : bytes) out[{static_cast<uint32_t>(key >> 32), static_cast<uint32_t>(key)}] = sum;
    return out;
}

void addGrowth(ByLine& out, const std::shared_ptr<const Tape>& tape, uint64_t lastStep, size_t points) {
    ReplayShared shared(tape);
    Player player(shared);
    for (LineShare& line : out.lines) line.growth.reserve(points);
    for (size_t p = 0; p < points; p++) {
        player.playTo(momentOf(p, points, tape->firstStep(), lastStep) + 1);
        const std::map<SourceLine, uint64_t> bytes = bytesByLine(player.memory());
        for (LineShare& line : out.lines) {
            auto now = bytes.find(line.at);
            line.growth.push_back(now == bytes.end() ? 0 : now->second);
        }
    }
}

}
