// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A PDF file that is the same whenever it is written.

#include <QByteArray>
#include <QPageSize>
#include <QString>
#include <functional>

class QPainter;
class QPdfWriter;

namespace memtape {

// Without margins, 96 dots an inch: what is painted is in the picture's own units. The writer begins further pages.
QByteArray pdfBytes(const QString& title, const QPageSize& size, const std::function<void(QPdfWriter&, QPainter&)>& paint);

}
