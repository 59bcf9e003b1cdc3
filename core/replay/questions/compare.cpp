// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/compare.h"

#include <algorithm>
#include <map>

#include "core/replay/questions/object_pairs.h"
#include "core/replay/questions/program_names.h"

namespace memtape {

namespace {

constexpr uint32_t objectsBetweenLooks = 1024; // at `stop`

struct Part {
    ObjectId to;
    CellKind cell = CellKind::Field;
    uint32_t index = 0;
};

// An object's parts by what a program calls them; those of a set by what they are.
std::map<std::string, Part> partsOf(const Reading& reading, ObjectId id) {
    const MemoryState& state = reading.state();
    const TypeInfo& type = state.type(state.typeIdOf(id));
    std::map<std::string, Part> parts;
    for (const CellView& cell : state.cells(id)) {
        const Part to{reachedFrom(cell), cell.kind, cell.index};
        switch (reading.roleOf(type, cell)) {
        case PartRole::Plumbing:
        case PartRole::Key: break;
        case PartRole::Item: parts['[' + std::to_string(cell.index) + ']'] = to; break;
        case PartRole::Element: parts["element " + reading.title(to.to)] = to; break;
        case PartRole::Entry: {
            ObjectId key = state.cell(id, CellKind::Key, cell.index);
            parts[key ? '[' + reading.title(key) + ']' : "entry " + std::to_string(cell.index)] = to;
            break;
        }
        case PartRole::Named: parts['.' + std::string(cell.name)] = to; break;
        case PartRole::Held:
        case PartRole::Content: parts["content " + std::to_string(cell.index)] = to; break;
        }
    }
    return parts;
}

class Comparer {
public:
    Comparer(const ComparedState& a, const ComparedState& b, const std::atomic<bool>* stop)
        : m_stop(stop),
          m_a(a),
          m_b(b),
          m_graphA(a.reading.state().graph()),
          m_graphB(b.reading.state().graph()),
          m_ofOneRun(a.tape == b.tape),
          m_pairs(a, m_graphA, b, m_graphB, m_ofOneRun, stop) {}

    StateComparison compare() {
        m_out.ofOneRun = m_ofOneRun;
        for (uint32_t a = 0; a < m_graphA.size() && !isStopped(a); a++) compareNode(a);
        if (isStopped(0)) {
            m_out.isStopped = true;
            return std::move(m_out);
        }
        for (uint32_t b = 0; b < m_graphB.size(); b++)
            if (m_graphB.nodes[b].isCounted() && !m_pairs.isPaired(b)) m_out.came.push_back(m_graphB.nodes[b].id);
        compareNames();
        compareCalls();
        return std::move(m_out);
    }

private:
    bool isStopped(uint32_t node) const { return m_stop && node % objectsBetweenLooks == 0 && m_stop->load(std::memory_order_relaxed); }

    void compareNode(uint32_t a) {
        const HeapGraph::Node& was = m_graphA.nodes[a];
        if (!was.isCounted()) return;
        const uint32_t b = m_pairs.of(a);
        if (b == HeapGraph::none) {
            m_out.went.push_back(was.id);
            return;
        }
        const HeapGraph::Node& is = m_graphB.nodes[b];
        // the names of a module or a class body are told as names
        if (m_a.reading.isNamespace(was.id) || m_b.reading.isNamespace(is.id)) return;
        ChangedObject changed{was.id, is.id, was.size, is.size, hasOtherValue(was.id, is.id), differences(was.id, is.id)};
        if (changed.sizeWas == changed.sizeIs && !changed.hasOtherValue && changed.parts.empty()) m_out.alike++;
        else m_out.changed.push_back(std::move(changed));
    }

    bool hasOtherValue(ObjectId was, ObjectId is) const {
        if (!isValueKind(m_a.reading.kind(was))) return false; // what the tape notes of others is not theirs to the program
        const ObjectView a = m_a.reading.state().object(was), b = m_b.reading.state().object(is);
        return a.payloadKind != b.payloadKind || a.scalar != b.scalar || a.payloadLength != b.payloadLength || a.payload != b.payload;
    }

    std::vector<ComparedPart> differences(ObjectId was, ObjectId is) const {
        std::vector<ComparedPart> parts;
        const std::map<std::string, Part> before = partsOf(m_a.reading, was), now = partsOf(m_b.reading, is);
        for (const auto& [name, part] : before) {
            auto there = now.find(name);
            const Part other = there == now.end() ? Part() : there->second;
            if (!m_pairs.areSame(part.to, other.to)) parts.push_back({name, part.to, other.to, other.cell, other.index});
        }
        for (const auto& [name, part] : now)
            if (!before.count(name) && part.to) parts.push_back({name, {}, part.to, part.cell, part.index});
        return parts;
    }

    struct NameKey {
        uint32_t thread, frame;
        std::string function, name;
        auto operator<=>(const NameKey&) const = default;
    };
    static std::map<NameKey, ProgramName> namesByKey(const Reading& reading) {
        std::map<NameKey, ProgramName> names;
        for (ProgramName& name : namesOf(reading)) names[{name.thread, name.frame, callName(reading, name.code), name.name}] = std::move(name);
        return names;
    }
    void compareNames() {
        const std::map<NameKey, ProgramName> before = namesByKey(m_a.reading), now = namesByKey(m_b.reading);
        for (const auto& [key, name] : before) {
            auto there = now.find(key);
            const ProgramName other = there == now.end() ? ProgramName() : there->second;
            if (!m_pairs.areSame(name.value, other.value)) addName(key, name.value, other);
        }
        for (const auto& [key, name] : now)
            if (!before.count(key)) addName(key, {}, name);
    }
    void addName(const NameKey& key, ObjectId was, const ProgramName& is) {
        m_out.names.push_back({key.name, key.function, was, is.value, is.table, is.index, is.frame, is.thread});
    }

    static std::vector<std::string> callsOf(const MemoryState& state) {
        std::vector<std::string> calls;
        for (size_t f = 0; f < state.frameCount(); f++)
            if (const CodeInfo& code = state.code(state.frame(f).code); code.ofProgram) calls.push_back(code.qualname);
        return calls;
    }
    void compareCalls() {
        const std::vector<std::string> before = callsOf(m_a.reading.state()), now = callsOf(m_b.reading.state());
        size_t common = 0;
        while (common < before.size() && common < now.size() && before[common] == now[common]) common++;
        m_out.callsWent.assign(before.begin() + static_cast<ptrdiff_t>(common), before.end());
        m_out.callsCame.assign(now.begin() + static_cast<ptrdiff_t>(common), now.end());
    }

    const std::atomic<bool>* m_stop;
    const ComparedState& m_a;
    const ComparedState& m_b;
    const HeapGraph m_graphA, m_graphB;
    const bool m_ofOneRun;
    ObjectPairs m_pairs;
    StateComparison m_out;
};

}

StateComparison compareStates(const ComparedState& a, const ComparedState& b, const std::atomic<bool>* stop) {
    return Comparer(a, b, stop).compare();
}

}
