// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/inside_strips.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double rowHeight = 26, pillPadding = 6, cellPadding = 10, gap = 4; // at 100 % of the text size
constexpr uint32_t mostDots = 24;

// Lays things side by side, and goes to the next row where one does not fit.
class Rows {
public:
    Rows(double width, double rowHeight) : m_width(width), m_rowHeight(rowHeight) {}
    QRectF place(double width) {
        if (m_x > 0 && m_x + width > m_width) {
            m_x = 0;
            m_y += m_rowHeight;
        }
        const QRectF rect(m_x, m_y, width, m_rowHeight);
        m_x += width;
        return rect;
    }
    void skip(double width) { m_x += width; }
    double bottom() const { return m_y + m_rowHeight; }

private:
    double m_width, m_rowHeight, m_x = 0, m_y = 0;
};

// Pieces that may stand on rows of their own: a blank ends each.
QStringList wordsOf(const QString& text) {
    QStringList words;
    int from = 0;
    for (int i = 0; i < text.size(); ++i)
        if (text[i] == QLatin1Char(' ') && i + 1 < text.size() && text[i + 1] != QLatin1Char(' ')) {
            words.append(text.mid(from, i + 1 - from));
            from = i + 1;
        }
    words.append(text.mid(from));
    return words;
}

}

LineStrip::LineStrip(const Appearance& appearance) : m_appearance(appearance) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LineStrip::show(const QVector<LinePiece>& pieces, uint32_t done, uint32_t all) {
    m_pieces = pieces;
    m_done = done;
    m_all = all;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString LineStrip::text() const {
    QString text;
    for (const LinePiece& piece : m_pieces) text += piece.text;
    return text;
}

int LineStrip::heightForWidth(int width) const { return lay(width, nullptr); }

int LineStrip::lay(int width, QPainter* painter) const {
    const double scale = m_appearance.textScale(), pad = pillPadding * scale;
    const QFont font = m_appearance.code();
    const QFontMetricsF metrics(font);
    Rows rows(width, rowHeight * scale);
    const auto underline = [&](const QRectF& rect) {
        if (!painter) return;
        const double y = rect.center().y() + 11 * scale;
        painter->setPen(QPen(m_appearance[Ink::Accent], 2 * scale));
        painter->drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    };
    if (painter) painter->setFont(font);
    for (const LinePiece& piece : m_pieces) {
        for (const QString& word : piece.isValue ? QStringList{piece.text} : wordsOf(piece.text)) {
            const double own = metrics.horizontalAdvance(word), most = std::max(40.0, width - 2 * pad);
            const QRectF rect = rows.place(piece.isValue ? std::min(own, most) + 2 * pad : own);
            if (painter && piece.isValue) {
                painter->setPen(QPen(m_appearance[Ink::Edge], 1));
                painter->setBrush(m_appearance[Ink::Chip]);
                const QRectF pill = rect.adjusted(1, 3 * scale, -1, -3 * scale);
                painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
                painter->setPen(m_appearance[Ink::Text]);
                painter->drawText(rect, Qt::AlignCenter, metrics.elidedText(word, Qt::ElideRight, most));
            } else if (painter) {
                painter->setPen(m_appearance[Ink::Text]);
                painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, word);
            }
            if (piece.isAtWork) underline(rect);
        }
    }
    if (m_all > 0 && m_all <= mostDots) {
        const double dot = 6 * scale, pitch = 10 * scale;
        rows.skip(12 * scale);
        const QRectF rect = rows.place(m_all * pitch);
        for (uint32_t i = 0; painter && i < m_all; ++i) {
            painter->setPen(QPen(m_appearance[Ink::Accent], 1));
            painter->setBrush(i < m_done ? QBrush(m_appearance[Ink::Accent]) : QBrush(Qt::NoBrush));
            painter->drawEllipse(QRectF(rect.left() + i * pitch, rect.center().y() - dot / 2, dot, dot));
        }
    }
    return int(rows.bottom() + 0.5);
}

void LineStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    lay(width(), &painter);
}

StackStrip::StackStrip(const Appearance& appearance) : m_appearance(appearance) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StackStrip::show(const std::vector<InsideValue>& values) {
    m_values.clear();
    for (const InsideValue& value : values) m_values.append(value.text.isEmpty() ? QStringLiteral("\u2013") : value.text);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString StackStrip::text() const { return QStringList(m_values.begin(), m_values.end()).join(QStringLiteral(", ")); }

int StackStrip::heightForWidth(int width) const { return m_values.isEmpty() ? 0 : lay(width, nullptr); }

int StackStrip::lay(int width, QPainter* painter) const {
    const double scale = m_appearance.textScale(), pad = cellPadding * scale;
    const QFont font = m_appearance.code(12.5);
    const QFontMetricsF metrics(font);
    Rows rows(width, (rowHeight + 6) * scale);
    if (painter) painter->setFont(font);
    for (int i = 0; i < m_values.size(); ++i) {
        const double most = std::max(40.0, width - 2 * pad - gap * scale);
        const double own = std::min(metrics.horizontalAdvance(m_values[i]), most);
        const QRectF rect = rows.place(std::max(own + 2 * pad, 36 * scale) + gap * scale);
        if (!painter) continue;
        const bool isTop = i + 1 == m_values.size();
        const QRectF cell = rect.adjusted(0.5, 3 * scale, -gap * scale - 0.5, -3 * scale);
        painter->setPen(QPen(m_appearance[isTop ? Ink::Accent : Ink::Edge], isTop ? 1.5 : 1));
        painter->setBrush(m_appearance[Ink::Panel]);
        painter->drawRoundedRect(cell, 4 * scale, 4 * scale);
        painter->setPen(m_appearance[Ink::Text]);
        painter->drawText(cell, Qt::AlignCenter, metrics.elidedText(m_values[i], Qt::ElideRight, most));
    }
    return int(rows.bottom() + 0.5);
}

void StackStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_values.isEmpty()) lay(width(), &painter);
}

}
