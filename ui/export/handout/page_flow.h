// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pieces set one below the other on pages of paper. A piece is never cut: where it does not fit, a page begins; where it is larger than a page, it is made
// smaller.

#include <QFont>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSizeF>
#include <QString>
#include <functional>
#include <vector>

#include "ui/style/palette.h"

namespace memtape {

class PageFlow {
public:
    // The page's size and margins in units of the painter.
    PageFlow(QPdfWriter& writer, QPainter& painter, QSizeF page, double margin)
        : m_writer(writer),
          m_painter(painter),
          m_page(page),
          m_margin(margin) {}

    double width() const { return m_page.width() - 2 * m_margin; } // between the margins

    struct Piece {
        QSizeF size;
        std::function<void(QPainter&, QPointF)> paint; // at its upper left
        double after = 0;                              // room below it, where something follows
    };
    Piece text(const QString& text, const QFont& font, Ink ink, double indent, double after) const;

    // All of them on one page, if one can hold them.
    void add(const std::vector<Piece>& together);
    void beginPage(); // unless nothing is on this one

private:
    double bottom() const { return m_page.height() - m_margin; }
    void put(const Piece& piece);

    QPdfWriter& m_writer;
    QPainter& m_painter;
    const QSizeF m_page;
    const double m_margin;
    double m_at = 0; // below the margin; 0: nothing is on the page
};

}
