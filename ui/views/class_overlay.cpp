// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/class_overlay.h"

#include <QCursor>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/state/cursor.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double radius = 110; // of the spotlight, at 100 %
constexpr int frame = 16;      // ms from one look at the pointer to the next
constexpr QColor dimmed(0, 0, 0, 165);

}

ClassOverlay::ClassOverlay(QWidget& over, const Cursor& cursor, const Appearance& appearance)
    : QWidget(&over),
      m_cursor(cursor),
      m_appearance(appearance) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_following.setInterval(frame);
    connect(&m_following, &QTimer::timeout, this, &ClassOverlay::follow);
    connect(&cursor, &Cursor::stepChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &Cursor::stepCountChanged, this, qOverload<>(&QWidget::update));
    over.installEventFilter(this);
    hide();
}

void ClassOverlay::setStepShown(bool shown) {
    m_isStepShown = shown;
    arrange();
}

void ClassOverlay::setSpotlight(bool on) {
    m_hasSpotlight = on;
    if (on) m_following.start();
    else m_following.stop();
    m_at = mapFromGlobal(QCursor::pos());
    arrange();
}

void ClassOverlay::setBlack(bool black) {
    m_isBlack = black;
    arrange();
}

void ClassOverlay::arrange() {
    setVisible(m_isStepShown || m_hasSpotlight || m_isBlack);
    setGeometry(parentWidget()->rect());
    raise();
    update();
}

void ClassOverlay::follow() {
    const QPoint at = mapFromGlobal(QCursor::pos());
    if (at == m_at) return;
    m_at = at;
    update();
}

bool ClassOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded) && !isHidden()) arrange();
    return QWidget::eventFilter(watched, event);
}

void ClassOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isBlack) return painter.fillRect(rect(), Qt::black);
    if (m_hasSpotlight) paintSpotlight(painter);
    if (m_isStepShown) paintStep(painter);
}

void ClassOverlay::paintSpotlight(QPainter& painter) {
    const double wide = radius * m_appearance.textScale();
    QPainterPath shade, light;
    shade.addRect(rect());
    light.addEllipse(QPointF(m_at), wide, wide);
    painter.fillPath(shade.subtracted(light), dimmed);
    painter.setPen(QPen(m_appearance[Ink::Accent], 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(light);
}

void ClassOverlay::paintStep(QPainter& painter) {
    if (!m_cursor.stepCount()) return;
    const QString text = tr("step %1 / %2").arg(m_cursor.step()).arg(m_cursor.stepCount() - 1);
    const QFont font = m_appearance.interface(13, true);
    const QFontMetricsF metrics(font);
    const double high = metrics.height() + 8, wide = metrics.horizontalAdvance(text) + 24;
    const QRectF pill(width() - wide - 14, height() - high - 12, wide, high);
    painter.setPen(QPen(m_appearance[Ink::Edge], 1));
    painter.setBrush(m_appearance[Ink::Panel]);
    painter.drawRoundedRect(pill, high / 2, high / 2);
    painter.setFont(font);
    painter.setPen(m_appearance[Ink::Text]);
    painter.drawText(pill, Qt::AlignCenter, text);
}

}
