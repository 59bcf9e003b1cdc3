// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of a snapshot with their places: title, program, a panel with stack and heap for each step, legend. Paints them on any device.
//
//   one step   the program stands beside the panel, or above it where the width that was asked leaves too little
//   a strip    as many panels in a row as the width takes, each with the same part of the picture, so that what moves is seen
//   a film     the panels lie on one another; one is painted at a time

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QStringList>

#include "ui/export/code_listing.h"
#include "ui/export/snapshot.h"
#include "ui/scene/items/legend_item.h"
#include "ui/scene/memory_scene.h"

namespace memtape {

class SnapshotPage {
    Q_DECLARE_TR_FUNCTIONS(memtape::Export)

public:
    enum class Layout : uint8_t { Strip, Film };
    // There are such steps.
    SnapshotPage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, Layout layout = Layout::Strip);
    // How wide a panel may be where the options ask for a width of the page.
    static double roomForPanel(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options);

    const ExportOptions& options() const { return m_options; }
    const MemoryScene& scene() const { return m_scene; } // of the first step, until the page is painted
    const MemoryState& state() const { return *m_state; }
    QSizeF size() const { return m_size; } // in units of the picture
    void paint(QPainter& painter);         // all of it, on a device that can clip

    // In parts, for one that cannot.
    bool cutsPanels() const { return m_options.crop >= Crop::Selected; } // a panel's picture goes on beyond its edge
    void paintAround(QPainter& painter);                                 // without the pictures in the panels
    qsizetype panelCount() const { return m_panels.size(); }
    QRectF panelPlace(qsizetype panel) const; // on the page
    void paintPanel(QPainter& painter, qsizetype panel, const QRectF& place);

    QImage image(double scale); // in so many pixels for each unit

    // Of a film: the panel that is painted from now on; moves: as at the beginning of a motion from the one before, if that returns true.
    bool turnTo(qsizetype panel, bool moves);
    void showMotionAt(double time) { m_scene.showMotionAt(time); } // up to 1
    void paintShownPanel(QPainter& painter);                       // on what paint() painted

private:
    struct Panel {
        Picture picture;
        QStringList caption;
        QRectF captionPlace, place;
        int line = 0; // of the program's listing; 0: it stands in none
    };

    // Where the program and the panels stand on a page, as far as the pictures make no difference.
    struct Frame {
        double width;               // of the page; 0: as it turns out
        bool isCodeAbove;           //
        double left;                // of the panels
        int columns;                // 0: as many as are usual
        double room;                // for one panel; 0: as much as it needs
        void setColumns(int count); // there are some
    };
    static Frame frameOf(const CodeListing& code, const ExportOptions& options, size_t count);

    void addPanels(Run& run, const std::vector<uint64_t>& steps);
    QRectF wantedPart() const;
    QStringList captionOf(Run& run) const;
    bool isFilm() const { return m_layout == Layout::Film; }
    bool isStrip() const { return !isFilm() && m_panels.size() > 1; }
    void measure();
    double placePanels(Frame frame, double top); // the bottom of the last row
    void paintClipped(QPainter& painter, qsizetype panel);

    ExportOptions m_options;
    const Layout m_layout;
    MemoryScene m_scene;
    std::shared_ptr<const MemoryState> m_state; // at the first step
    CodeListing m_code;
    QVector<Panel> m_panels;
    qsizetype m_shown = 0; // of a film
    legend::Signs m_signs;
    QRectF m_part; // of the scene, in every panel
    QRectF m_titlePlace, m_codePlace, m_legendPlace;
    QSizeF m_size;
    double m_fit = 1; // of a page that was asked to be narrower than it can be
};

}
