// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/messages.h"

#include <QAction>

#include <csignal>
#include <cstring>

#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/message_bar.h"

namespace memtape {

using Tone = MessageBar::Tone;

namespace {

void take(const QList<Choice>& choices, int button) {
    if (button >= choices.size()) return;
    const Choice choice = choices[button]; // which may offer others
    choice.chosen();
}

QStringList textsOf(const QList<Choice>& choices) {
    QStringList texts;
    for (const Choice& choice : choices) texts.append(choice.text);
    return texts;
}

QString signalName(int number) {
    const char* name = sigabbrev_np(number);
    return name ? QStringLiteral("SIG") + QLatin1String(name) : QString::number(number);
}

}

Messages::Messages(Workbench& bench)
    : m_bench(bench),
      m_bar(new MessageBar(bench.appearance)),
      m_hint(new MessageBar(bench.appearance)),
      m_endBar(new MessageBar(bench.appearance)),
      m_questions(bench.appearance) {
    Document& document = bench.document;
    connect(&document, &Document::recordingStarted, m_bar, &MessageBar::clear);
    connect(&document, &Document::recordingFinished, this, &Messages::tellEnd);
    connect(&document, &Document::problemChanged, this, &Messages::tellProblem);
    connect(&document, &Document::textChanged, this, &Messages::tellIfStale);
    connect(&bench.cursor, &Cursor::stepChanged, this, &Messages::follow);
    connect(&bench.playback, &Playback::noSuchStep, this, &Messages::hint);
    connect(m_bar, &MessageBar::buttonPressed, this, [this](int button) { take(m_offered, button); });
    connect(m_hint, &MessageBar::buttonPressed, &document, [&document] { document.record(); });
    followRunEnd();
}

void Messages::followRunEnd() {
    Document& document = m_bench.document;
    connect(&document, &Document::runReplaced, this, [this] {
        m_end.reset();
        m_endDismissed = false;
        tellRunEnd();
    });
    for (auto signal : {&Document::recordingStarted, &Document::recordingFinished}) connect(&document, signal, this, &Messages::learnRunEnd);
    connect(&document, &Document::grew, this, &Messages::learnRunEnd);
    connect(&m_bench.cursor, &Cursor::stepChanged, this, &Messages::tellRunEnd);
    connect(&m_bench.cursor, &Cursor::barrierChanged, this, &Messages::tellRunEnd);
    connect(m_endBar, &MessageBar::dismissed, this, [this] { m_endDismissed = true; });
    connect(m_endBar, &MessageBar::buttonPressed, this, [this](int button) { take(m_endChoices, button); });
}

void Messages::learnRunEnd() {
    const Document& document = m_bench.document;
    if (Run* run = document.run(); run && !m_end && !document.isRecording() && run->isWhole()) {
        m_end = endOf(*run);
        if (m_end) Q_EMIT runEndKnown();
    }
    tellRunEnd();
}

void Messages::tellRunEnd() {
    const Document& document = m_bench.document;
    const Cursor& cursor = m_bench.cursor;
    bool isLast = document.run() && cursor.stepCount() && cursor.step() + 1 == cursor.stepCount();
    if (!isLast) m_endDismissed = false;
    const QString sentence = m_end ? RunEndText::sentence(*m_end) : QString();
    if (!isLast || m_endDismissed || sentence.isEmpty() || document.isRecording() || document.problem()) {
        m_endBar->clear();
        return;
    }
    bool isError = m_end->kind == RunEnd::Kind::Error;
    m_endChoices = choicesOfEnd();
    m_endBar->showMessage(isError ? Tone::Problem : Tone::Notice, sentence, textsOf(m_endChoices), RunEndText::head(*m_end));
}

QList<Choice> Messages::choicesOfEnd() {
    if (auto limit = limitOfEnd()) return waysOn(*limit);
    if (m_end->kind != RunEnd::Kind::CutShort && m_end->raisedAt != m_bench.cursor.step())
        return {{tr("Go to where it was raised"), [this] { m_bench.cursor.jumpTo(m_end->raisedAt); }}};
    if (m_end->kind == RunEnd::Kind::CutShort && m_end->reason == EndReason::Crashed)
        return {{tr("Record again"), [this] { m_bench.document.record(); }}};
    return {};
}

std::optional<Limit> Messages::limitOfEnd() const {
    if (!m_end || m_end->kind != RunEnd::Kind::CutShort) return std::nullopt;
    switch (m_end->reason) {
    case EndReason::StepLimit: return Limit::Steps;
    case EndReason::HeapLimit: return Limit::Heap;
    case EndReason::TapeFull: return Limit::Tape;
    case EndReason::OutputLimit: return Limit::Output;
    default: return std::nullopt;
    }
}

void Messages::retranslate() { tellRunEnd(); }

void Messages::hint(const QString& text) { m_bar->showMessage(Tone::Hint, text); }

void Messages::problem(const QString& text) { m_bar->showMessage(Tone::Problem, text); }

void Messages::offer(const QString& text, const QList<Choice>& choices) {
    m_offered = choices;
    m_bar->showMessage(Tone::Notice, text, textsOf(choices));
}

void Messages::clear() {
    m_bar->clear();
    m_hint->clear();
    m_endBar->clear();
    m_hintLine = 0;
}

void Messages::hintAtLine(int line, const QString& text) {
    m_hintLine = line;
    m_hint->showMessage(Tone::Hint, text);
}

void Messages::tellEnd() {
    const Document& document = m_bench.document;
    const auto& end = document.end();
    if (!end) return;
    quint64 last = end->steps ? end->steps - 1 : 0; // not of those that are learnt by now
    if (end->limit) {
        offer(limitSentence(*end->limit, last), waysOn(*end->limit));
        return;
    }
    if (end->scratchFullAt && !end->problem) offer(limitSentence(Limit::Scratch, *end->scratchFullAt), waysOn(Limit::Scratch));
    switch (end->reason) {
    case EndReason::StepLimit:
    case EndReason::HeapLimit:
    case EndReason::OutputLimit:
    case EndReason::TapeFull: break; // are limits
    case EndReason::Crashed: offer(crashSentence(last), {{tr("Record again"), [this] { m_bench.document.record(); }}}); break;
    case EndReason::Stopped: m_bar->showMessage(Tone::Notice, tr("Stopped at step %1; everything until then is here.").arg(last)); break;
    case EndReason::Deadlock:
        m_bar->showMessage(Tone::Notice, tr("Every thread waits for another; the program stopped at step %1.").arg(last));
        break;
    case EndReason::CannotRead: problem(QString::fromStdString(end->message)); break;
    case EndReason::SyntaxProblem:
    case EndReason::Exit: break;
    }
}

QString Messages::limitSentence(Limit limit, quint64 last) const {
    const QString most = Limits::text(limit, m_bench.document.limits()[limit]);
    switch (limit) {
    case Limit::Steps: return tr("The limit of %1 steps stopped the program at step %2; everything until then is here.").arg(most).arg(last);
    case Limit::Heap: return tr("The program's heap reached its limit of %1 at step %2; everything until then is here.").arg(most).arg(last);
    case Limit::Tape: return tr("The recording reached its limit of %1 at step %2; everything until then is here.").arg(most).arg(last);
    case Limit::Output: return tr("The program's output reached its limit of %1 at step %2; everything until then is here.").arg(most).arg(last);
    case Limit::Scratch: break;
    }
    return tr("The program's files reached their limit of %1 at step %2, and it was told that the disk is full.").arg(most).arg(last);
}

QList<Choice> Messages::waysOn(Limit limit) {
    QList<Choice> choices;
    if (auto raised = m_bench.document.limits().raised(limit))
        choices.append({limit == Limit::Steps ? tr("Record further") : tr("Record again with %1").arg(Limits::text(limit, *raised)),
                        [this, limit] { m_bench.document.recordFurther(limit); }});
    choices.append({tr("Limits…"), [this] { m_bench.actions[ActionId::Limits]->trigger(); }});
    return choices;
}

QString Messages::crashSentence(quint64 last) const {
    const Crash crash = m_bench.document.end()->crash.value_or(Crash());
    switch (crash.cause) {
    case Crash::Cause::Signal:
        if (crash.number == SIGKILL)
            return tr("The process in which the program ran was killed at step %1, perhaps for want of memory; everything until then is here.")
                .arg(last);
        return tr("The process in which the program ran was ended by %1 at step %2; everything until then is here.")
            .arg(signalName(crash.number))
            .arg(last);
    case Crash::Cause::Misbehaved:
        return tr("The process in which the program ran sent what makes no sense, so it was ended at step %1; everything until then is here.")
            .arg(last);
    case Crash::Cause::Exit: break;
    }
    return tr("The process in which the program ran ended by itself at step %1; everything until then is here.").arg(last);
}

void Messages::tellProblem() {
    const auto& found = m_bench.document.problem();
    if (!found) {
        if (!m_bar->isHidden()) m_bar->clear();
        return;
    }
    if (m_bench.document.isStale()) m_hint->clear(); // one bar is enough
    QString message = QString::fromStdString(found->message);
    problem(found->line > 0 ? tr("Line %1: %2").arg(found->line).arg(message) : message);
}

void Messages::tellIfStale() {
    if (m_bench.document.isStale() && !m_bench.document.problem())
        m_hint->showMessage(Tone::Notice, tr("Edited since recorded; this picture is of the old program."), {tr("Record again")});
    else if (!hasHintAtLine()) m_hint->clear();
}

// What was said is over when the user has gone on.
void Messages::follow() {
    Run* run = m_bench.document.run();
    uint64_t step = m_bench.cursor.step();
    if (!m_hint->isHidden() && run && step != 0) {
        auto here = run->summary(step, step + 1);
        if (!here.empty() && !(here[0].kind == StepKind::Line && int(here[0].line) == m_hintLine)) {
            m_hint->clear();
            m_hintLine = 0;
        }
    }
    if (!m_bar->text().isEmpty() && !m_bench.document.problem() && !m_bench.document.isRecording()) m_bar->clear();
}

}
