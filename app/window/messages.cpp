// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/messages.h"

#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/message_bar.h"

namespace memtape {

using Tone = MessageBar::Tone;

Messages::Messages(Workbench& bench)
    : m_bench(bench),
      m_bar(new MessageBar(bench.appearance)),
      m_hint(new MessageBar(bench.appearance)),
      m_endBar(new MessageBar(bench.appearance)) {
    Document& document = bench.document;
    connect(&document, &Document::recordingStarted, m_bar, &MessageBar::clear);
    connect(&document, &Document::recordingFinished, this, &Messages::tellEnd);
    connect(&document, &Document::problemChanged, this, &Messages::tellProblem);
    connect(&document, &Document::textChanged, this, &Messages::tellIfStale);
    connect(&bench.cursor, &Cursor::stepChanged, this, &Messages::follow);
    connect(&bench.playback, &Playback::noSuchStep, this, &Messages::hint);
    connect(m_bar, &MessageBar::buttonPressed, &document, &Document::recordFurther);
    connect(m_hint, &MessageBar::buttonPressed, &document, &Document::record);
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
    connect(m_endBar, &MessageBar::buttonPressed, this, [this] {
        if (!m_end) return;
        if (m_end->kind == RunEnd::Kind::CutShort) m_bench.document.recordFurther();
        else m_bench.cursor.jumpTo(m_end->raisedAt);
    });
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
    QString sentence = m_end ? RunEndText::sentence(*m_end) : QString();
    if (!isLast || m_endDismissed || sentence.isEmpty() || document.isRecording() || document.problem()) {
        m_endBar->clear();
        return;
    }
    bool isError = m_end->kind == RunEnd::Kind::Error;
    bool isLimit = m_end->kind == RunEnd::Kind::CutShort && m_end->reason == EndReason::StepLimit;
    bool canGo = m_end->kind != RunEnd::Kind::CutShort && m_end->raisedAt != cursor.step();
    m_endBar->showMessage(isError ? Tone::Problem : Tone::Notice, sentence,
                          canGo     ? tr("Go to where it was raised")
                          : isLimit ? tr("Record further")
                                    : QString(),
                          RunEndText::head(*m_end));
}

void Messages::retranslate() { tellRunEnd(); }

void Messages::hint(const QString& text) { m_bar->showMessage(Tone::Hint, text); }

void Messages::problem(const QString& text) { m_bar->showMessage(Tone::Problem, text); }

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
    quint64 last = document.stepCount() ? document.stepCount() - 1 : 0;
    switch (end->reason) {
    case EndReason::StepLimit:
    case EndReason::HeapLimit:
    case EndReason::TapeFull:
        m_bar->showMessage(Tone::Notice, tr("A limit stopped the program at step %1; everything until then is here.").arg(last),
                           end->reason == EndReason::StepLimit ? tr("Record further") : QString());
        break;
    case EndReason::Stopped: m_bar->showMessage(Tone::Notice, tr("Stopped at step %1; everything until then is here.").arg(last)); break;
    case EndReason::Deadlock:
        m_bar->showMessage(Tone::Notice, tr("Every thread waits for another; the program stopped at step %1.").arg(last));
        break;
    case EndReason::CannotRead: problem(QString::fromStdString(end->message)); break;
    case EndReason::SyntaxProblem:
    case EndReason::Exit: break;
    }
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
        m_hint->showMessage(Tone::Notice, tr("Edited since recorded; this picture is of the old program."), tr("Record again"));
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
