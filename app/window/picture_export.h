// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures for elsewhere: what is to be exported and how it looks, as last chosen; into files, or onto the clipboard.

#include <QObject>

#include "ui/export/export_dialog.h"

namespace memtape {

class Canvas;
class Messages;
struct RunPlan;
struct Workbench;

class PictureExport : public QObject {
    Q_OBJECT
public:
    PictureExport(Workbench& bench, Canvas& canvas, Messages& messages);
    void setChoice(const ExportChoice& choice) { m_choice = choice; }
    void exportTo(const QString& path); // there is a recording
    void copy();

private:
    void openDialog();
    void chooseFile();
    ExportOptions options() const;
    RunPlan planFor(const ExportOptions& options) const;

    Workbench& m_bench;
    Canvas& m_canvas;
    Messages& m_messages;
    ExportChoice m_choice;
};

}
