// SPDX-License-Identifier: GPL-3.0-or-later
// A state for a person to read: where the program stands, the frames with their names, and each object once.
#include <deque>
#include <unordered_map>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"
#include "core/replay/json/state_json.h"
#include "core/replay/replay.h"
#include "core/text/integer_text.h"

namespace memtape {

namespace {

using Shape = PythonShape;

class TextWriter {
public:
    explicit TextWriter(const Reading& reading) : m_reading(reading), m_view(reading.state()), m_state(reading.state()) {}

    std::string write(Replay& replay, const StateOptions& options) {
        const StepInfo& step = m_state.step();
        const CodeInfo& code = m_state.code(step.code);
        static constexpr const char* events[] = {"call of", "before line", "return from", "exception in"};
        unsigned kind = static_cast<unsigned>(step.kind);
        m_out += "step " + std::to_string(step.step) + " of " + std::to_string(replay.stepCount()) + ": ";
        if (step.kind == StepKind::Line) m_out += std::string(events[kind]) + ' ' + std::to_string(step.line) + ", in " + code.qualname;
        else m_out += std::string(events[kind]) + ' ' + code.qualname + ", line " + std::to_string(step.line);
        if (step.kind == StepKind::Return && step.returned) m_out += ": " + mention(step.returned);
        if (step.kind == StepKind::Exception && step.raised) m_out += ": " + mention(step.raised);
        m_out += "\n\nstack, outermost first\n";
        for (size_t i = 0; i < m_state.frameCount(); i++) frame(m_state.frame(i));
        if (options.everything)
            for (ObjectId id : m_state.liveObjects(true)) mention(id);
        heap();
        std::string printed = replay.outputUpTo(step.step, OutputStream::Stdout);
        if (!printed.empty()) m_out += "\noutput so far\n" + indented(printed);
        return std::move(m_out);
    }

private:
    static std::string indented(const std::string& text) {
        std::string out;
        for (size_t at = 0; at < text.size();) {
            size_t end = text.find('\n', at);
            if (end == std::string::npos) end = text.size();
            out += "  " + text.substr(at, end - at) + '\n';
            at = end + 1;
        }
        return out;
    }

    // A value where it is short and cannot change, else a number under which the heap shows the object.
    std::string mention(ObjectId id) {
        const TypeInfo& type = m_view.typeOf(id);
        Shape shape = shapeOf(type);
        bool inPlace = (shape >= Shape::Int && shape <= Shape::NotImplemented && shape != Shape::ByteArray) && !type.ofProgram;
        if (inPlace) {
            ValueText v = m_reading.value(id);
            if (v.length <= 60) return v.text;
        }
        auto [place, isNew] = m_numbers.try_emplace(id.granule, static_cast<unsigned>(m_numbers.size() + 1));
        if (isNew) m_pending.push_back(id);
        return '#' + std::to_string(place->second) + ' ' + type.name;
    }

    void names(const NamedRefs& refs, const char* indent) {
        for (auto& [name, id] : refs)
            if (!PythonView::isHiddenName(name)) m_out += indent + name + " → " + mention(id) + '\n';
    }

    void frame(const FrameView& f) {
        if (!f.ofProgram) return;
        m_out += "  " + m_state.code(f.code).qualname + ", line " + std::to_string(f.line) + '\n';
        names(m_view.frameNames(f), "    ");
    }

    void heap() {
        if (m_pending.empty()) return;
        m_out += "\nheap\n";
        constexpr size_t mostCells = 40;
        while (!m_pending.empty()) {
            ObjectId id = m_pending.front();
            m_pending.pop_front();
            ObjectView o = m_state.object(id);
            const TypeInfo& type = m_view.typeOf(id);
            Shape shape = shapeOf(type);
            m_out += "  #" + std::to_string(m_numbers[id.granule]) + ' ' + type.name + " at " + hexText(o.address) + ", " + std::to_string(o.size) +
                     " bytes";
            if (o.immortal) m_out += ", immortal";
            else wantCount(id);
            m_out += '\n';
            if (shape >= Shape::Int && shape <= Shape::NotImplemented) {
                ValueText v = m_reading.value(id);
                m_out += "    " + v.text.substr(0, 200) + (v.text.size() > 200 ? " …" : "") + '\n';
                if (!type.ofProgram) continue;
            }
            if (!o.ofProgram) continue; // what was there before the program is not opened
            if (shape == Shape::Class) {
                names(m_view.namedEntries(m_view.field(id, "__dict__")), "    ");
                continue;
            }
            if (shape == Shape::Function) {
                m_out += "    " + m_view.str(m_view.field(id, "__qualname__")) + '\n';
                names(m_view.closure(id), "    ");
                continue;
            }
            if (shape == Shape::Dict) {
                EntryRefs entries = m_view.entries(id);
                for (size_t i = 0; i < entries.size() && i < mostCells; i++)
                    m_out += "    " + mention(entries[i].first) + " → " + mention(entries[i].second) + '\n';
                if (entries.size() > mostCells) m_out += "    … " + std::to_string(entries.size() - mostCells) + " more\n";
            } else if (shape == Shape::Sequence || shape == Shape::Set) {
                const std::vector<ObjectId> items = m_view.items(id, mostCells);
                const size_t all = m_state.cellCount(id, CellKind::Item);
                for (size_t i = 0; i < items.size(); i++)
                    m_out += (shape == Shape::Set ? std::string("    ") : "    [" + std::to_string(i) + "] → ") + mention(items[i]) + '\n';
                if (all > mostCells) m_out += "    … " + std::to_string(all - mostCells) + " more\n";
            }
            NamedRefs attributes = m_view.attributes(id);
            names(attributes, "    ");
            bool isContainer = shape == Shape::Dict || shape == Shape::Sequence || shape == Shape::Set;
            if (!attributes.empty() || isContainer) continue;
            for (const CellView& cell : m_state.cells(id, 0, mostCells))
                m_out += "    " + (cell.name.empty() ? std::string("·") : std::string(cell.name)) + " → " + mention(cell.value) + '\n';
        }
        insertCounts();
    }

    // A count takes a walk over the whole heap, so all are asked for at once, when it is known whose are shown.
    void wantCount(ObjectId id) {
        m_out += ", count ";
        m_counted.push_back(id);
        m_countPlaces.push_back(m_out.size());
    }
    void insertCounts() {
        const std::vector<uint64_t> counts = m_state.referenceCounts(m_counted);
        std::string whole;
        size_t from = 0;
        for (size_t i = 0; i < counts.size(); i++) {
            whole.append(m_out, from, m_countPlaces[i] - from);
            whole += std::to_string(counts[i]);
            from = m_countPlaces[i];
        }
        whole.append(m_out, from);
        m_out = std::move(whole);
    }

    const Reading& m_reading;
    PythonView m_view;
    const MemoryState& m_state;
    std::string m_out;
    std::unordered_map<Granule, unsigned> m_numbers;
    std::deque<ObjectId> m_pending;
    std::vector<ObjectId> m_counted;
    std::vector<size_t> m_countPlaces; // in m_out, where their counts go
};

}

std::string PythonReading::stateText(Replay& replay, const StateOptions& options) const { return TextWriter(*this).write(replay, options); }

}
