// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines of text that are measured and drawn again at each step: laid out once. Laying out takes most of the time that a text takes.

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace memtape {

double textWidth(const QString& text, const QFont& font);
// One line; cut at its end where it is wider than its place. With the painter's pen.
void drawLine(QPainter& painter, const QRectF& where, Qt::Alignment align, const QString& text, const QFont& font);

}
