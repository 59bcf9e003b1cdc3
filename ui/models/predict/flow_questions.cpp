// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about where the program goes on: the line that runs next, and the frame that goes.
#include <algorithm>
#include <cstdlib>

#include "ui/models/picture/object_text.h"
#include "ui/models/predict/question_making.h"

namespace memtape {

namespace {

constexpr uint64_t stepsAround = 150; // in which other lines are looked for
constexpr size_t fewFrames = 3;       // of fewer than these it is plain which one goes

// Whether what a line does may lead to one line or another.
bool branches(Outlook::Doing doing) {
    using Doing = Outlook::Doing;
    switch (doing) {
    case Doing::Test:
    case Doing::Repeat:
    case Doing::NextItem:
    case Doing::LeaveLoop:
    case Doing::NextRound:
    case Doing::Match:
    case Doing::Pattern:
    case Doing::Clause: return true;
    default: return false;
    }
}

}

// Other lines that run about this time in the same text, the nearest first.
QVector<uint32_t> QuestionMaking::linesNearby(uint32_t right) const {
    const uint32_t code = m_is.step().code, file = m_is.code(code).file, here = m_was.step().line;
    QVector<uint32_t> inCode, elsewhere;
    const uint64_t from = m_step > stepsAround ? m_step - stepsAround : 0;
    for (const StepSummary& step : m_run.summary(from, std::min(m_run.stepCount(), m_step + stepsAround))) {
        if (step.kind != StepKind::Line || step.line == right || m_run.code(step.code).file != file) continue;
        QVector<uint32_t>& lines = step.code == code ? inCode : elsewhere;
        if (!lines.contains(step.line)) lines.append(step.line);
    }
    auto distance = [&](uint32_t line) { return std::abs(int64_t(line) - int64_t(here)); };
    for (QVector<uint32_t>* lines : {&inCode, &elsewhere})
        std::sort(lines->begin(), lines->end(), [&](uint32_t a, uint32_t b) { return std::pair(distance(a), a) < std::pair(distance(b), b); });
    return inCode + elsewhere;
}

void QuestionMaking::askForLine() {
    const StepInfo &was = m_was.step(), &is = m_is.step();
    if (is.kind != StepKind::Line || was.kind == StepKind::Call || m_was.code(was.code).file != m_is.code(is.code).file) return;
    const QVector<uint32_t> others = linesNearby(is.line);
    const bool isSameCall = m_was.frame(m_was.frameCount() - 1).life == m_is.frame(m_is.frameCount() - 1).life;
    double worth = 0;
    if (was.kind == StepKind::Exception) worth = isSameCall ? 1 : 0;
    else if (was.kind == StepKind::Return) worth = isSameCall || m_was.frame(m_was.frameCount() - 1).locals ? 0 : 0.5;
    else if (branches(m_outlook.doing)) worth = 0.9;
    else if (is.line < was.line) worth = 0.8; // back to a loop's head
    if (worth == 0) return;
    QVector<Choice> wrong;
    for (uint32_t line : others) wrong.append({Form::Number, {}, {}, line});
    add(question(Kind::NextLine, worth, -1), wrong, {Form::Number, {}, {}, is.line});
}

// By its name and what it was called with: `fact (n = 2)`.
QString QuestionMaking::callOf(const FrameView& frame) const {
    const CodeInfo& code = m_was.code(frame.code);
    QString name = QString::fromStdString(code.name);
    for (const SlotView& slot : frame.slots)
        if (slot.value && m_before.isName(slot) && slot.index < code.argCount && m_before.isDrawnInPlace(slot.value))
            return QStringLiteral("%1 (%2 = %3)").arg(name, toQString(slot.name), ObjectText::chip(m_before, slot.value, 20));
    return name;
}

void QuestionMaking::askForFrame() {
    if (m_was.step().kind != StepKind::Return) return;
    const FrameView running = m_was.frame(m_was.frameCount() - 1);
    const QVector<StepFact>& facts = m_facts.facts();
    using Fact = StepFact::Kind;
    auto told = std::find_if(facts.begin(), facts.end(), [&](const StepFact& fact) {
        return fact.frame == running.life && (fact.kind == Fact::CallEnded || fact.kind == Fact::CallLeft || fact.kind == Fact::Paused);
    });
    if (told == facts.end() || !running.ofProgram || running.locals) return;
    QVector<Choice> wrong;
    QStringList seen{callOf(running)};
    size_t frames = 0;
    for (size_t i = m_was.frameCount(); i-- > 0;) {
        const FrameView frame = m_was.frame(i);
        if (!frame.ofProgram) continue;
        ++frames;
        if (frame.life == running.life || m_before.isModule(m_was.code(frame.code)) || seen.contains(callOf(frame))) continue;
        seen.append(callOf(frame));
        wrong.append({Form::Text, {}, callOf(frame), frame.life});
    }
    const bool pauses = told->kind == Fact::Paused, mayPause = bool(running.generator);
    if (frames < fewFrames && !mayPause) return;
    const Choice none{Form::None, {}, {}, 0}, top{Form::Text, {}, callOf(running), running.life};
    if (mayPause) wrong.prepend(pauses ? top : none);
    add(question(Kind::Frame, mayPause ? 0.8 : 0.5, int(told - facts.begin())), wrong, pauses ? none : top);
}

}
