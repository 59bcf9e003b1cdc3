// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Snapshots on sheets of paper: each page on one, as large as it is in a PDF or as small as the sheet asks for.

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

#include "ui/export/snapshot.h"

class QPrinter;

namespace memtape {

// Where a page of so many units stands on what can be printed of a sheet, in dots: at the top, in the middle, whole, and never larger than 96 units to an inch.
QRectF placeOnPaper(QSizeF page, QSizeF paper, double dotsPerInch);

// Lies the sheet across where the page is wider than it is high; who prints may choose otherwise.
void turnPaper(QPrinter& printer, QSizeF page);

// A sheet for each step, or one for all where the options say that it is a strip. Empty, or one sentence: why it could not be printed.
QString printSteps(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QPrinter& printer);

}
