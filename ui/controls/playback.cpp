// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/playback.h"

#include <QKeyEvent>
#include <algorithm>
#include <optional>

#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"

namespace memtape {

Playback::Playback(Document& document, Cursor& cursor, Selection& selection, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_cursor(cursor),
      m_selection(selection) {
    setSpeed(1);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_backwards ? m_cursor.atStart() : m_cursor.atEnd()) {
            if (!m_document.isRecording() || m_backwards) stop();
            return;
        }
        m_cursor.moveTo(m_backwards ? m_cursor.step() - 1 : m_cursor.step() + 1);
    });
}

bool Playback::isHeld() const { return m_cursor.step() >= m_cursor.barrier(); }

bool Playback::mayGoOn() {
    if (isHeld()) Q_EMIT heldBack();
    return !m_cursor.atEnd();
}

void Playback::step() {
    if (mayGoOn()) m_cursor.moveTo(m_cursor.step() + 1);
}

void Playback::back() {
    if (!m_cursor.atStart()) m_cursor.moveTo(m_cursor.step() - 1);
}

void Playback::over() {
    if (!m_document.run() || !mayGoOn()) return;
    auto to = m_document.run()->stepOver(m_cursor.step(), false);
    m_cursor.moveTo(to ? *to : m_cursor.stepCount() - 1);
}

void Playback::overBackwards() {
    if (!m_document.run() || m_cursor.atStart()) return;
    auto to = m_document.run()->stepOver(m_cursor.step(), true);
    m_cursor.moveTo(to ? *to : 0);
}

void Playback::out() {
    if (!m_document.run() || !mayGoOn()) return;
    auto to = m_document.run()->stepOut(m_cursor.step(), false);
    m_cursor.moveTo(to ? *to : m_cursor.stepCount() - 1);
}

void Playback::outBackwards() {
    if (!m_document.run() || m_cursor.atStart()) return;
    auto to = m_document.run()->stepOut(m_cursor.step(), true);
    m_cursor.moveTo(to ? *to : 0);
}

void Playback::first() { m_cursor.jumpTo(0); }
void Playback::last() {
    if (m_cursor.stepCount() && mayGoOn()) m_cursor.jumpTo(m_cursor.stepCount() - 1);
}

void Playback::togglePlay() {
    if (isPlaying()) {
        stop();
        return;
    }
    if (isHeld() && !mayGoOn()) return;
    m_backwards = false;
    if (m_cursor.atEnd() && m_cursor.stepCount()) m_cursor.jumpTo(0);
    m_timer.start();
    Q_EMIT playingChanged();
}

void Playback::playBackwards() {
    if (isPlaying() && m_backwards) {
        stop();
        return;
    }
    m_backwards = true;
    m_timer.start();
    Q_EMIT playingChanged();
}

void Playback::stop() {
    if (!m_timer.isActive()) return;
    m_timer.stop();
    Q_EMIT playingChanged();
}

void Playback::setSpeed(double speed) {
    m_speed = std::clamp(speed, 0.25, 64.0);
    m_timer.setInterval(std::max(8, int(500 / m_speed)));
    Q_EMIT playingChanged();
}

void Playback::nextBreakpoint(bool backwards) {
    Run* run = m_document.run();
    if (!run) return;
    std::optional<uint64_t> best;
    for (int line : m_breakpoints) {
        auto at = run->nextAtLine(m_cursor.step(), uint32_t(line), m_document.mainFile(), backwards);
        if (at && (!best || (backwards ? *at > *best : *at < *best))) best = at;
    }
    if (best) m_cursor.jumpTo(*best);
    else
        Q_EMIT noSuchStep(m_breakpoints.isEmpty() ? tr("There are no breakpoints. Click beside a line number to set one.")
                          : backwards             ? tr("No breakpoint is met before this step.")
                                                  : tr("No breakpoint is met after this step."));
}

void Playback::nextChange(bool backwards) {
    Run* run = m_document.run();
    if (!run || m_selection.isEmpty()) {
        Q_EMIT noSuchStep(tr("Select an object or a name first."));
        return;
    }
    if (const auto& row = m_selection.row()) {
        auto at = run->nextChangeOf(*row, m_cursor.step(), backwards);
        if (at) m_cursor.jumpTo(*at);
        else Q_EMIT noSuchStep(backwards ? tr("The selected row has no earlier change.") : tr("The selected row has no later change."));
        return;
    }
    std::optional<uint64_t> best;
    for (const Change& change : run->history(m_selection.object())) {
        if (change.kind == EventKind::CollectBegin) continue;
        uint64_t at = change.step;
        if (backwards ? at < m_cursor.step() : at > m_cursor.step())
            if (!best || (backwards ? at > *best : at < *best)) best = at;
    }
    if (best) m_cursor.jumpTo(*best);
    else Q_EMIT noSuchStep(backwards ? tr("The selected object has no earlier change.") : tr("The selected object has no later change."));
}

void Playback::toLine(int line, bool backwards) {
    Run* run = m_document.run();
    if (!run || line < 1) return;
    auto at = run->nextAtLine(m_cursor.step(), uint32_t(line), m_document.mainFile(), backwards);
    if (!at && !backwards && m_cursor.step() > 0) { // from the start again
        if (run->summary(0, 1).size() == 1) at = run->nextAtLine(0, uint32_t(line), m_document.mainFile(), false);
    }
    if (at) m_cursor.jumpTo(*at);
    else Q_EMIT noSuchStep(tr("Line %1 does not run.").arg(line));
}

bool Playback::handleKey(QKeyEvent* event) {
    if (event->modifiers() & ~(Qt::KeypadModifier)) return false;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_PageDown: step(); return true;
    case Qt::Key_Left:
    case Qt::Key_PageUp: back(); return true;
    case Qt::Key_Down: over(); return true;
    case Qt::Key_Up: out(); return true;
    case Qt::Key_Home: first(); return true;
    case Qt::Key_End: last(); return true;
    case Qt::Key_Space: togglePlay(); return true;
    default: return false;
    }
}

}
