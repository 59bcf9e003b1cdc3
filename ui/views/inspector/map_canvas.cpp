// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/map_canvas.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/models/map/map_words.h"
#include "ui/models/picture/object_text.h"
#include "ui/state/run.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/style/spoken_widgets.h"
#include "ui/views/inspector/map_measures.h"

namespace memtape {

using namespace mapMeasures;

MapCanvas::MapCanvas(Selection& selection, const Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_selection(selection),
      m_appearance(appearance) {
    setSpokenRole(*this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&selection, &Selection::objectChanged, this, qOverload<>(&QWidget::update));
}

double MapCanvas::unitWidth() const { return width() / m_appearance.textScale(); }

QSize MapCanvas::sizeHint() const { return {m_appearance.scaled(300), int(m_height * m_appearance.textScale()) + 1}; }

void MapCanvas::showMap(Run* run, const MapFigures* figures) {
    m_run = run;
    m_figures = figures;
    layOut();
    setAccessibleName(tr("Map of memory"));
    setAccessibleDescription(figures ? MapWords::summary(*figures) : QString());
    update();
}

void MapCanvas::layOut() {
    m_rows = m_figures ? mapRows(*m_figures, int((unitWidth() - cellsLeft(unitWidth()) - usedWidth - side) / cellPitch), m_open) : QVector<MapRow>();
    m_largeNames.clear();
    auto reading = m_figures ? m_run->readingAt(m_figures->step) : nullptr;
    for (const MapRow& row : std::as_const(m_rows)) {
        bool isObject = reading && row.kind == MapRow::Kind::Large && m_figures->map.large[row.index].object;
        m_largeNames.append(isObject ? ObjectText::chip(*reading, m_figures->map.large[row.index].object) : QString());
    }
    m_spots.clear();
    m_height = drawAll(nullptr);
    if (m_current >= m_spots.size()) m_current = -1;
    setFixedHeight(sizeHint().height());
}

void MapCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) layOut();
}

void MapCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_appearance.textScale(), m_appearance.textScale());
    QVector<Spot> spots = std::move(m_spots); // they are made anew, the same
    m_spots.clear();
    drawAll(&painter);
    m_spots = std::move(spots);
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(m_appearance[Ink::Accent], 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_spots[m_current].rect.adjusted(-3, -3, 3, 3), 3, 3);
    }
}

// ---- pointing --------------------------------------------------------------------------------------------------------

const MapCanvas::Spot* MapCanvas::spotAt(QPointF point) const {
    for (const Spot& spot : m_spots)
        if (spot.rect.adjusted(-0.7, -2, 0.7, 2).contains(point / m_appearance.textScale())) return &spot;
    return nullptr;
}

QString MapCanvas::describe(const Spot& spot) const {
    auto reading = m_run && m_figures ? m_run->readingAt(m_figures->step) : nullptr;
    if (!reading) return {};
    switch (spot.kind) {
    case Spot::Kind::Frame: return MapWords::frame(*m_figures, spot.frame);
    case Spot::Kind::Block: return MapWords::block(*m_figures, *reading, spot.block);
    case Spot::Kind::Free: return MapWords::freeBlock(*m_figures, spot.block.address, spot.block.bytes);
    case Spot::Kind::More: return m_open.contains(spot.size) ? tr("Show fewer pools of this size") : tr("Show all pools of this size");
    }
    return {};
}

void MapCanvas::choose(const Spot& spot) {
    if (spot.kind == Spot::Kind::More) {
        if (!m_open.remove(spot.size)) m_open.insert(spot.size);
        layOut();
        update();
    } else if (spot.kind == Spot::Kind::Block && spot.block.object) {
        ObjectId object = spot.block.object;
        m_selection.select(object);
        m_selection.reveal(object);
    }
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const Spot* spot = spotAt(event->position());
    bool leadsOn = spot && (spot->kind == Spot::Kind::More || (spot->kind == Spot::Kind::Block && spot->block.object));
    setCursor(leadsOn ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Spot* spot = event->button() == Qt::LeftButton ? spotAt(event->position()) : nullptr;
    if (!spot) return;
    m_current = spot - m_spots.constData();
    choose(Spot(*spot));
}

bool MapCanvas::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Spot* spot = spotAt(help->pos());
    if (!spot) {
        QToolTip::hideText();
        return true;
    }
    double scale = m_appearance.textScale();
    QRect area(QPointF(spot->rect.topLeft() * scale).toPoint(), (spot->rect.size() * scale).toSize());
    QToolTip::showText(help->globalPos(), describe(*spot).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), this, area);
    return true;
}

// ---- keys ------------------------------------------------------------------------------------------------------------

void MapCanvas::goTo(qsizetype spot) {
    if (m_spots.isEmpty()) return;
    m_current = std::clamp<qsizetype>(spot, 0, m_spots.size() - 1);
    setAccessibleDescription(describe(m_spots[m_current]));
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    update();
}

// To the nearest in the next row.
void MapCanvas::goVertically(int direction) {
    if (m_current < 0) return goTo(0);
    QPointF from = m_spots[m_current].rect.center();
    qsizetype best = -1;
    double least = 1e18;
    for (qsizetype i = 0; i < m_spots.size(); ++i) {
        QPointF way = m_spots[i].rect.center() - from;
        if (way.y() * direction < 4) continue;
        double distance = std::abs(way.y()) * 50 + std::abs(way.x());
        if (distance < least) least = distance, best = i;
    }
    if (best >= 0) goTo(best);
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return goTo(m_current - 1);
    case Qt::Key_Right: return goTo(m_current + 1);
    case Qt::Key_Up: return goVertically(-1);
    case Qt::Key_Down: return goVertically(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) choose(Spot(m_spots[m_current]));
        return;
    default: QWidget::keyPressEvent(event);
    }
}

}
