// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One watched expression above the timeline: what it is at the step, and its graph, below which the timeline's playhead goes on. Drag to move through
// time; with the keys Enter goes to the next change, Shift+Enter to the one before, Delete takes the row away.

#include <QWidget>

class QToolButton;

namespace memtape {

class Appearance;
class Cursor;
class Timeline;
class Watches;

class WatchRow : public QWidget {
    Q_OBJECT
public:
    WatchRow(Watches& watches, qsizetype row, const Timeline& timeline, Cursor& cursor, const Appearance& appearance);
    void refresh();            // what it says of the step
    double labelWidth() const; // that the expression wants, in units of the text scale
    QString valueText() const { return m_value; }

Q_SIGNALS:
    void scrubbed(); // by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    uint64_t stepAt(QPointF at) const;
    QString describe(uint64_t step) const;

    Watches& m_watches;
    qsizetype m_row;
    const Timeline& m_timeline;
    Cursor& m_cursor;
    const Appearance& m_appearance;
    QToolButton* m_remove;
    QString m_value;
    bool m_isThere = false, m_isScrubbing = false;
};

}
