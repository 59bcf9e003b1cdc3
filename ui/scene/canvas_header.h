// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The headings above the canvas: they follow the border between stack and heap as the view moves. A click on the heap's asks for the list
// of what its figure counts.

#include <QString>
#include <QWidget>

namespace memtape {

class Appearance;
class MemoryView;

class CanvasHeader : public QWidget {
    Q_OBJECT
public:
    CanvasHeader(const Appearance& appearance, MemoryView& view);

    QString stackTitle, stackFacts, heapTitle, heapFacts;

    QSize sizeHint() const override;

Q_SIGNALS:
    void heapClicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int border() const;
    void heading(QPainter& painter, QRect where, const QString& title, const QString& facts);

    const Appearance& m_appearance;
    MemoryView& m_view;
};

}
