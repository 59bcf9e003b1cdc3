// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/models/picture/object_text.h"
#include "ui/models/predict/question_making.h"
#include "ui/models/sentences/source_line.h"

namespace memtape {

namespace {

// What a fact says of a name or a part; the call: of the names that it is given.
Question::Subject subjectOf(const StepFact& fact) {
    Question::Subject subject;
    subject.text = fact.text;
    subject.frame = fact.frame;
    if (fact.kind == StepFact::Kind::Named) return subject;
    subject.role = fact.owner ? PartRole::Named : fact.role;
    subject.holder = fact.owner ? fact.owner : fact.object;
    subject.index = fact.index;
    return subject;
}

// A part that can be spoken of by itself.
bool isTellable(const Question::Subject& subject) {
    switch (subject.role) {
    case PartRole::Plumbing: return !subject.text.isEmpty() && !subject.holder;
    case PartRole::Item: return true;
    case PartRole::Named:
    case PartRole::Entry:
    case PartRole::Content: return !subject.text.isEmpty();
    default: return false;
    }
}

}

QVector<Question> questionsAt(Run& run, uint64_t step, const Sight& sight) {
    if (step + 1 >= run.stepCount()) return {};
    return QuestionMaking(run, step, sight).make();
}

QuestionMaking::QuestionMaking(Run& run, uint64_t step, const Sight& sight)
    : m_run(run),
      m_step(step),
      m_sight(sight),
      m_facts(run, step + 1),
      m_before(m_facts.before()),
      m_after(m_facts.after()),
      m_was(m_before.state()),
      m_is(m_after.state()) {
    const StepInfo& info = m_was.step();
    if (info.code == UINT32_MAX || !info.line) return;
    m_outlook = m_before.outlook(m_was.fileSource(m_was.code(info.code).file), info.line);
    m_line = sourceLine(m_was, info.code, info.line);
}

QVector<Question> QuestionMaking::make() {
    if (m_was.step().code == UINT32_MAX || m_was.thread() != m_is.thread() || !m_was.frameCount()) return {};
    collectNearby();
    const QVector<StepFact>& facts = m_facts.facts();
    for (int i = 0; i < facts.size(); ++i) {
        const StepFact& fact = facts[i];
        using Fact = StepFact::Kind;
        if (fact.kind == Fact::Printed) askForOutput(fact.text, i);
        if (fact.kind == Fact::Named || fact.kind == Fact::PartSet || fact.kind == Fact::PartAdded) {
            const Question::Subject subject = subjectOf(fact);
            bool isFound =
                !fact.owner || m_after.attribute(fact.owner, fact.text.toStdString()) == fact.value; // not in a table of the language's own
            if (!isTellable(subject) || !isFound) continue;
            askForObject(subject, fact.value, fact.previous, i, 1);
            askForValue(subject, fact.value, fact.previous, i, 0.9);
        }
        if (fact.kind == Fact::CallBegan && !fact.isOfBody)
            for (const StepFact::Given& given : fact.given) {
                Question::Subject subject;
                subject.text = given.name;
                subject.call = fact.text;
                subject.frame = fact.frame;
                askForObject(subject, given.value, {}, i, 0.8);
                askForValue(subject, given.value, {}, i, 0.6);
            }
    }
    askForReleased();
    askForCount();
    askForLine();
    askForFrame();
    return m_questions;
}

Question QuestionMaking::question(Kind kind, double worth, int fact) const {
    Question question;
    question.kind = kind;
    question.step = m_step;
    question.line = m_was.step().line;
    question.worth = worth;
    question.fact = fact;
    return question;
}

// The order of the choices says nothing of the answer: numbers and objects have one of their own, texts are turned by the step.
void QuestionMaking::add(Question question, const QVector<Choice>& wrong, const Choice& right) {
    question.choices = {right};
    for (const Choice& choice : wrong)
        if (question.choices.size() < mostChoices && !question.choices.contains(choice)) question.choices.append(choice);
    if (question.choices.size() < 2) return;
    auto rank = [](const Choice& choice) { return choice.form == Form::None ? 2 : choice.form == Form::New ? 1 : 0; };
    turn(question.choices);
    std::stable_sort(question.choices.begin(), question.choices.end(), [&](const Choice& a, const Choice& b) {
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (a.form == Form::Number && b.form == Form::Number) return a.number < b.number;
        return a.form == Form::Object && b.form == Form::Object && a.object.life < b.object.life;
    });
    question.right = int(question.choices.indexOf(right));
    m_questions.append(question);
}

void QuestionMaking::turn(QVector<Choice>& choices) const {
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.text < b.text; });
    const auto by = qsizetype((m_step * 2654435761u >> 7) % uint64_t(choices.size()));
    std::rotate(choices.begin(), choices.begin() + by, choices.end());
}

bool QuestionMaking::isTrivial() const {
    return m_was.step().kind == StepKind::Line && (m_outlook.form == Outlook::Form::Constant || m_outlook.form == Outlook::Form::Display);
}

}
