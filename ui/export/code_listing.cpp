// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/code_listing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>

#include "ui/models/lessons/lesson.h"
#include "ui/models/picture/object_text.h"
#include "ui/scene/items/painting.h"
#include "ui/state/run.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double lineHeight = 22, padding = 8;
constexpr double textLeft = 56, textRight = 8; // the numbers and the arrow stand before the text
constexpr double narrowest = 200, widest = 560;
constexpr int mostLines = 60;

uint32_t fileOf(const MemoryState& state) { return state.step().code == UINT32_MAX ? UINT32_MAX : state.code(state.step().code).file; }

double widthOf(const QVector<InkedPiece>& line, const QFontMetricsF& metrics) {
    double width = 0;
    for (const InkedPiece& piece : line) width += metrics.horizontalAdvance(piece.text);
    return width;
}

}

CodeListing::CodeListing(Run& run, const std::vector<uint64_t>& steps) {
    const auto first = run.stateAt(steps.front());
    if (!first) return; // a damaged recording
    m_file = fileOf(*first);
    if (m_file == UINT32_MAX) return;
    QString text = Lesson::programOf(toQString(first->fileSource(m_file))).replace(QLatin1Char('\t'), QStringLiteral("    "));
    while (!text.isEmpty() && text.back().isSpace()) text.chop(1);
    m_lines = inkedLines(run.language(), text);
    for (uint64_t step : steps)
        if (const int line = lineOf(run.stateAt(step))) m_marked.append(line);
    keepAround(m_marked.value(0)); // none: at the module's beginning, before its first line
}

int CodeListing::lineOf(const std::shared_ptr<const MemoryState>& state) const {
    return state && m_file != UINT32_MAX && fileOf(*state) == m_file ? int(state->step().line) : 0;
}

void CodeListing::keepAround(int line) {
    if (m_lines.size() <= mostLines) return;
    m_first = std::clamp(line - mostLines / 2, 0, int(m_lines.size()) - mostLines);
    m_lines = m_lines.mid(m_first, mostLines);
}

QSizeF CodeListing::size() const {
    const QFontMetricsF metrics(codeFont(13));
    double width = 0;
    for (const auto& line : m_lines) width = std::max(width, widthOf(line, metrics));
    return {std::clamp(width + textLeft + textRight + 12, narrowest, widest), double(m_lines.size()) * lineHeight + 2 * padding};
}

void CodeListing::paint(QPainter& painter, const SceneStyle& style, const QRectF& where) const {
    const QFont font = codeFont(13);
    const QFontMetricsF metrics(font);
    painter.setPen(QPen(style[Ink::Edge], 1));
    painter.setBrush(style[Ink::Panel]);
    painter.drawRect(where);
    for (int i = 0; i < m_lines.size(); ++i) {
        const QRectF row(where.left() + 1, where.top() + padding + i * lineHeight, where.width() - 2, lineHeight);
        const int number = m_first + i + 1;
        if (m_marked.contains(number)) {
            painter.fillRect(row, style[Ink::LineBand]);
            painter.setPen(Qt::NoPen);
            painter.setBrush(style[Ink::Accent]);
            const double y = row.center().y();
            painter.drawPolygon(QPolygonF{{row.left() + 38, y - 5}, {row.left() + 47, y}, {row.left() + 38, y + 5}});
        }
        painting::text(painter, QRectF(row.left(), row.top(), 30, lineHeight), Qt::AlignRight, QString::number(number), codeFont(12),
                       style[Ink::QuietText]);
        QRectF rest = row.adjusted(textLeft, 0, -textRight, 0);
        const QChar dots(0x2026);
        const double kept = widthOf(m_lines[i], metrics) <= rest.width() ? 0 : metrics.horizontalAdvance(dots); // for the sign that more follows
        for (const InkedPiece& piece : m_lines[i]) {
            QString text = piece.text;
            while (metrics.horizontalAdvance(text) > rest.width() - kept + 0.5) text.chop(1);
            const bool isCut = text.size() < piece.text.size();
            painting::text(painter, rest, Qt::AlignLeft, isCut ? text + dots : text, font, style[piece.ink]);
            if (isCut) break;
            rest.setLeft(rest.left() + metrics.horizontalAdvance(text));
        }
    }
}

}
