// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The comparisons of an expression as one watches them over a run: what its paths lead to now, and whether an event may have changed that.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/replay/find/find.h"
#include "core/replay/find/find_values.h"
#include "core/replay/memory.h"

namespace memtape {

// The objects that were looked at: few, so that a look at each event costs little. Of one of which a single part counts, what only sets another part of the
// same kind is passed over: a namespace changes at nearly each line, but seldom where a name was found, or by a name that was not there.
class WatchedObjects {
public:
    void clear() { m_count = 0, m_bits = 0, m_isAll = false; }
    void add(ObjectId id) { add(Watched{id.granule, Watched::Counts::All}); }
    void addCell(ObjectId id, CellKind kind, uint32_t index) { add(Watched{id.granule, Watched::Counts::Cell, kind, index}); }
    // A namespace in which the name is not: there is none until there is another key.
    void addMissing(ObjectId table) { addCell(table, CellKind::Value, UINT32_MAX); }
    // The attribute of a name, wherever it is going to be. The name is to stay.
    void addAttribute(ObjectId id, std::string_view name) { add(Watched{id.granule, Watched::Counts::Name, CellKind::Attribute, 0, name}); }
    bool has(Granule granule) const {
        if (!(m_bits >> (granule & 63) & 1)) return m_isAll;
        for (size_t i = 0; i < m_count; i++)
            if (m_all[i].granule == granule) return true;
        return m_isAll;
    }
    // Of CellSet and CellClear, before they are played.
    bool isTouchedBy(const Event& set, const Memory& memory) const;

private:
    struct Watched {
        Granule granule = 0;
        enum class Counts : uint8_t { All, Cell, Name } counts = Counts::All;
        CellKind kind = CellKind::Field; // Cell, Name
        uint32_t index = 0;              // Cell
        std::string_view name;           // Name
        bool operator==(const Watched&) const = default;
    };
    void add(const Watched& watched) {
        if (!watched.granule) return;
        if (std::find(m_all.begin(), m_all.begin() + m_count, watched) != m_all.begin() + m_count) return;
        if (m_count == m_all.size()) m_isAll = true;
        else m_all[m_count++] = watched;
        m_bits |= uint64_t{1} << (watched.granule & 63);
    }

    std::array<Watched, 24> m_all{};
    size_t m_count = 0;
    uint64_t m_bits = 0;
    bool m_isAll = false; // more than there is room for: whatever changes may be one of them
};

// Where a path's name is looked for.
enum class FrameScope : uint8_t {
    Running, // in the frame that runs and in the program's module
    Callers, // and, where they do not know it, in the frames that wait for the one that runs, the innermost first
};

// One path of an expression, followed from the running frame.
class PathFollower {
public:
    enum class Outcome : uint8_t {
        Unknown, // the running frame knows no such name
        Missing, // the name refers to nothing, or some part is not there
        There,
    };
    PathFollower(const FindPath& path, const Memory& memory, const Reading& reading, FrameScope scope)
        : m_path(path),
          m_memory(memory),
          m_reading(reading),
          m_scope(scope) {}

    // The running frame is another one; `module`: the names of the program's module. True: the name is now a waiting frame's, or was.
    bool enterFrame(ObjectId module);
    // Of the call's own: not of a namespace, whose code may have slots of the same name for the while of a comprehension.
    bool isOfFrame() const { return m_slot != noSlot && !m_own; }
    uint32_t slot() const { return m_slot; } // of the running frame; noSlot: the name is in no slot of it
    // `isReshaped`: since it was followed last, what was looked at then has got other parts.
    Outcome follow(WatchedObjects& watched, bool isReshaped);
    const Comparable& value() const { return m_value; } // There
    ObjectId object() const { return m_object; }        // There; none: a length
    std::string text() const;                           // of what is there
    bool wasEverThere() const { return m_wasThere; }
    const FindPath& path() const { return m_path; }
    static constexpr uint32_t noSlot = UINT32_MAX;

private:
    struct Known { // where a name or a part was found last: looked at first the next time
        uint32_t type = 0;
        CellKind kind = CellKind::Field;
        uint32_t index = UINT32_MAX;
        ObjectId table, key;
        ObjectId missingFrom;   // the table that did not have it
        uint64_t missingAt = 0; // how often the path had been followed then
    };
    uint32_t slotIn(uint32_t code);
    void lookInCallers();
    ObjectId ofSlot() const;
    ObjectId ofCaller() const;
    ObjectId withinShared(ObjectId id) const;
    ObjectId inTable(ObjectId table, std::string_view key, Known& known, WatchedObjects& watched) const;
    ObjectId attribute(ObjectId id, std::string_view name, Known& known, WatchedObjects& watched) const;
    ObjectId partOf(ObjectId id, size_t part, WatchedObjects& watched);

    const FindPath& m_path;
    const Memory& m_memory;
    const Reading& m_reading;
    FrameScope m_scope;
    uint32_t m_slot = noSlot;
    std::unordered_map<uint32_t, uint32_t> m_slotOfCode;
    struct Waiting {
        uint32_t life;
        int32_t nearest; // of the frames up to this one the last that has a slot for the name; −1: none
    };
    std::vector<Waiting> m_waiting; // Callers: by frame, without the running one
    ObjectId m_own, m_module;       // namespaces in which the name is looked for
    Known m_inOwn, m_inModule;
    bool m_isReshaped = true;
    uint64_t m_follows = 1;
    std::vector<Known> m_parts;
    Comparable m_value;
    ObjectId m_object;
    bool m_wasThere = false;
};

}
