// SPDX-License-Identifier: GPL-3.0-or-later
// memtape compare: what differs between two states.
#include <algorithm>

#include "app/answers/answers.h"
#include "core/replay/questions/basis.h"
#include "core/replay/questions/compare.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

constexpr size_t mostShown = 40; // rows of a kind in the text; JSON has all
constexpr size_t mostParts = 8;

struct Sides {
    const Reading& was;
    const Reading& is;
};

class Text {
public:
    Text(const Sides& sides, const StateComparison& found) : m_sides(sides), m_found(found) {}

    std::string write() {
        for (const std::string& call : m_found.callsCame) m_out += "+ call of " + call + "\n";
        for (const std::string& call : m_found.callsWent) m_out += "- call of " + call + "\n";
        rows(m_found.names, [this](const ComparedName& name) {
            m_out += std::string(!name.was  ? "+"
                                 : !name.is ? "-"
                                            : "~") +
                     " name " + name.name + " in " + name.function + ": " + change(name.was, name.is) + "\n";
        });
        rows(m_found.came, [this](ObjectId id) { m_out += "+ " + object(m_sides.is, id) + "\n"; });
        rows(m_found.went, [this](ObjectId id) { m_out += "- " + object(m_sides.was, id) + "\n"; });
        rows(m_found.changed, [this](const ChangedObject& changed) { this->changed(changed); });
        m_out += std::to_string(m_found.came.size()) + " came, " + std::to_string(m_found.went.size()) + " went, " +
                 std::to_string(m_found.changed.size()) + " changed, " + std::to_string(m_found.alike) + " are alike\n";
        return std::move(m_out);
    }

private:
    template <class Rows, class Row> void rows(const Rows& all, Row row) {
        for (size_t i = 0; i < all.size() && i < mostShown; i++) row(all[i]);
        if (all.size() > mostShown) m_out += "  … " + std::to_string(all.size() - mostShown) + " more like these\n";
    }
    static std::string object(const Reading& reading, ObjectId id) {
        const MemoryState& state = reading.state();
        const ObjectView view = state.object(id);
        return described(reading, id) + " at " + hexId(id) + ", made by " + placeText(state, state.code(view.madeInCode).file, view.madeAtLine);
    }
    std::string change(ObjectId was, ObjectId is) const {
        if (!was) return described(m_sides.is, is);
        if (!is) return described(m_sides.was, was) + " → nothing";
        return described(m_sides.was, was) + " → " + described(m_sides.is, is);
    }
    void changed(const ChangedObject& changed) {
        m_out += "~ " + object(m_sides.is, changed.is);
        if (changed.hasOtherValue) m_out += ": was " + described(m_sides.was, changed.was);
        if (changed.sizeWas != changed.sizeIs) m_out += ", " + std::to_string(changed.sizeWas) + " → " + std::to_string(changed.sizeIs) + " bytes";
        for (size_t i = 0; i < changed.parts.size() && i < mostParts; i++)
            m_out += "\n    " + changed.parts[i].part + ": " + change(changed.parts[i].was, changed.parts[i].is);
        if (changed.parts.size() > mostParts) m_out += "\n    … " + std::to_string(changed.parts.size() - mostParts) + " more parts";
        m_out += "\n";
    }

    const Sides& m_sides;
    const StateComparison& m_found;
    std::string m_out;
};

class Json {
public:
    Json(const Sides& sides, const StateComparison& found) : m_sides(sides), m_found(found), m_json(&m_out) {}

    std::string write() {
        m_json.beginObject();
        m_json.pair("step_a", m_sides.was.state().step().step);
        m_json.pair("step_b", m_sides.is.state().step().step);
        m_json.key("same_run");
        m_json.boolean(m_found.ofOneRun);
        texts("calls_came", m_found.callsCame);
        texts("calls_went", m_found.callsWent);
        names();
        objects("came", m_sides.is, m_found.came);
        objects("went", m_sides.was, m_found.went);
        m_json.key("changed");
        m_json.beginArray();
        for (const ChangedObject& object : m_found.changed) changed(object);
        m_json.endArray();
        m_json.pair("alike", m_found.alike);
        static constexpr std::string_view facts[] = {"type", "size", "made_at", "pairs"};
        writeBasis(m_json, m_sides.is, facts);
        m_json.endObject();
        return m_out + '\n';
    }

private:
    void texts(std::string_view key, const std::vector<std::string>& all) {
        m_json.key(key);
        m_json.beginArray();
        for (const std::string& text : all) m_json.string(text);
        m_json.endArray();
    }
    void ends(ObjectId was, ObjectId is) {
        end("was", m_sides.was, was);
        end("is", m_sides.is, is);
    }
    void end(std::string_view key, const Reading& reading, ObjectId id) {
        if (!id) return;
        m_json.key(key);
        m_json.beginObject();
        writeObject(m_json, reading, id);
        m_json.endObject();
    }
    void names() {
        m_json.key("names");
        m_json.beginArray();
        for (const ComparedName& name : m_found.names) {
            m_json.beginObject();
            m_json.pair("name", name.name);
            m_json.pair("function", name.function);
            ends(name.was, name.is);
            m_json.endObject();
        }
        m_json.endArray();
    }
    void objects(std::string_view key, const Reading& reading, const std::vector<ObjectId>& ids) {
        const MemoryState& state = reading.state();
        m_json.key(key);
        m_json.beginArray();
        for (ObjectId id : ids) {
            const ObjectView object = state.object(id);
            m_json.beginObject();
            writeObject(m_json, reading, id);
            m_json.pair("size", object.size);
            m_json.pair("made_at", object.madeAtStep);
            writePlace(m_json, state, state.code(object.madeInCode).file, object.madeAtLine);
            m_json.endObject();
        }
        m_json.endArray();
    }
    void changed(const ChangedObject& object) {
        m_json.beginObject();
        ends(object.was, object.is);
        m_json.pair("size_was", object.sizeWas);
        m_json.pair("size_is", object.sizeIs);
        m_json.key("other_value");
        m_json.boolean(object.hasOtherValue);
        m_json.key("parts");
        m_json.beginArray();
        for (const ComparedPart& part : object.parts) {
            m_json.beginObject();
            m_json.pair("part", part.part);
            ends(part.was, part.is);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }

    const Sides& m_sides;
    const StateComparison& m_found;
    std::string m_out;
    JsonWriter m_json;
};

bool goTo(Replay& replay, const CommandLine& line, size_t which, const std::string& file) {
    if (!replay.stepCount()) {
        complain("the recording of '" + file + "' has no steps");
        return false;
    }
    const uint64_t step = which < line.steps.size() ? line.steps[which] : replay.stepCount() - 1;
    if (isGone(step, replay.firstStep())) return false;
    if (replay.seek(step)) return true;
    complain("there is no step " + std::to_string(step) + " in '" + file + "': the run has " + std::to_string(replay.stepCount()) + " steps, from 0");
    return false;
}

}

// compare A --step N B --step M. Without B it is A again; without a step, the last one.
int compareVerb(const CommandLine& line) {
    CommandLine first = line, second = line;
    first.file = line.files[0];
    second.file = line.files.back();
    if (first.file == "-" && line.files.size() > 1 && second.file == "-") {
        complain("standard input can be read once: give the program as a file");
        return 2;
    }
    const bool areTwo = first.file != second.file;
    const std::vector<OpenedTape> both = areTwo ? openTapes({first, second}) : openTapes({first});
    for (const OpenedTape& opened : both) {
        if (!opened.tape) return opened.status;
        if (didNotStart(opened)) return 1;
    }
    const OpenedTape &a = both.front(), &b = both.back();
    if (a.tape->language() != b.tape->language()) {
        complain("programs of different languages cannot be compared");
        return 2;
    }
    Replay replayA(a.tape, Replay::Learning::WhenAsked), replayB(b.tape, Replay::Learning::WhenAsked);
    if (!goTo(replayA, line, 0, first.file) || !goTo(replayB, line, 1, second.file)) return 2;
    const StateComparison found = compareStates({replayA.reading(), a.tape}, {replayB.reading(), b.tape});
    const Sides sides{replayA.reading(), replayB.reading()};
    if (!print(line.json ? Json(sides, found).write() : Text(sides, found).write())) return 3;
    for (const OpenedTape* opened : {&a, &b})
        if (!opened->note.empty() && (opened == &a || b.tape != a.tape)) complain(opened->note);
    return a.status ? a.status : b.status;
}

}
