// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/predict/question_words.h"

#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/object_phrase.h"
#include "ui/models/sentences/source_line.h"
#include "ui/models/sentences/step_words.h"
#include "ui/state/run.h"

namespace memtape {

using Kind = Question::Kind;

QuestionWords::QuestionWords(Run& run, const Question& question) : m_run(run), m_question(question), m_before(run.readingAt(question.step)) {}

QString QuestionWords::about() const {
    const MemoryState& state = m_before->state();
    const StepInfo& info = state.step();
    const QString function = QString::fromStdString(state.code(info.code).name);
    switch (info.kind) {
    case StepKind::Call: return tr("The body of %1 is about to run").arg(function);
    case StepKind::Return:
        if (m_before->errorAtWork().stage == ErrorAtWork::Stage::Leaving) return tr("An exception is about to leave %1").arg(function);
        return tr("The call of %1 has its result and is about to give it back").arg(function);
    case StepKind::Exception: return tr("Line %1 has raised an exception:  %2").arg(info.line).arg(sourceLine(state, info.code, info.line));
    case StepKind::Line: break;
    }
    return tr("Line %1 is about to run:  %2").arg(info.line).arg(sourceLine(state, info.code, info.line));
}

QString QuestionWords::place() const {
    const Question::Subject& subject = m_question.subject;
    const QString of = subject.holder ? ObjectPhrase::of(*m_before, subject.holder) : QString();
    switch (subject.role) {
    case PartRole::Plumbing:
        return subject.call.isEmpty() ? tr("the name %1").arg(subject.text) : tr("the name %1 in the call of %2").arg(subject.text, subject.call);
    case PartRole::Item: return tr("item %1 of %2").arg(subject.index).arg(of);
    case PartRole::Entry: return tr("the key %1 of %2").arg(subject.text, of);
    case PartRole::Content: return tr("the shared name %1").arg(subject.text);
    default: return tr("attribute %1 of %2").arg(subject.text, of);
    }
}

QString QuestionWords::question() const {
    switch (m_question.kind) {
    case Kind::NextLine: return tr("Which line runs next?");
    case Kind::RefersTo: return tr("Which object will %1 refer to?").arg(place());
    case Kind::Value: return tr("Which value will %1 have?").arg(place());
    case Kind::Released: return tr("Which of these objects will be released?");
    case Kind::References: return tr("How many references to %1 will there be?").arg(ObjectPhrase::of(*m_before, m_question.object));
    case Kind::Printed: return tr("What will be printed?");
    case Kind::Frame: return tr("Which frame goes?");
    }
    return {};
}

QString QuestionWords::mark() const {
    const Question::Subject& subject = m_question.subject;
    const QString part = subject.role == PartRole::Item ? QStringLiteral("[%1]").arg(subject.index) : subject.text;
    return m_question.line ? tr("%1 after line %2").arg(part).arg(m_question.line) : tr("%1 afterwards").arg(part);
}

QString QuestionWords::choice(int index) const {
    using Form = Question::Choice::Form;
    const Question::Choice& choice = m_question.choices[index];
    switch (choice.form) {
    case Form::Object: return ObjectPhrase::of(*m_before, choice.object);
    case Form::New: return tr("a new object");
    case Form::Text: return choice.text;
    case Form::None: return m_question.kind == Kind::Frame ? tr("none: it waits in the heap") : tr("none of these");
    case Form::Number: break;
    }
    if (m_question.kind != Kind::NextLine) return QString::number(choice.number);
    const MemoryState& state = m_before->state();
    const QString text = ObjectPhrase::cut(sourceLine(state, state.step().code, uint32_t(choice.number)));
    return tr("line %1:  %2").arg(choice.number).arg(text);
}

QString QuestionWords::truth() const {
    const Question::Choice& right = m_question.choices[m_question.right];
    if (m_question.kind == Kind::NextLine) return tr("Line %1 runs next.").arg(right.number);
    if (m_question.kind == Kind::References) {
        const QString of = ObjectPhrase::of(*m_before, m_question.object);
        return right.number == 1 ? tr("There is now one reference to %1.").arg(of)
                                 : tr("There are now %1 references to %2.").arg(right.number).arg(of);
    }
    if (m_question.fact < 0) return tr("None of these was released: something still refers to each of them.");
    const StepFacts facts(m_run, m_question.step + 1);
    return StepWords(facts).sentence(facts.facts()[m_question.fact]);
}

}
