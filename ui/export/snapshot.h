// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A snapshot of a step as a picture: what the window shows, painted by the same items, with a title, the program and a legend where wanted.
// `memtape export` and the window's export both come here; the same run, options and version give the same bytes. Needs a QApplication,
// with any platform plugin (offscreen too).

#include <QImage>
#include <QSizeF>
#include <QString>

#include "ui/models/picture/picture.h"
#include "ui/style/palette.h"

namespace memtape {

class Run;
struct RunPlan;

struct ExportOptions {
    Theme theme = Theme::Light;
    double scale = 1;       // PNG: pixels for each unit
    double width = 0;       // of the whole picture in units; 0: as wide as it needs
    QSizeF view{1000, 640}; // of stack and heap: what the layout is made for, and what is in sight
    QString title;
    bool legend = true;
    bool code = true;
    PictureOptions picture;
};

// The ending of the path chooses the format. The file is whole or not there; false and one sentence in `error` when it cannot be made.
bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const QString& path, QString* error);
// With a plan made before (the window's own, with its pins), so that a range is not planned again for each step.
bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan, const QString& path, QString* error);
// The name of one of several files: out-0001.png.
QString numberedPath(const QString& path, quint64 index, quint64 count);
QImage snapshotImage(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan);

}
