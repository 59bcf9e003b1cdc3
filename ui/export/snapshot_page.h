// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of a snapshot with their places: title, caption, program, stack and heap, legend. Paints them on any device.

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QStringList>

#include "ui/export/snapshot.h"
#include "ui/scene/memory_scene.h"

namespace memtape {

class SnapshotPage {
    Q_DECLARE_TR_FUNCTIONS(memtape::Export)

public:
    // There is such a step.
    SnapshotPage(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan);

    const ExportOptions& options() const { return m_options; }
    const MemoryScene& scene() const { return m_scene; }
    const MemoryState& state() const { return *m_state; }
    QSizeF size() const { return m_size; } // in units of the picture
    void paint(QPainter& painter);
    QImage image(); // in pixels: the size times the scale that was asked for

private:
    QString caption() const;
    void chooseLines();
    void measure();
    void paintCode(QPainter& painter);

    const ExportOptions& m_options;
    std::shared_ptr<const MemoryState> m_state;
    MemoryScene m_scene;
    QStringList m_lines;
    QString m_place;
    QRectF m_title, m_caption, m_code, m_canvas, m_legend;
    QSizeF m_size;
    double m_fit = 1;
    int m_firstLine = 0, m_line = 0;
};

}
