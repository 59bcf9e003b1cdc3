// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures for elsewhere: what is to be exported and how it looks, as last chosen in the panel; into files, or onto the clipboard.

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "ui/export/export_formats.h"
#include "ui/export/export_panel.h"
#include "ui/export/export_planner.h"

class QPrinter;

namespace memtape {

class Canvas;
class Messages;
struct Workbench;

class PictureExport : public QObject {
    Q_OBJECT
public:
    PictureExport(Workbench& bench, Canvas& canvas, Messages& messages);
    void openPanel();                   // or brings the one that is open to the front
    void exportTo(const QString& path); // there is a recording
    void copy();
    void printOn(QPrinter& printer); // there is a recording

private:
    void connectPanel();
    void chooseFile();
    void choosePrinter();
    bool hasSteps() const;
    QWidget& below() const; // what dialogs lie above
    ExportOptions printed() const;
    std::vector<uint64_t> printedSteps() const;
    void preview();
    void followRun();
    std::vector<uint64_t> steps() const { return steps(exportFormats()[m_choice.format]); }
    std::vector<uint64_t> steps(const ExportFormat& format) const;
    ExportOptions options() const;
    bool looksAsWindow(const ExportOptions& options) const;
    const RunPlan& planFor(const ExportOptions& options);

    Workbench& m_bench;
    Canvas& m_canvas;
    Messages& m_messages;
    ExportChoice m_choice;
    ExportPlanner m_planner;
    QPointer<ExportPanel> m_panel;
    QTimer m_soon; // the preview follows what changes fast in one go
};

}
