// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the painted pages of the inspector share. Without a painter nothing is drawn, only laid out.

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace memtape::pagePainting {

// In one line, its end left out where there is no room.
void write(QPainter* painter, const QRectF& where, const QString& text, const QFont& font, const QColor& colour,
           Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
// In as many lines as it needs; answers where it ends.
double writeWrapped(QPainter* painter, QPointF at, double width, const QString& text, const QFont& font, const QColor& colour);
double widthOf(const QString& text, const QFont& font);

}
