// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paper.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>
#include <algorithm>

#include "ui/export/snapshot_page.h"

namespace memtape {

QRectF placeOnPaper(QSizeF page, QSizeF paper, double dotsPerInch) {
    const double scale = std::min({dotsPerInch / unitsOfCentimetres(2.54), paper.width() / page.width(), paper.height() / page.height()});
    const QSizeF size = page * scale;
    return {QPointF((paper.width() - size.width()) / 2, 0), size};
}

void turnPaper(QPrinter& printer, QSizeF page) {
    printer.setPageOrientation(page.width() > page.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
}

QString printSteps(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QPrinter& printer) {
    if (const QString problem = whyNotDrawn(run, steps); !problem.isEmpty()) return problem;
    const QString refused = QCoreApplication::translate("memtape::Export", "The printer takes nothing.");
    QPainter painter;
    if (!painter.begin(&printer)) return refused;
    auto paint = [&](const std::vector<uint64_t>& shown) {
        SnapshotPage page(run, shown, options, plan);
        const QRectF place = placeOnPaper(page.size(), printer.pageLayout().paintRectPixels(printer.resolution()).size(), printer.resolution());
        painter.save();
        painter.translate(place.topLeft());
        painter.scale(place.width() / page.size().width(), place.height() / page.size().height());
        page.paint(painter);
        painter.restore();
    };
    if (options.strip) paint(steps);
    else
        for (size_t i = 0; i < steps.size(); ++i) {
            if (i > 0 && !printer.newPage()) return refused;
            paint({steps[i]});
        }
    return painter.end() ? QString() : refused;
}

}
