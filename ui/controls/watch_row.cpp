// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/watch_row.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/controls/timeline.h"
#include "ui/controls/watch_graph.h"
#include "ui/models/timeline/watches.h"
#include "ui/state/cursor.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

namespace {

constexpr double rowHeight = 38, left = 16, textLine = 17;

}

WatchRow::WatchRow(Watches& watches, qsizetype row, const Timeline& timeline, Cursor& cursor, const Appearance& appearance)
    : m_watches(watches),
      m_row(row),
      m_timeline(timeline),
      m_cursor(cursor),
      m_appearance(appearance) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedHeight(appearance.scaled(rowHeight));
    m_remove = new QToolButton(this);
    m_remove->setProperty("look", "flat");
    m_remove->setFocusPolicy(Qt::NoFocus); // the key for it is Delete
    m_remove->setIcon(icon(QStringLiteral("close"), appearance.palette(), Ink::QuietText));
    m_remove->setIconSize(QSize(appearance.scaled(10), appearance.scaled(10)));
    m_remove->setToolTip(tr("Watch it no longer"));
    m_remove->setAccessibleName(tr("Watch %1 no longer").arg(watches.expression(row)));
    connect(m_remove, &QToolButton::clicked, this, [this] { m_watches.remove(m_row); });
    refresh();
}

double WatchRow::labelWidth() const { return left + QFontMetricsF(codeFont(12)).horizontalAdvance(m_watches.expression(m_row)) + 6; }

void WatchRow::refresh() {
    m_value = m_cursor.stepCount() ? m_watches.valueAt(m_row, m_cursor.step()) : QString();
    m_isThere = !m_value.isEmpty();
    if (!m_isThere) m_value = m_cursor.stepCount() && !m_watches.wasThere(m_row) ? tr("never there") : tr("not there");
    setAccessibleName(tr("Watched: %1").arg(m_watches.expression(m_row)));
    setAccessibleDescription(m_isThere ? tr("%1 at step %2").arg(m_value).arg(m_cursor.step()) : m_value);
    update();
}

void WatchRow::resizeEvent(QResizeEvent*) {
    const int side = m_appearance.scaled(20);
    m_remove->setGeometry(width() - side, (height() - side) / 2, side, side);
}

void WatchRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_appearance[Ink::Panel]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_appearance[Ink::Hairline]);
    const double scale = m_appearance.textScale();
    painter.scale(scale, scale);
    const double wide = width() / scale, high = height() / scale;
    const QRectF across = m_timeline.chart();
    auto write = [&](double y, const QString& text, const QFont& font, Ink ink) {
        painter.setFont(font);
        painter.setPen(m_appearance[ink]);
        const double room = across.left() - left - 8;
        painter.drawText(QRectF(left, y, room, textLine), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, room));
    };
    write(2, m_watches.expression(m_row), codeFont(12), Ink::QuietText);
    write(2 + textLine, m_value, m_isThere ? codeFont(12.5, true) : interfaceFont(12), m_isThere ? Ink::Text : Ink::QuietText);

    const QRectF chart(across.left(), 1, across.width(), high - 3);
    painter.save();
    painter.setClipRect(chart.adjusted(-2, -1, 2, 1));
    drawWatch(painter, m_watches.curve(m_row),
              {chart, m_timeline.shownFrom(), std::min(m_timeline.shownTo(), double(m_cursor.stepCount())),
               [this](double step) { return m_timeline.xOf(step); }},
              m_appearance);
    if (m_cursor.barrier() != UINT64_MAX) { // while a question is open, what comes is not to be seen
        const double x = std::max(chart.left() - 2, m_timeline.xOf(double(m_cursor.barrier())) + 1);
        painter.fillRect(QRectF(x, 0, chart.right() + 2 - x, high - 1), m_appearance[Ink::Panel]);
        painter.fillRect(QRectF(x, 0, chart.right() + 2 - x, high - 1), QBrush(m_appearance[Ink::Hairline], Qt::BDiagPattern));
    }
    if (m_cursor.stepCount()) {
        painter.setPen(QPen(m_appearance[Ink::Accent], 2));
        const double x = m_timeline.xOf(double(m_cursor.step()));
        painter.drawLine(QPointF(x, 0), QPointF(x, high));
    }
    painter.restore();
    if (hasFocus()) {
        painter.setPen(QPen(m_appearance[Ink::Accent], 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(0.5, 0.5, wide - 1, high - 1.5));
    }
}

uint64_t WatchRow::stepAt(QPointF at) const {
    const double step = m_timeline.stepAt(at.x() / m_appearance.textScale());
    return uint64_t(std::llround(std::clamp(step, double(m_cursor.firstStep()), double(m_cursor.stepCount() - 1))));
}

void WatchRow::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_cursor.stepCount()) return;
    if (event->position().x() / m_appearance.textScale() < m_timeline.chart().left() - 8) return;
    m_isScrubbing = true;
    Q_EMIT scrubbed();
    m_cursor.jumpTo(stepAt(event->position()));
}

void WatchRow::mouseMoveEvent(QMouseEvent* event) {
    if (m_isScrubbing && m_cursor.stepCount()) m_cursor.moveTo(stepAt(event->position()));
}

void WatchRow::mouseReleaseEvent(QMouseEvent*) { m_isScrubbing = false; }

void WatchRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: m_watches.remove(m_row); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        Q_EMIT scrubbed();
        const auto step = m_watches.nextChange(m_row, m_cursor.step(), event->modifiers() & Qt::ShiftModifier);
        if (step) m_cursor.jumpTo(*step);
        return;
    }
    default: QWidget::keyPressEvent(event);
    }
}

QString WatchRow::describe(uint64_t step) const {
    if (step > m_cursor.barrier()) return tr("what comes is hidden until you answer");
    const QString value = m_watches.valueAt(m_row, step);
    if (value.isEmpty()) return tr("Step %1: %2 is not there").arg(step).arg(m_watches.expression(m_row));
    return tr("Step %1: %2 is %3").arg(step).arg(m_watches.expression(m_row), value);
}

bool WatchRow::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const bool isOverGraph = help->pos().x() / m_appearance.textScale() >= m_timeline.chart().left();
    if (m_cursor.stepCount()) QToolTip::showText(help->globalPos(), describe(isOverGraph ? stepAt(help->pos()) : m_cursor.step()), this);
    return true;
}

}
