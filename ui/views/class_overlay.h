// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What class view lays over the window: where one stands, a spotlight around the pointer, and black. It takes no clicks.

#include <QPoint>
#include <QTimer>
#include <QWidget>

namespace memtape {

class Appearance;
class Cursor;

class ClassOverlay : public QWidget {
    Q_OBJECT
public:
    ClassOverlay(QWidget& over, const Cursor& cursor, const Appearance& appearance);
    void setStepShown(bool shown);
    void setSpotlight(bool on);
    bool hasSpotlight() const { return m_hasSpotlight; }
    void setBlack(bool black);
    bool isBlack() const { return m_isBlack; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; // the size of what it lies over

private:
    void arrange();
    void follow();
    void paintSpotlight(QPainter& painter);
    void paintStep(QPainter& painter);

    const Cursor& m_cursor;
    const Appearance& m_appearance;
    QTimer m_following; // the pointer, which other widgets hear of
    QPoint m_at;
    bool m_isStepShown = false, m_hasSpotlight = false, m_isBlack = false;
};

}
