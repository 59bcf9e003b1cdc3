// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/garbage/garbage_canvas.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/models/garbage/garbage_words.h"
#include "ui/style/appearance.h"
#include "ui/style/spoken_widgets.h"

namespace memtape {

GarbageCanvas::GarbageCanvas(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    setSpokenRole(*this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

double GarbageCanvas::unitWidth() const { return width() / m_appearance.textScale(); }

QSize GarbageCanvas::sizeHint() const { return {m_appearance.scaled(300), int(m_height * m_appearance.textScale()) + 1}; }

void GarbageCanvas::show(std::shared_ptr<const GarbageReport> report) {
    m_report = std::move(report);
    layOut();
    setAccessibleName(tr("Garbage, and what stays"));
    setAccessibleDescription(m_report ? GarbageWords::summary(*m_report) : QString());
    update();
}

void GarbageCanvas::layOut() {
    m_spots.clear();
    m_height = drawAll(nullptr);
    if (m_current >= m_spots.size()) m_current = -1;
    setFixedHeight(sizeHint().height());
}

void GarbageCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) layOut();
}

void GarbageCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_appearance.textScale(), m_appearance.textScale());
    const QVector<Spot> spots = std::move(m_spots); // they are made anew, the same
    m_spots.clear();
    drawAll(&painter);
    m_spots = spots;
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(m_appearance[Ink::Accent], 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_spots[m_current].rect.adjusted(-3, -1, 3, 1), 3, 3);
    }
}

// ---- pointing --------------------------------------------------------------------------------------------------------

const GarbageCanvas::Spot* GarbageCanvas::spotAt(QPointF point) const {
    for (const Spot& spot : m_spots)
        if (spot.rect.adjusted(-1, -1, 1, 1).contains(point / m_appearance.textScale())) return &spot;
    return nullptr;
}

void GarbageCanvas::choose(const Spot& spot) {
    switch (spot.kind) {
    case Spot::Kind::Object: Q_EMIT objectChosen(spot.object); break;
    case Spot::Kind::Step: Q_EMIT stepChosen(spot.step); break;
    case Spot::Kind::Line: Q_EMIT lineChosen(spot.line.file, spot.line.line); break;
    case Spot::Kind::Mark: Q_EMIT markChosen(); break;
    case Spot::Kind::MoreCycles:
    case Spot::Kind::MoreLines:
        (spot.kind == Spot::Kind::MoreCycles ? m_allCycles : m_allLines) ^= true;
        layOut();
        update();
        break;
    }
}

void GarbageCanvas::mouseMoveEvent(QMouseEvent* event) { setCursor(spotAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor); }

void GarbageCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Spot* spot = event->button() == Qt::LeftButton ? spotAt(event->position()) : nullptr;
    if (!spot) return;
    m_current = spot - m_spots.constData();
    choose(Spot(*spot));
}

bool GarbageCanvas::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Spot* spot = spotAt(help->pos());
    if (!spot || spot->tip.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), spot->tip.toHtmlEscaped(), this);
    return true;
}

// ---- keys ------------------------------------------------------------------------------------------------------------

void GarbageCanvas::goTo(qsizetype spot) {
    if (m_spots.isEmpty()) return;
    m_current = std::clamp<qsizetype>(spot, 0, m_spots.size() - 1);
    setAccessibleDescription(m_spots[m_current].tip);
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    update();
}

void GarbageCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: return goTo(m_current - 1);
    case Qt::Key_Right:
    case Qt::Key_Down: return goTo(m_current + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) choose(Spot(m_spots[m_current]));
        return;
    default: QWidget::keyPressEvent(event);
    }
}

}
