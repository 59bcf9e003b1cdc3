// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole run at a glance: calls as nested bars, live heap bytes as steps, what happened as ticks, and the playhead. Drag to move through
// time, wheel to zoom. It fills while the program still runs.

#include <QTimer>
#include <QWidget>

#include "ui/models/timeline/timeline_data.h"

namespace memtape {

class Appearance;
class Cursor;
class Document;
class FoundSteps;
class Playback;

class Timeline : public QWidget {
    Q_OBJECT
public:
    Timeline(Document& document, Cursor& cursor, Playback& playback, const Appearance& appearance, QWidget* parent = nullptr);
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    void setLabelRoom(double room);         // that rows above want for their labels, left of what stands over the steps
    void setForcedFold(bool folded);        // by a narrow window; the user's choice comes back with the room
    void setFound(const FoundSteps* found); // steps that are marked; they stay where they are. Null: none
    QSize sizeHint() const override;
    // Where a step is across, for what stands above or below, in units of the text scale.
    QRectF chart() const;
    double xOf(double step) const;
    double stepAt(double x) const;
    double shownFrom() const { return m_from; } // the stretch that is shown, in steps
    double shownTo() const { return m_to; }

Q_SIGNALS:
    void foldedChanged(bool folded);
    void shownChanged(); // another stretch, or it lies elsewhere

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool isShownFolded() const { return m_folded || m_forcedFold; }
    void fitHeight();
    void follow();
    void reset();
    void clampView();
    bool isPlayheadAway() const; // out of the stretch that is shown
    void showPlayhead();
    void scrub(double x, bool jump);
    QRectF foldButton() const;
    void veilFuture(QPainter& painter);
    void paintFolded(QPainter& painter);
    void paintFull(QPainter& painter);
    void paintFound(QPainter& painter, double top, double bottom);
    void paintMark(QPainter& painter, double top, double bottom);
    void paintPlayhead(QPainter& painter, double top, double bottom, double knobY);
    QString describe(double x) const;

    Document& m_document;
    Cursor& m_cursor;
    Playback& m_playback;
    const Appearance& m_appearance;
    TimelineData m_data;
    const FoundSteps* m_found = nullptr;
    QTimer m_more;               // there is more to take in
    double m_from = 0, m_to = 1; // the stretch shown, in steps
    bool m_whole = true;         // the stretch is the whole run, and grows with it
    double m_labelRoom = 0;
    bool m_folded = false, m_forcedFold = false, m_scrubbing = false;
};

}
