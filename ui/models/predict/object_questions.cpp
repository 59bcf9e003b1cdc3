// SPDX-License-Identifier: GPL-3.0-or-later
// Questions whose answer is an object that lies in the heap already, and how many references there will be to one.
#include <QSet>
#include <algorithm>

#include "ui/models/predict/question_making.h"
#include "ui/models/sentences/object_phrase.h"

namespace memtape {

namespace {

constexpr qsizetype mostNearby = 24;
constexpr size_t mostParts = 50; // of an object that is looked through for others

}

bool QuestionMaking::isBox(ObjectId id) const {
    if (!id || !m_was.isAlive(id) || !m_was.object(id).ofProgram || m_before.isDrawnInPlace(id)) return false;
    const ObjectKind kind = m_before.kind(id);
    if (isDefinition(kind) || kind == ObjectKind::Module || kind == ObjectKind::Frame || kind == ObjectKind::Trace) return false;
    return !m_sight.hasBox || m_sight.hasBox(id);
}

// What the running frame names, what the program's others do, and what those refer to.
void QuestionMaking::collectNearby() {
    QSet<ObjectId> seen;
    QVector<ObjectId> named;
    auto take = [&](ObjectId id) {
        if (!id || seen.contains(id) || !m_was.isAlive(id)) return;
        seen.insert(id);
        if (isValueKind(m_before.kind(id)) && m_values.size() < mostNearby) m_values.append(id);
        if (isBox(id) && m_nearby.size() < mostNearby) m_nearby.append(id);
        named.append(id);
    };
    for (size_t i = m_was.frameCount(); i-- > 0 && named.size() < 4 * mostNearby;) {
        FrameView frame = m_was.frame(i);
        if (!frame.ofProgram) continue;
        for (const SlotView& slot : frame.slots)
            if (slot.value && m_before.isName(slot)) take(slot.value);
        if (!frame.locals) continue;
        for (const NameEntry& entry : m_before.names(frame.locals)) take(entry.value);
    }
    for (const ObjectId holder : QVector<ObjectId>(named)) {
        if (named.size() >= 8 * mostNearby) break;
        if (m_was.isAlive(holder) && !isDefinition(m_before.kind(holder)))
            for (const CellView& cell : m_was.cells(holder, 0, mostParts)) take(reachedFrom(cell));
    }
}

// Those named first come first, then objects of the right one's type. Where nobody can click them, no two read the same.
QVector<Question::Choice> QuestionMaking::objectsBeside(ObjectId right, const QVector<ObjectId>& first, int most) const {
    QVector<ObjectId> order = first;
    auto isAlike = [&](ObjectId id) { return right && m_was.isAlive(right) && m_was.typeIdOf(id) == m_was.typeIdOf(right); };
    for (bool alike : {true, false})
        for (ObjectId id : m_nearby)
            if (isAlike(id) == alike) order.append(id);
    QVector<Choice> choices;
    QSet<QString> phrases;
    if (right && m_was.isAlive(right)) phrases.insert(ObjectPhrase::of(m_before, right));
    for (ObjectId id : std::as_const(order)) {
        if (choices.size() == most) break;
        Choice choice{Form::Object, id, {}, 0};
        if (id == right || !isBox(id) || choices.contains(choice)) continue;
        const QString phrase = ObjectPhrase::of(m_before, id);
        if (!m_sight.hasBox && phrases.contains(phrase)) continue;
        phrases.insert(phrase);
        choices.append(choice);
    }
    return choices;
}

void QuestionMaking::askForObject(const Question::Subject& subject, ObjectId value, ObjectId previous, int fact, double worth) {
    if (!value || !m_is.isAlive(value) || m_after.isDrawnInPlace(value)) return;
    const ObjectKind kind = m_after.kind(value);
    if (isDefinition(kind) || isValueKind(kind) || kind == ObjectKind::Module) return;
    const bool isNew = !m_was.isAlive(value);
    if (isNew ? isTrivial() || !m_facts.isNew(value) : !isBox(value)) return;
    Question asked = question(Kind::RefersTo, isNew ? 0.6 * worth : worth, fact);
    asked.subject = subject;
    const Choice made{Form::New, {}, {}, 0};
    QVector<Choice> wrong = objectsBeside(value, {previous, subject.holder}, mostChoices - 2);
    if (wrong.isEmpty()) return; // nothing to choose from but the one object
    if (!isNew) wrong.append(made);
    add(asked, wrong, isNew ? made : Choice{Form::Object, value, {}, 0});
}

QVector<ObjectId> QuestionMaking::losers() const {
    QVector<ObjectId> losers;
    auto take = [&](ObjectId id) {
        if (isBox(id) && !losers.contains(id)) losers.append(id);
    };
    using Fact = StepFact::Kind;
    for (const StepFact& fact : m_facts.facts()) {
        if (fact.kind == Fact::Named || fact.kind == Fact::NameRemoved || fact.kind == Fact::PartSet || fact.kind == Fact::PartRemoved)
            take(fact.previous);
        if (fact.kind != Fact::CallEnded && fact.kind != Fact::CallLeft) continue;
        for (size_t i = 0; i < m_was.frameCount(); ++i)
            if (FrameView frame = m_was.frame(i); frame.life == fact.frame)
                for (const SlotView& slot : frame.slots)
                    if (m_before.isName(slot)) take(slot.value);
    }
    return losers;
}

// One that is released among others that are not; or none is, though each might be.
void QuestionMaking::askForReleased() {
    ObjectId released;
    int fact = -1;
    const QVector<StepFact>& facts = m_facts.facts();
    for (int i = 0; i < facts.size() && !released; ++i) {
        if (facts[i].kind != StepFact::Kind::Released && facts[i].kind != StepFact::Kind::Collected) continue;
        auto first = std::find_if(facts[i].objects.begin(), facts[i].objects.end(), [&](ObjectId id) { return isBox(id); });
        if (first != facts[i].objects.end()) released = *first, fact = i;
    }
    const QVector<ObjectId> losing = losers();
    if (!released && losing.isEmpty()) return;
    QVector<Choice> wrong = objectsBeside(released, losing, mostChoices);
    wrong.removeIf([&](const Choice& choice) { return !m_is.isAlive(choice.object); });
    if (wrong.isEmpty()) return;
    wrong.resize(std::min<qsizetype>(wrong.size(), released ? mostChoices - 2 : mostChoices - 1));
    const Choice none{Form::None, {}, {}, 0};
    if (released) wrong.append(none);
    const double worth = released ? 1 : m_was.step().kind == StepKind::Return ? 0.4 : 0.7; // that a call's objects outlive it is seen often
    add(question(Kind::Released, worth, fact), wrong, released ? Choice{Form::Object, released, {}, 0} : none);
}

// Of what the step makes a name or a part refer to, or no longer; not where a running line holds it meanwhile, which nobody sees.
void QuestionMaking::askForCount() {
    if (!m_sight.showsCounts || m_was.heapObjects() > mostObjects) return;
    auto isHeld = [](const MemoryState& state, ObjectId id) {
        for (size_t i = 0; i < state.frameCount(); ++i)
            if (const FrameView frame = state.frame(i); std::find(frame.held.begin(), frame.held.end(), id) != frame.held.end()) return true;
        return false;
    };
    using Fact = StepFact::Kind;
    QVector<ObjectId> candidates;
    for (const StepFact& fact : m_facts.facts()) {
        if (fact.kind == Fact::Named || fact.kind == Fact::NameRemoved || fact.kind == Fact::PartSet || fact.kind == Fact::PartAdded)
            candidates << fact.value << fact.previous;
        for (const StepFact::Given& given : fact.given) candidates << given.value;
    }
    for (ObjectId id : std::as_const(candidates)) {
        if (!isBox(id) || !m_is.isAlive(id) || m_was.object(id).immortal || isHeld(m_was, id) || isHeld(m_is, id)) continue;
        const uint64_t before = m_was.referenceCount(id), after = m_is.referenceCount(id);
        if (before == after) continue;
        QVector<Choice> wrong;
        for (uint64_t count : {before, after + 1, after - 1, before + 1})
            if (count && count != after && count != uint64_t(-1)) wrong.append({Form::Number, {}, {}, count});
        Question asked = question(Kind::References, 0.8, -1);
        asked.object = id;
        add(asked, wrong, {Form::Number, {}, {}, after});
        return;
    }
}

}
