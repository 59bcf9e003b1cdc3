// SPDX-License-Identifier: GPL-3.0-or-later
// state --garbage: what nothing reaches, where the collector stands, and why objects were released so far.
#include <algorithm>

#include "app/answers/answers.h"
#include "core/replay/questions/basis.h"
#include "core/replay/questions/garbage.h"
#include "core/replay/questions/releases.h"

namespace memtape {

namespace {

constexpr size_t mostShown = 20; // members and cycles in the text; JSON has all

struct Found {
    HeapGraph graph;
    Garbage garbage;
    std::vector<GenerationGauge> gauges;
    Releases releases;
};

std::string typesText(const MemoryState& state, const std::vector<ReleasedType>& types) {
    std::string text;
    for (size_t i = 0; i < types.size() && i < 3; i++)
        text += (text.empty() ? "" : ", ") + std::to_string(types[i].objects) + ' ' + state.type(types[i].type).name;
    return types.size() > 3 ? text + " …" : text;
}

class Text {
public:
    Text(const Reading& reading, const Found& found) : m_reading(reading), m_state(reading.state()), m_found(found) {}

    std::string write() {
        const Garbage& garbage = m_found.garbage;
        m_out = "step " + std::to_string(m_state.step().step) + "\nunreachable, still alive: " + amount(garbage.all) + "\n";
        for (size_t i = 0; i < garbage.cycles.size() && i < mostShown; i++) cycle(i);
        if (garbage.cycles.size() > mostShown) m_out += "  … " + std::to_string(garbage.cycles.size() - mostShown) + " more cycles\n";
        if (!garbage.dying.empty()) m_out += "  " + counted(garbage.dying.size(), "object is", "objects are") + " being released just now\n";
        gauges();
        releases();
        return std::move(m_out);
    }

private:
    ObjectId id(uint32_t node) const { return m_found.graph.nodes[node].id; }

    void cycle(size_t index) {
        const GarbageCycle& cycle = m_found.garbage.cycles[index];
        m_out += "  cycle " + std::to_string(index + 1) + ": " + whyCountsStay(m_reading, m_found.graph, cycle) + "; " + amount(cycle.kept);
        if (!cycle.held.empty()) m_out += " with what " + std::string(cycle.members.size() == 1 ? "it holds" : "they hold");
        if (cycle.heldBy) m_out += "; cycle " + std::to_string(*cycle.heldBy + 1) + " holds it too";
        m_out += "\n";
        for (size_t i = 0; i < cycle.members.size() && i < mostShown; i++) {
            const HeapGraph::Node& node = m_found.graph.nodes[cycle.members[i]];
            m_out += "    " + described(m_reading, node.id) + " at " + hexId(node.id) + ", made at step " + std::to_string(node.madeAtStep) + " by " +
                     placeText(m_state, m_state.code(node.madeInCode).file, node.madeAtLine);
            for (const CycleEdge& edge : cycle.edges)
                if (edge.from == cycle.members[i]) m_out += "; " + (edge.part.empty() ? "a part" : edge.part) + " → " + hexId(id(edge.to));
            m_out += "\n";
        }
        if (cycle.members.size() > mostShown) m_out += "    … " + std::to_string(cycle.members.size() - mostShown) + " more\n";
    }

    void gauges() {
        if (m_found.gauges.empty()) return;
        m_out += "collector\n";
        for (size_t g = 0; g < m_found.gauges.size(); g++) {
            const GenerationGauge& gauge = m_found.gauges[g];
            m_out += "  generation " + std::to_string(g) + ": " + std::to_string(gauge.count) + " of " + std::to_string(gauge.threshold) +
                     (g ? " collections of the one before" : " objects, made since it last ran");
            m_out += gauge.last ? "; last at step " + std::to_string(gauge.last->step) + ", line " + std::to_string(gauge.last->line) + ", took " +
                                      std::to_string(gauge.last->found)
                                : std::string("; it has not run");
            m_out += "\n";
        }
    }

    void releases() {
        m_out += "released so far\n";
        for (size_t c = 0; c < releaseCauses; c++) {
            const Releases::Row& row = m_found.releases.rows[c];
            if (row.released.objects)
                m_out += "  " + std::to_string(row.released.objects) + ": " + std::string(textOf(static_cast<ReleaseCause>(c))) + " (" +
                         typesText(m_state, row.types) + ")\n";
        }
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    const Found& m_found;
    std::string m_out;
};

class Json {
public:
    Json(const Reading& reading, const Found& found) : m_reading(reading), m_state(reading.state()), m_found(found), m_json(&m_out) {}

    std::string write() {
        m_json.beginObject();
        m_json.pair("step", m_state.step().step);
        writeKept(m_json, "collection", m_found.garbage.all);
        m_json.key("cycles");
        m_json.beginArray();
        for (const GarbageCycle& cycle : m_found.garbage.cycles) this->cycle(cycle);
        m_json.endArray();
        objects("dying", m_found.garbage.dying);
        gauges();
        releases();
        static constexpr std::string_view facts[] = {"cycles", "why", "collection", "thresholds", "young", "releases", "size", "made_at"};
        writeBasis(m_json, m_reading, facts);
        m_json.endObject();
        return m_out + '\n';
    }

private:
    ObjectId id(uint32_t node) const { return m_found.graph.nodes[node].id; }

    void objects(std::string_view key, const std::vector<uint32_t>& nodes) {
        m_json.key(key);
        m_json.beginArray();
        for (uint32_t n : nodes) {
            const HeapGraph::Node& node = m_found.graph.nodes[n];
            m_json.beginObject();
            writeObject(m_json, m_reading, node.id);
            m_json.pair("size", node.size);
            m_json.pair("made_at", uint64_t{node.madeAtStep});
            writePlace(m_json, m_state, m_state.code(node.madeInCode).file, node.madeAtLine);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void cycle(const GarbageCycle& cycle) {
        m_json.beginObject();
        m_json.pair("why", whyCountsStay(m_reading, m_found.graph, cycle));
        objects("members", cycle.members);
        m_json.key("edges");
        m_json.beginArray();
        for (const CycleEdge& edge : cycle.edges) {
            m_json.beginObject();
            m_json.pair("from", shownId(id(edge.from)));
            m_json.pair("part", edge.part);
            m_json.pair("to", shownId(id(edge.to)));
            m_json.endObject();
        }
        m_json.endArray();
        objects("holds", cycle.held);
        if (cycle.heldBy) m_json.pair("held_by", uint64_t{*cycle.heldBy});
        writeKept(m_json, "keeps", cycle.kept);
        m_json.endObject();
    }

    void gauges() {
        m_json.key("generations");
        m_json.beginArray();
        for (size_t g = 0; g < m_found.gauges.size(); g++) {
            const GenerationGauge& gauge = m_found.gauges[g];
            m_json.beginObject();
            m_json.pair("generation", uint64_t{g});
            m_json.pair(g ? "count" : "young", gauge.count);
            m_json.pair("threshold", uint64_t{gauge.threshold});
            m_json.pair("runs", gauge.runs);
            if (gauge.last) {
                m_json.key("last");
                m_json.beginObject();
                m_json.pair("step", gauge.last->step);
                m_json.pair("line", uint64_t{gauge.last->line});
                m_json.pair("generation", uint64_t{gauge.last->generation});
                m_json.pair("found", uint64_t{gauge.last->found});
                m_json.endObject();
            }
            m_json.endObject();
        }
        m_json.endArray();
    }

    void releases() {
        m_json.key("releases");
        m_json.beginArray();
        for (size_t c = 0; c < releaseCauses; c++) {
            const Releases::Row& row = m_found.releases.rows[c];
            if (!row.released.objects) continue;
            m_json.beginObject();
            m_json.pair("cause", keyOf(static_cast<ReleaseCause>(c)));
            m_json.pair("objects", row.released.objects);
            m_json.pair("bytes", row.released.bytes);
            m_json.key("types");
            m_json.beginObject();
            for (const ReleasedType& type : row.types) m_json.pair(m_state.type(type.type).name, type.objects);
            m_json.endObject();
            m_json.endObject();
        }
        m_json.endArray();
    }

    const Reading& m_reading;
    const MemoryState& m_state;
    const Found& m_found;
    std::string m_out;
    JsonWriter m_json;
};

}

std::string garbageAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape) {
    const Reading& reading = replay.reading();
    Found found;
    found.graph = reading.state().graph();
    found.garbage = garbageOf(reading, found.graph);
    found.gauges = gaugesOf(tape, reading);
    found.releases = releasesOf(tape, 0, replay.currentStep());
    return line.json ? Json(reading, found).write() : Text(reading, found).write();
}

}
