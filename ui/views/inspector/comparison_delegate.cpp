// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/comparison_delegate.h"

#include <QPainter>
#include <algorithm>

#include "ui/models/compare/comparison_model.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int rowHeight = 22, headingHeight = 30; // at 100 %
constexpr double signRoom = 20, indent = 16, gap = 10;
constexpr double leastDetail = 0.4; // of the row's width

using Row = ComparisonRow;

void paintSign(QPainter& painter, Row::Sign sign, QPointF at, double s, const Appearance& appearance) {
    switch (sign) {
    case Row::Sign::None: break;
    case Row::Sign::Came:
        painter.setPen(QPen(appearance[Ink::Made], 2 * s));
        painter.drawLine(at - QPointF(4 * s, 0), at + QPointF(4 * s, 0));
        painter.drawLine(at - QPointF(0, 4 * s), at + QPointF(0, 4 * s));
        break;
    case Row::Sign::Went:
        painter.setPen(QPen(appearance[Ink::Released], 1.6 * s));
        painter.drawLine(at + QPointF(-3.5, -3.5) * s, at + QPointF(3.5, 3.5) * s);
        painter.drawLine(at + QPointF(-3.5, 3.5) * s, at + QPointF(3.5, -3.5) * s);
        break;
    case Row::Sign::Changed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(appearance[Ink::Changed]);
        painter.drawEllipse(at, 3.4 * s, 3.4 * s);
        break;
    }
}

}

ComparisonDelegate::ComparisonDelegate(const ComparisonModel& model, const Selection& selection, const Appearance& appearance, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model),
      m_selection(selection),
      m_appearance(appearance) {}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const Row* row = m_model.row(index);
    return {40, m_appearance.scaled(row && row->kind == Row::Kind::Heading ? headingHeight : rowHeight)};
}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Row* row = m_model.row(index);
    if (!row) return;
    const double s = m_appearance.textScale();
    const bool isHeading = row->kind == Row::Kind::Heading, isPart = row->kind == Row::Kind::Part, isMore = row->kind == Row::Kind::More;
    QRectF rect = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!isHeading && option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) painter->fillRect(rect, m_appearance[Ink::AccentSoft]);
    const QFont detailFont = m_appearance.interface(12);
    if (isHeading) {
        const QFont bold = m_appearance.interface(13, true);
        rect.adjust(0, 6 * s, 0, 0);
        painter->setFont(bold);
        painter->setPen(m_appearance[Ink::Text]);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, row->text);
        painter->setFont(detailFont);
        painter->setPen(m_appearance[Ink::QuietText]);
        painter->drawText(rect.adjusted(QFontMetricsF(bold).horizontalAdvance(row->text) + gap * s, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          row->detail);
        painter->restore();
        return;
    }
    if (isPart) rect.setLeft(rect.left() + indent * s);
    paintSign(*painter, row->sign, {rect.left() + signRoom * s / 2 - 2 * s, rect.center().y()}, s, m_appearance);
    rect.setLeft(rect.left() + signRoom * s);
    const QFont font = isMore ? m_appearance.interface(12) : m_appearance.code(13);
    const QFontMetricsF metrics(font), detailMetrics(detailFont);
    const double needed = metrics.horizontalAdvance(row->text) + 1,
                 wanted = row->detail.isEmpty() ? 0 : detailMetrics.horizontalAdvance(row->detail) + gap * s + 2;
    const double room = std::max(rect.width() - wanted, rect.width() * (1 - leastDetail)),
                 width = row->detail.isEmpty() ? rect.width() : std::min(needed, room);
    const Ink ink = isMore ? Ink::QuietText : row->object && row->object == m_selection.object() ? Ink::Accent : Ink::Text;
    painter->setFont(font);
    painter->setPen(m_appearance[ink]);
    painter->drawText(QRectF(rect.topLeft(), QSizeF(width, rect.height())), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(row->text, Qt::ElideRight, width));
    const QRectF behind = rect.adjusted(width + gap * s, 0, 0, 0);
    painter->setFont(detailFont);
    painter->setPen(m_appearance[Ink::QuietText]);
    painter->drawText(behind, Qt::AlignLeft | Qt::AlignVCenter, detailMetrics.elidedText(row->detail, Qt::ElideRight, behind.width()));
    painter->restore();
}

}
