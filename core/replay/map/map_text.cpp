// SPDX-License-Identifier: GPL-3.0-or-later
// A map as JSON and for a person. How pools are made is the implementation's; where they lie, where frames lie, and all that is larger than a pool's blocks,
// is `model`: other machines have other addresses.
#include "core/replay/map/map_text.h"

#include "core/replay/json/json_writer.h"
#include "core/replay/reading.h"
#include "core/replay/replay.h"

namespace memtape {

namespace {

std::string hexadecimal(uint64_t number) {
    std::string text;
    for (; number; number >>= 4) text.insert(text.begin(), "0123456789abcdef"[number & 15]);
    return "0x" + (text.empty() ? "0" : text);
}

std::string padded(const std::string& text, size_t width) { return text.size() < width ? std::string(width - text.size(), ' ') + text : text; }
std::string padded(uint64_t number, size_t width) { return padded(std::to_string(number), width); }

std::string counted(size_t count, const char* what) { return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s"); }

class MapJson {
public:
    MapJson(const Reading& reading, std::string* out) : m_reading(reading), m_state(reading.state()), m_json(out) {}

    void write(const MemoryMap& map, const MapCost& cost, const std::vector<NextBlock>& next) {
        m_json.beginObject();
        m_json.pair("step", m_state.step().step);
        m_json.pair("line", uint64_t{m_state.step().line});
        writeStack(map);
        writeHeap(map, next);
        writeCost(cost);
        m_json.endObject();
    }

private:
    void writeStack(const MemoryMap& map) {
        m_json.key("stack");
        m_json.beginObject();
        m_json.pair("source", "model");
        m_json.pair("calls", uint64_t{map.calls});
        m_json.pair("call_limit", uint64_t{map.callLimit});
        m_json.pair("bytes", map.stackBytes);
        m_json.pair("chunk_bytes", map.chunkBytes);
        frames("frames", map.frames);
        m_json.endObject();
    }

    void writeHeap(const MemoryMap& map, const std::vector<NextBlock>& nextBlocks) {
        m_json.key("heap");
        if (!map.knowsHeap) return m_json.null();
        m_json.beginObject();
        m_json.pair("source", m_reading.implementation());
        m_json.pair("pool_bytes", map.poolBytes);
        m_json.pair("arena_bytes", map.arenaBytes);
        m_json.pair("largest_small", map.largestSmall);
        m_json.pair("all_pools", uint64_t{map.allPools.size()});
        m_json.pair("free_bytes", map.freeBytes());
        m_json.pair("own_bytes", map.ownBytes());
        m_json.key("pools");
        m_json.beginArray();
        for (const MapPool& pool : map.pools) {
            m_json.beginObject();
            m_json.pair("address", pool.address);
            m_json.pair("block_bytes", uint64_t{pool.blockBytes});
            m_json.pair("capacity", uint64_t{pool.capacity});
            m_json.pair("used", uint64_t{pool.blocks.size()});
            blocks("blocks", pool.blocks, true);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.key("next");
        m_json.beginArray();
        for (const NextBlock& next : nextBlocks) {
            m_json.beginObject();
            m_json.pair("block_bytes", uint64_t{next.blockBytes});
            m_json.pair("address", next.address);
            m_json.pair("after_step", next.step);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.key("large");
        m_json.beginObject();
        m_json.pair("source", "model");
        blocks("blocks", map.large, false);
        m_json.endObject();
        m_json.endObject();
    }

    void writeCost(const MapCost& cost) {
        m_json.key("cost");
        m_json.beginObject();
        frames("pushed", cost.pushed);
        frames("popped", cost.popped);
        blocks("taken", cost.taken, false);
        blocks("given_back", cost.given, false);
        m_json.pair("new_pools", uint64_t{cost.newPools.size()});
        m_json.endObject();
    }

    void frames(std::string_view name, const std::vector<MapFrame>& frames) {
        m_json.key(name);
        m_json.beginArray();
        for (const MapFrame& frame : frames) {
            m_json.beginObject();
            m_json.pair("function", m_state.code(frame.code).qualname);
            m_json.pair("at", frame.at);
            m_json.pair("bytes", frame.bytes);
            m_json.pair("head_bytes", frame.head);
            m_json.pair("slots", uint64_t{frame.slots});
            m_json.pair("stack_entries", uint64_t{frame.entries});
            m_json.endObject();
        }
        m_json.endArray();
    }

    void blocks(std::string_view name, const std::vector<MapBlock>& blocks, bool inPool) {
        m_json.key(name);
        m_json.beginArray();
        for (const MapBlock& block : blocks) {
            m_json.beginObject();
            if (inPool) {
                m_json.pair("place", uint64_t{block.place});
            } else {
                m_json.pair("address", block.address);
                m_json.pair("bytes", block.bytes);
            }
            if (block.object) m_json.pair("object", shownAddress(block.object.granule));
            m_json.key("own");
            m_json.boolean(block.ofProgram);
            m_json.endObject();
        }
        m_json.endArray();
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    JsonWriter m_json;
};

}

std::string mapJson(const Reading& reading, const MemoryMap& map, const MapCost& cost, const std::vector<NextBlock>& next) {
    std::string out;
    MapJson(reading, &out).write(map, cost, next);
    return out;
}

std::string mapText(const Reading& reading, const MemoryMap& map, const MapCost& cost, const std::vector<NextBlock>& nextBlocks) {
    const MemoryState& state = reading.state();
    std::string out = "step " + std::to_string(state.step().step) + ", line " + std::to_string(state.step().line) + "\n\n";
    out += "the line before cost: " + counted(cost.pushed.size(), "frame") + " pushed, " + std::to_string(cost.popped.size()) + " popped; " +
           counted(cost.taken.size(), "block") + " taken (" + counted(cost.takenBytes(), "byte") + "), " + std::to_string(cost.given.size()) +
           " given back (" + counted(cost.givenBytes(), "byte") + "), " + counted(cost.newPools.size(), "new pool") + "\n\n";
    out += "stack (model): " + std::to_string(map.calls) + " of " + std::to_string(map.callLimit) + " calls, " + counted(map.stackBytes, "byte") +
           "\n      at   bytes  frame\n";
    for (const MapFrame& frame : map.frames) out += padded(frame.at, 8) + padded(frame.bytes, 8) + "  " + state.code(frame.code).qualname + '\n';
    if (!map.knowsHeap) return out + "\nheap: this recording tells nothing of pools\n";
    out += "\nheap (" + std::string(reading.implementation()) + "): " + counted(map.pools.size(), "pool") + " with something of this program, " +
           std::to_string(map.allPools.size()) + " in all; " + counted(map.freeBytes(), "byte") +
           " free in them\n   block  pool            used of  own\n";
    for (const MapPool& pool : map.pools)
        out += padded(pool.blockBytes, 8) + "  " + hexadecimal(pool.address) + padded(pool.blocks.size(), 5) + padded(pool.capacity, 5) +
               padded(pool.ofProgram(), 5) + '\n';
    for (const MapBlock& block : map.large) out += padded(block.bytes, 8) + "  " + hexadecimal(block.address) + "  by itself (model)\n";
    if (!nextBlocks.empty()) out += "\nfree blocks that are used next\n   block  address         after step\n";
    for (const NextBlock& next : nextBlocks) out += padded(next.blockBytes, 8) + "  " + hexadecimal(next.address) + padded(next.step, 12) + '\n';
    return out;
}

std::string mapAt(Replay& replay, uint64_t step, MapForm form, NextBlocks& next) {
    std::optional<MemoryMap> before, map;
    if (step > 0 && replay.seek(step - 1)) before = replay.reading().memoryMap();
    if (replay.seek(step)) map = replay.reading().memoryMap();
    if (!map) return {};
    const std::vector<NextBlock> nextBlocks = next.at(replay.state(), *map);
    MapCost cost = costBetween(before ? *before : *map, *map);
    return form == MapForm::Json ? mapJson(replay.reading(), *map, cost, nextBlocks) : mapText(replay.reading(), *map, cost, nextBlocks);
}

}
