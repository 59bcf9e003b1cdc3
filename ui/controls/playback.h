// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Moving through time: stepping as debuggers do, in both directions, breakpoints, changes of the selected object, playing. The only owner
// of the clock that plays.

#include <QObject>
#include <QSet>
#include <QTimer>

class QKeyEvent;

namespace memtape {

class Cursor;
class Document;
class Selection;

class Playback : public QObject {
    Q_OBJECT
public:
    Playback(Document& document, Cursor& cursor, Selection& selection, QObject* parent = nullptr);

    void step(); // into
    void back();
    void over();
    void overBackwards();
    void out();
    void outBackwards();
    void first();
    void last();
    void togglePlay();
    void playBackwards();
    void stop();
    bool isPlaying() const { return m_timer.isActive(); }
    double speed() const { return m_speed; }
    void setSpeed(double speed); // 1: two steps a second

    void setBreakpoints(const QSet<int>& lines) { m_breakpoints = lines; }
    void nextBreakpoint(bool backwards);
    void nextChange(bool backwards);       // of the selected row or object
    void toLine(int line, bool backwards); // the next time it is about to run
    bool isHeld() const;                   // by an open question: nothing moves further
    // ← → ↑ ↓ Home End Space PageUp PageDown; false: not one of ours.
    bool handleKey(QKeyEvent* event);

Q_SIGNALS:
    void heldBack(); // before a move further that an open question does not let happen; whoever withdraws the question lets it
    void playingChanged();
    void noSuchStep(const QString& sentence);

private:
    bool mayGoOn();

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    QTimer m_timer;
    QSet<int> m_breakpoints;
    double m_speed = 1;
    bool m_backwards = false;
};

}
