// SPDX-License-Identifier: GPL-3.0-or-later
// What "What happened" tells of each step of many programs, against the difference between the whole memory before the step and after it, which is
// found here without the events: nothing is told that is not so, and nothing that is so is left untold.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

#include "core/replay/json/state_json.h"
#include "core/session/session.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/support/ui/state_snapshot.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/models/sentences/step_facts.h"

using namespace memtape;

namespace {

using Kind = StepFact::Kind;
constexpr uint64_t mostSteps = 400; // of a program; of a longer one its beginning

struct Recorded {
    explicit Recorded(const QString& name) {
        RunOptions options;
        options.file = (QStringLiteral(MEMTAPE_SOURCE_DIR "/tests/programs/") + name).toStdString();
        options.source = programText(name).toStdString();
        options.record = true;
        session.run(options);
        run = openRun(session.tape(), Reach::Whole);
        replay = std::make_unique<Replay>(session.tape());
    }
    Session session;
    std::unique_ptr<Run> run;
    std::unique_ptr<Replay> replay;
};

// What `memtape state` has otherwise of one step than of another; empty: nothing. Its heap is what the stack and the object that is returned or raised lead to: that object is
// the step's, and none of memory.
QString stateDifference(Replay& replay, uint64_t step, uint64_t other) {
    auto at = [&](uint64_t each) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(stateJson(replay, each, {}, StateOutput::SinceStepBefore))).object();
    };
    auto stack = [](const QJsonObject& state) {
        QJsonArray bare;
        for (const QJsonValue& frame : state[QLatin1String("stack")].toArray()) {
            QJsonObject without = frame.toObject();
            without.remove(QStringLiteral("line"));
            bare.append(without);
        }
        return bare;
    };
    const QJsonObject was = at(step), is = at(other), heap = was[QLatin1String("heap")].toObject(), now = is[QLatin1String("heap")].toObject();
    auto text = [](const QJsonValue& value) { return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)); };
    if (stack(was) != stack(is)) return text(stack(was)) + QStringLiteral(" / ") + text(stack(is));
    bool hasSubject = false;
    for (const QJsonObject& state : {was, is})
        hasSubject |= state[QLatin1String("event")] == QStringLiteral("return") || state[QLatin1String("event")] == QStringLiteral("exception");
    for (const QString& id : heap.keys() + now.keys())
        if (now[id] != heap[id] && (!hasSubject || (now.contains(id) && heap.contains(id))))
            return text(heap[id]) + QStringLiteral(" / ") + text(now[id]);
    return {};
}

// Holds the facts of one step to two snapshots.
class Judge {
public:
    Judge(const StepFacts& facts, const StateSnapshot& was, const StateSnapshot& is) : m_facts(facts), m_was(was), m_is(is) {}

    void claimsAreSo() {
        for (const StepFact& fact : m_facts.facts()) {
            INFO("fact " << int(fact.kind) << ' ' << fact.text << " object " << fact.object.life << " value " << fact.value.life << " previous "
                         << fact.previous.life);
            CHECK(isSo(fact));
        }
    }

    void nothingIsUntold() {
        collectMentioned();
        namesAreTold();
        framesAreTold();
        contentsAreTold();
        livesAreTold();
        countsAreTold();
    }

private:
    using Target = StateSnapshot::Target;

    // Also as the library's, which has become the program's since.
    bool wasThere(ObjectId id) const { return m_facts.before().state().isAlive(id); }
    bool isThere(ObjectId id) const { return m_is.objects.count(id); }
    // A comprehension's variable may hide a name of the same text: then there are both.
    template <class Fits> bool nameFits(const StepFact& fact, Fits fits) const {
        StateSnapshot::NameKey key{fact.frame, fact.text.toStdString()};
        auto at = [&](const auto& names) { return names.count(key) ? names.at(key) : Target(); };
        return fits(at(m_was.slots), at(m_is.slots)) || fits(at(m_was.entries), at(m_is.entries));
    }
    static std::multiset<ObjectId> values(const StateSnapshot& state, ObjectId id, PartRole role) {
        std::multiset<ObjectId> values;
        if (auto object = state.objects.find(id); object != state.objects.end())
            for (const auto& [key, target] : object->second.parts)
                if (key.role == role) values.insert(target.object);
        return values;
    }
    static ObjectId item(const StateSnapshot& state, ObjectId id, uint32_t index) {
        auto object = state.objects.find(id);
        if (object == state.objects.end()) return {};
        auto part = object->second.parts.find({PartRole::Item, CellKind::Item, index});
        return part == object->second.parts.end() ? ObjectId() : part->second.object;
    }
    bool haveGone(const QVector<ObjectId>& ids) const {
        return !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [&](ObjectId id) { return wasThere(id) && !isThere(id); });
    }
    bool haveCome(const QVector<ObjectId>& ids) const {
        return !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [&](ObjectId id) { return isThere(id) && !wasThere(id); });
    }
    static size_t heldTimes(const StateSnapshot& state, const StepFact& fact, ObjectId id) {
        auto held = state.held.find(fact.frame);
        return held == state.held.end() ? 0 : held->second.count(id);
    }
    static std::set<ObjectId> refersTo(const StateSnapshot& state, ObjectId id) {
        auto object = state.objects.find(id);
        return object == state.objects.end() ? std::set<ObjectId>() : object->second.refers;
    }
    bool isOnStack(const StateSnapshot& state, const StepFact& fact) const { return state.frames.count(fact.frame); }

    bool isSo(const StepFact& fact) const {
        switch (fact.kind) {
        case Kind::Printed:
        case Kind::PrintedError:
        case Kind::Read: return !fact.text.isEmpty(); // the output as a whole is compared
        case Kind::Raised: return m_is.step.kind == StepKind::Exception && m_is.step.raised == fact.object;
        case Kind::GoesOn:
        case Kind::Sought: return m_facts.after().state().isAlive(fact.object) && m_facts.after().kind(fact.object) == ObjectKind::Error;
        case Kind::Caught:
        case Kind::Settled: return m_facts.readingOf(fact.object).kind(fact.object) == ObjectKind::Error && m_is.step.raised != fact.object;
        case Kind::Unreachable:
            return std::all_of(fact.objects.begin(), fact.objects.end(),
                               [&](ObjectId id) { return isThere(id) && m_is.unreachable.count(id) && !m_was.unreachable.count(id); });
        case Kind::Released: return haveGone(fact.objects) && causeIsSo(fact);
        case Kind::Collected: return haveGone(fact.objects);
        case Kind::GivenBack: return haveGone({fact.object});
        case Kind::CollectorRan: return true;
        case Kind::CallBegan: return !isOnStack(m_was, fact) && isOnStack(m_is, fact) && !m_was.waiting.count(fact.frame) && namesAreGiven(fact);
        case Kind::HandedOut:
            return isOnStack(m_was, fact) && isOnStack(m_is, fact) && m_was.step.kind == StepKind::Return && m_was.step.returned == fact.value &&
                   m_is.step.kind == StepKind::Call;
        case Kind::WentOn:
        case Kind::Began: return m_was.waiting.count(fact.frame) && isOnStack(m_is, fact);
        case Kind::CallEnded:
        case Kind::CallLeft: return isOnStack(m_was, fact) && !isOnStack(m_is, fact) && !m_is.waiting.count(fact.frame);
        case Kind::Paused:
            return isOnStack(m_was, fact) && m_is.waiting.count(fact.frame) &&
                   std::all_of(fact.objects.begin(), fact.objects.end(), [&](ObjectId id) { return m_facts.after().state().isAlive(id); });
        case Kind::ThreadChanged: return m_was.thread == fact.other && m_is.thread == fact.index && fact.other != fact.index;
        case Kind::Named:
        case Kind::NameShared:
        case Kind::NameRemoved:
            return fact.value != fact.previous &&
                   nameFits(fact, [&](const Target& was, const Target& is) { return was.object == fact.previous && is.object == fact.value; });
        case Kind::Points: return fact.object || nameFits(fact, [&](const Target& was, const Target& is) { return was.isPointer || is.isPointer; });
        case Kind::PartSet:
        case Kind::PartAdded:
        case Kind::PartRemoved: return partIsSo(fact);
        case Kind::WeakLost: return m_was.objects.at(fact.object).parts != m_is.objects.at(fact.object).parts;
        case Kind::Ready: return m_is.step.kind == StepKind::Return && m_is.step.returned == fact.value;
        case Kind::PartsSwapped:
            return item(m_is, fact.object, fact.index) == item(m_was, fact.object, fact.other) &&
                   item(m_is, fact.object, fact.other) == item(m_was, fact.object, fact.index);
        case Kind::Emptied: {
            const auto& was = m_was.objects.at(fact.object).parts;
            const auto countOf = [&](const StateSnapshot& state) {
                return values(state, fact.object, PartRole::Item).size() + values(state, fact.object, PartRole::Entry).size() +
                       values(state, fact.object, PartRole::Element).size();
            };
            return !was.empty() && countOf(m_was) == fact.index && countOf(m_is) == 0;
        }
        case Kind::ContentsChanged: return m_was.objects.at(fact.object).parts != m_is.objects.at(fact.object).parts;
        case Kind::ValueChanged: {
            const auto &was = m_was.objects.at(fact.object), &is = m_is.objects.at(fact.object);
            return was.payload != is.payload || was.size != is.size || was.capacity != is.capacity;
        }
        case Kind::Held:
            return std::all_of(fact.objects.begin(), fact.objects.end(),
                               [&](ObjectId id) { return heldTimes(m_is, fact, id) > heldTimes(m_was, fact, id); });
        case Kind::LetGo:
            return std::all_of(fact.objects.begin(), fact.objects.end(),
                               [&](ObjectId id) { return heldTimes(m_is, fact, id) < heldTimes(m_was, fact, id); });
        case Kind::Made: return haveCome(fact.objects);
        case Kind::Vanished: return haveGone(fact.objects);
        case Kind::Counted:
            return std::all_of(fact.objects.begin(), fact.objects.end(), [&](ObjectId id) {
                return m_facts.before().state().referenceCount(id) != m_facts.after().state().referenceCount(id);
            });
        case Kind::Bookkeeping: return m_facts.facts().size() == 1;
        }
        return false;
    }

    bool partIsSo(const StepFact& fact) const {
        std::multiset<ObjectId> was = values(m_was, fact.object, fact.role), is = values(m_is, fact.object, fact.role);
        bool hasCome = !fact.value || is.count(fact.value), wasHere = !fact.previous || was.count(fact.previous);
        bool isMore = is.count(fact.value) > was.count(fact.value), isLess = is.count(fact.previous) < was.count(fact.previous);
        if (!fact.value && !fact.previous) return m_was.objects.at(fact.object).parts != m_is.objects.at(fact.object).parts; // of a weak one
        if (fact.kind == Kind::PartAdded) return isMore;
        if (fact.kind == Kind::PartRemoved) return isLess;
        return hasCome && wasHere && fact.value != fact.previous &&
               (fact.role != PartRole::Item || item(m_is, fact.object, fact.index) == fact.value);
    }

    bool namesAreGiven(const StepFact& fact) const {
        for (const StepFact::Given& given : fact.given)
            if (m_is.slots.at({fact.frame, given.name.toStdString()}).object != given.value) return false;
        return true;
    }

    bool causeIsSo(const StepFact& fact) const {
        ObjectId id = fact.objects.first();
        auto hadIt = [&](const auto& references) {
            return std::any_of(references.begin(), references.end(), [&](const auto& each) { return each.second.object == id; });
        };
        switch (fact.because.kind) {
        case StepFact::Cause::Kind::Name: return hadIt(m_was.slots) || hadIt(m_was.entries);
        case StepFact::Cause::Kind::Part: return refersTo(m_was, fact.because.holder).count(id);
        case StepFact::Cause::Kind::Call:
        case StepFact::Cause::Kind::Line:
            return std::any_of(m_was.ofFrame.begin(), m_was.ofFrame.end(), [&](const auto& frame) { return frame.second.count(id); });
        case StepFact::Cause::Kind::Unknown: return true;
        }
        return false;
    }

    // ---- what must have been told

    void collectMentioned() {
        for (const StepFact& fact : m_facts.facts()) {
            for (ObjectId id : {fact.object, fact.value, fact.previous, fact.key}) m_mentioned.insert(id);
            m_mentioned.insert(fact.objects.begin(), fact.objects.end());
            for (const StepFact::Given& given : fact.given) m_mentioned.insert(given.value);
            if (fact.kind == Kind::ContentsChanged || fact.kind == Kind::Emptied)
                for (const StateSnapshot* state : {&m_was, &m_is})
                    for (ObjectId id : refersTo(*state, fact.object)) m_mentioned.insert(id);
            if (fact.frame && fact.kind != Kind::Named)
                for (const StateSnapshot* state : {&m_was, &m_is})
                    if (auto frame = state->ofFrame.find(fact.frame); frame != state->ofFrame.end() && isOfFrame(fact.kind))
                        m_mentioned.insert(frame->second.begin(), frame->second.end());
        }
    }

    static bool isOfFrame(Kind kind) {
        return kind == Kind::CallBegan || kind == Kind::CallEnded || kind == Kind::CallLeft || kind == Kind::Paused || kind == Kind::WentOn ||
               kind == Kind::Began;
    }
    bool isFrameTold(uint32_t life) const {
        return std::any_of(m_facts.facts().begin(), m_facts.facts().end(),
                           [&](const StepFact& fact) { return fact.frame == life && isOfFrame(fact.kind); });
    }

    void namesAreTold() {
        std::set<StateSnapshot::NameKey> keys;
        for (const auto* names : {&m_was.slots, &m_is.slots, &m_was.entries, &m_is.entries})
            for (const auto& name : *names) keys.insert(name.first);
        for (const StateSnapshot::NameKey& key : keys) {
            auto target = [&](const auto& names) { return names.count(key) ? names.at(key) : Target(); };
            if (isFrameTold(key.first)) continue;
            int changes = (target(m_was.slots) != target(m_is.slots)) + (target(m_was.entries) != target(m_is.entries));
            auto times = std::count_if(m_facts.facts().begin(), m_facts.facts().end(), [&](const StepFact& fact) {
                bool isOfName =
                    fact.kind == Kind::Named || fact.kind == Kind::NameRemoved || fact.kind == Kind::NameShared || fact.kind == Kind::Points;
                return isOfName && fact.frame == key.first && fact.text.toStdString() == key.second;
            });
            INFO("name " << key.second);
            CHECK(times == changes);
        }
    }

    void framesAreTold() {
        for (uint32_t life : m_was.frames)
            if (!m_is.frames.count(life)) CHECK(isFrameTold(life));
        for (uint32_t life : m_is.frames)
            if (!m_was.frames.count(life)) CHECK(isFrameTold(life));
    }

    void contentsAreTold() {
        for (const auto& [id, was] : m_was.objects) {
            auto is = m_is.objects.find(id);
            if (is == m_is.objects.end() || was.isNames || is->second.isNames || was.isMachinery) continue;
            if (was.parts == is->second.parts && was.payload == is->second.payload) continue;
            bool isTold = std::any_of(m_facts.facts().begin(), m_facts.facts().end(), [&, id = id](const StepFact& fact) {
                return fact.object == id && (fact.kind == Kind::PartSet || fact.kind == Kind::PartAdded || fact.kind == Kind::PartRemoved ||
                                             fact.kind == Kind::PartsSwapped || fact.kind == Kind::WeakLost || fact.kind == Kind::ContentsChanged ||
                                             fact.kind == Kind::Emptied || fact.kind == Kind::ValueChanged || fact.kind == Kind::Points);
            });
            INFO("contents of the object " << id.life);
            CHECK(isTold);
        }
    }

    void livesAreTold() {
        for (const auto& [id, object] : m_was.objects)
            if (!isThere(id)) m_gone.insert(id);
        for (const auto& [id, object] : m_is.objects)
            if (!wasThere(id)) m_come.insert(id);
        const std::set<ObjectId> withGone = m_was.reached(m_mentioned, m_gone), withCome = m_is.reached(m_mentioned, m_come);
        auto told = [&](const StateSnapshot& state, const std::set<ObjectId>& with, ObjectId id, const char* what) {
            const StateSnapshot::Object& object = state.objects.at(id);
            INFO(what << ": the object " << id.life);
            CHECK((object.isMachinery || m_mentioned.count(id) || (!object.isTellable && with.count(id))));
        };
        for (ObjectId id : m_gone) told(m_was, withGone, id, "gone");
        for (ObjectId id : m_come) told(m_is, withCome, id, "come");
        for (ObjectId id : m_is.unreachable) {
            if (m_was.unreachable.count(id) || !m_is.objects.at(id).isTellable) continue;
            INFO("unreachable: the object " << id.life);
            CHECK(m_mentioned.count(id));
        }
    }

    void countsAreTold() {
        std::set<ObjectId> explained = m_mentioned;
        for (ObjectId id : m_gone) explained.insert(m_was.objects.at(id).refers.begin(), m_was.objects.at(id).refers.end());
        for (ObjectId id : m_come) explained.insert(m_is.objects.at(id).refers.begin(), m_is.objects.at(id).refers.end());
        for (const auto& [id, was] : m_was.objects) {
            auto is = m_is.objects.find(id);
            if (is == m_is.objects.end() || is->second.count == was.count || was.isMachinery || explained.count(id)) continue;
            INFO("count of the object " << id.life << ' ' << m_facts.after().title(id) << ": " << was.count << " to " << is->second.count);
            CHECK(isCountedByItself(id));
        }
    }
    // Instances that come and go count their class; names that do, their texts.
    bool isCountedByItself(ObjectId id) const {
        const MemoryState& state = m_facts.after().state();
        for (const StepFact& fact : m_facts.facts())
            if (m_facts.after().kind(id) == ObjectKind::Text && state.object(id).payload == fact.text.toStdString()) return true;
        const TypeInfo* type = state.typeOfClass(id);
        if (!type) return false;
        auto isInstance = [&](const MemoryState& of, ObjectId instance) { return of.typeIdOf(instance) == type->id; };
        return std::any_of(m_come.begin(), m_come.end(), [&](ObjectId each) { return isInstance(state, each); }) ||
               std::any_of(m_gone.begin(), m_gone.end(), [&](ObjectId each) { return isInstance(m_facts.before().state(), each); });
    }

    const StepFacts& m_facts;
    const StateSnapshot &m_was, &m_is;
    std::set<ObjectId> m_mentioned, m_gone, m_come;
};

// What is said of the facts: each has its sentence, or is counted.
void sentencesAreWhole(const StepFacts& facts, const QString& body) {
    static const QRegularExpression more(QStringLiteral("And (one|\\d+) more changes?\\.")), placeholder(QStringLiteral("%\\d"));
    INFO(body);
    qsizetype left = 0;
    if (auto match = more.match(body); match.hasMatch()) left = match.captured(1) == QStringLiteral("one") ? 1 : match.captured(1).toInt();
    CHECK(left == std::max<qsizetype>(facts.facts().size() - 3, 0));
    CHECK(body.contains(QStringLiteral("Nothing changed in memory")) == facts.facts().isEmpty());
    CHECK_FALSE(body.isEmpty());
    CHECK_FALSE(body.contains(placeholder));
}

void judge(const QString& name) {
    Recorded recorded(name);
    Run& run = *recorded.run;
    uint64_t steps = std::min(run.stepCount(), mostSteps);
    REQUIRE(steps > 1);
    auto was = std::make_unique<StateSnapshot>(run, 0);
    for (uint64_t step = 1; step < steps; ++step) {
        auto is = std::make_unique<StateSnapshot>(run, step);
        StepText said = HappenedText::describe(run, step);
        const StepFacts facts(run, step);
        INFO(name << ", step " << step << ", line " << is->step.line << ": " << said.justTitle << " | " << said.justBody);
        Judge judge(facts, *was, *is);
        judge.claimsAreSo();
        judge.nothingIsUntold();
        sentencesAreWhole(facts, said.justBody);
        QString printed;
        for (const StepFact& fact : facts.facts())
            if (fact.kind == Kind::Printed) printed += fact.text;
        CHECK(printed == QString::fromStdString(recorded.replay->outputAt(step, OutputStream::Stdout)));
        if (facts.facts().isEmpty()) CHECK(stateDifference(*recorded.replay, step - 1, step) == QString());
        was = std::move(is);
    }
}

}

TEST_CASE("what is told of each step is what the states before and after it differ in", "[told]") {
    QStringList programs;
    for (const char* folder : {"steps", "textbook"}) {
        QDir files(QStringLiteral(MEMTAPE_SOURCE_DIR "/tests/programs/") + QLatin1String(folder));
        for (const QString& file : files.entryList({QStringLiteral("*.py")}, QDir::Files))
            programs.append(QLatin1String(folder) + QLatin1Char('/') + file);
    }
    REQUIRE(programs.size() >= 40);
    for (const QString& name : std::as_const(programs)) judge(name);
}
