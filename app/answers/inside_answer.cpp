// SPDX-License-Identifier: GPL-3.0-or-later
// state --step N.K: what happens inside a line. The program runs again, as far as that.
#include <algorithm>
#include <map>

#include "app/answers/answers.h"
#include "core/replay/moments/moments.h"
#include "core/replay/moments/short_text.h"
#include "core/replay/reading.h"
#include "core/session/inside_line.h"
#include "core/session/rerun.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

struct KindWords {
    LinePartKind kind;
    std::string_view key;
};
constexpr KindWords kindWords[] = {
    {LinePartKind::LookUp, "name"},
    {LinePartKind::Attribute, "attribute"},
    {LinePartKind::Item, "item"},
    {LinePartKind::Operator, "operator"},
    {LinePartKind::Comparison, "comparison"},
    {LinePartKind::Truth, "truth"},
    {LinePartKind::ShortCircuit, "short circuit"},
    {LinePartKind::Call, "call"},
    {LinePartKind::Build, "build"},
    {LinePartKind::Format, "format"},
    {LinePartKind::Iterator, "iterator"},
    {LinePartKind::Next, "next item"},
    {LinePartKind::Unpack, "unpack"},
    {LinePartKind::Store, "store"},
    {LinePartKind::Delete, "delete"},
    {LinePartKind::Enter, "enter"},
    {LinePartKind::Leave, "leave"},
    {LinePartKind::Import, "import"},
    {LinePartKind::Match, "match"},
    {LinePartKind::Yield, "yield"},
    {LinePartKind::Await, "await"},
    {LinePartKind::Raise, "raise"},
    {LinePartKind::Return, "return"},
};
std::string_view keyOf(LinePartKind kind) {
    return std::find_if(std::begin(kindWords), std::end(kindWords), [&](const KindWords& w) { return w.kind == kind; })->key;
}

std::string_view keyOf(PartState state) {
    switch (state) {
    case PartState::Done: return "done";
    case PartState::AtWork: return "at work";
    case PartState::ToCome: return "to come";
    case PartState::Raising: return "raised";
    }
    return "done";
}

// What a span holds of a text.
std::string textAt(std::string_view source, const SourceSpan& span) {
    size_t begin = 0;
    for (int32_t line = 1; line < span.line && begin < source.size(); ++line) begin = std::min(source.find('\n', begin), source.size() - 1) + 1;
    size_t end = begin;
    for (int32_t line = span.line; line < span.endLine && end < source.size(); ++line) end = std::min(source.find('\n', end), source.size() - 1) + 1;
    begin = std::min(begin + static_cast<size_t>(span.column), source.size());
    end = std::min(end + static_cast<size_t>(span.endColumn), source.size());
    return end > begin ? std::string(source.substr(begin, end - begin)) : std::string();
}

// An object at a moment, as it is told.
struct Seen {
    ObjectId id;
    std::string type, text;
};

class Inside {
public:
    Inside(const InsideLine& inside, const MemoryState& state, const std::shared_ptr<const Tape>& tape)
        : m_inside(inside),
          m_state(state),
          m_moments(tape) {
        const auto earlier = [](const InsideLine::Row& a, const InsideLine::Row& b) { return momentOf(a) < momentOf(b); };
        std::vector<InsideLine::Row> rows = inside.rows;
        std::stable_sort(rows.begin(), rows.end(), earlier); // so that the tape is played once
        bool isStackSeen = false;
        const auto seeStack = [&] {
            for (Granule g : inside.stack) m_stack.push_back(seen(g, inside.now));
            isStackSeen = true;
        };
        for (const InsideLine::Row& row : rows) {
            if (!isStackSeen && inside.now < momentOf(row)) seeStack();
            if (row.state != PartState::ToCome && row.part->value) m_values[row.part] = seen(row.part->value, momentOf(row));
        }
        if (!isStackSeen) seeStack();
    }

    std::string text() {
        std::string out = "step " + std::to_string(m_state.step().step) + '.' + std::to_string(m_inside.number) + ", " +
                          counted(m_inside.ofStep, "part ends", "parts end") + " in step " + std::to_string(m_state.step().step);
        if (!m_inside.rows.empty()) out += ": inside " + placeText(m_state, code().file, line()) + " of " + code().qualname;
        out += "\n\nparts\n";
        size_t widest = 0;
        for (const InsideLine::Row& row : m_inside.rows) widest = std::max(widest, firstLine(row).size());
        for (const InsideLine::Row& row : m_inside.rows) {
            const std::string source = firstLine(row);
            out += row.state == PartState::AtWork    ? "  > "
                   : row.state == PartState::Done    ? "  + "
                   : row.state == PartState::Raising ? "  ! "
                                                     : "  · ";
            out += std::string(keyOf(row.part->kind)) + std::string(14 - keyOf(row.part->kind).size(), ' ') + source;
            if (auto value = m_values.find(row.part); value != m_values.end() && row.state == PartState::Done)
                out += std::string(widest - source.size(), ' ') + "  " + value->second.text;
            out += '\n';
        }
        out += "\nevaluation stack, the top last\n";
        for (const Seen& seen : m_stack) out += "  " + (seen.id ? seen.text : "(empty)") + '\n';
        return out;
    }

    std::string json(bool isCut) {
        std::string out;
        JsonWriter json(&out);
        json.beginObject();
        json.pair("step", m_state.step().step);
        json.pair("part", uint64_t{m_inside.number});
        json.pair("parts_of_step", uint64_t{m_inside.ofStep});
        if (isCut) {
            json.key("cut");
            json.boolean(true);
        }
        if (!m_inside.rows.empty()) {
            writePlace(json, m_state, code().file, line());
            json.pair("function", code().qualname);
        }
        json.key("parts");
        json.beginArray();
        for (const InsideLine::Row& row : m_inside.rows) writeRow(json, row);
        json.endArray();
        json.key("stack");
        json.beginArray();
        for (const Seen& seen : m_stack) {
            if (seen.id) write(json, seen);
            else json.null();
        }
        json.endArray();
        json.endObject();
        return out + '\n';
    }

private:
    static PartMoment momentOf(const InsideLine::Row& row) { return row.state == PartState::Done ? row.part->ends : row.part->begins; }
    const CodeInfo& code() const { return m_state.code(m_inside.rows.front().part->code); }
    // Of what is at work, or was last; else of what an error has left.
    uint32_t line() const {
        const LinePart* part = m_inside.atWork ? m_inside.atWork : m_inside.justDone;
        for (const InsideLine::Row& row : m_inside.rows)
            if (!part && row.state == PartState::Raising) part = row.part;
        return static_cast<uint32_t>((part ? part : m_inside.rows.front().part)->span.line);
    }
    std::string sourceOf(const InsideLine::Row& row) const { return textAt(m_state.fileSource(m_state.code(row.part->code).file), row.part->span); }
    std::string firstLine(const InsideLine::Row& row) const {
        const std::string source = sourceOf(row);
        const size_t end = source.find('\n');
        return end == std::string::npos ? source : source.substr(0, end) + " …";
    }

    Seen seen(Granule granule, const PartMoment& moment) {
        if (!granule || !m_moments.goTo(moment.step, moment.event)) return {};
        const MemoryState& state = m_moments.state();
        Seen seen;
        seen.id = state.objectAt(granule);
        if (!seen.id) return seen;
        seen.type = state.type(state.typeIdOf(seen.id)).name;
        seen.text = shortText(m_moments.reading(), seen.id);
        return seen;
    }

    static void write(JsonWriter& json, const Seen& seen) {
        json.beginObject();
        json.pair("id", shownId(seen.id));
        json.pair("type", seen.type);
        json.pair("text", seen.text);
        json.endObject();
    }

    void writeRow(JsonWriter& json, const InsideLine::Row& row) {
        const LinePart& part = *row.part;
        json.beginObject();
        json.pair("kind", keyOf(part.kind));
        json.pair("text", sourceOf(row));
        json.pair("line", uint64_t(part.span.line));
        json.pair("column", uint64_t(part.span.column));
        json.pair("end_line", uint64_t(part.span.endLine));
        json.pair("end_column", uint64_t(part.span.endColumn));
        json.pair("state", keyOf(row.state));
        if (part.number) {
            json.pair("ends_in", part.ends.step);
            json.pair("number", uint64_t{part.number});
        }
        if (auto value = m_values.find(row.part); value != m_values.end() && value->second.id) {
            json.key("value");
            write(json, value->second);
        }
        json.endObject();
    }

    const InsideLine& m_inside;
    const MemoryState& m_state; // at the step
    Moments m_moments;
    std::map<const LinePart*, Seen> m_values;
    std::vector<Seen> m_stack;
};

}

std::optional<std::string> insideAnswer(const CommandLine& line, Replay& replay, const std::shared_ptr<const Tape>& tape, const RunOptions& options) {
    const uint64_t step = replay.currentStep();
    Session session;
    const LineParts found = runAgain(session, tape, options, stepsOfLine(replay, step));
    if (!found.problem.empty()) {
        complain(found.problem);
        return std::nullopt;
    }
    const std::optional<InsideLine> inside = insideLineAt(found.parts, step, *line.part);
    if (!inside) {
        const auto ofStep = std::count_if(found.parts.begin(), found.parts.end(), [&](const LinePart& part) { return part.ends.step == step; });
        complain("there is no step " + std::to_string(step) + '.' + std::to_string(*line.part) + ": " +
                 counted(static_cast<uint64_t>(ofStep), "part of the line ends", "parts of the line end") + " in step " + std::to_string(step));
        return std::nullopt;
    }
    Inside answer(*inside, replay.state(), tape);
    return line.json ? answer.json(found.isCut) : answer.text();
}

}
