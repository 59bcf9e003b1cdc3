// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A snapshot of a step as a picture: what the window shows, painted by the same items, with a title, the program and a legend where wanted.
// `memtape export` and the window's export both come here; the same run, options and version give the same bytes. Needs a QApplication,
// with any platform plugin (offscreen too).

#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <atomic>
#include <functional>
#include <vector>

#include "ui/models/picture/picture.h"
#include "ui/style/palette.h"

namespace memtape {

class Run;
struct RunPlan;

// What of stack and heap is drawn.
enum class Crop : uint8_t {
    Nothing,  // all of it
    Drawn,    // as far as something stands there
    Selected, // the selected object with what it refers to
    InSight,  // what the window shows
};

// Of an animation.
struct AnimationLook {
    bool moves = true; // what changes from one step to the next is seen moving
    int framesPerSecond = 25;
    double seconds = 1.2; // that each step is shown

    static constexpr int fewestFrames = 5, mostFrames = 50;
    static constexpr double fewestSeconds = 0.25, mostSeconds = 60;
};

struct ExportOptions {
    Theme theme = Theme::Light;
    double scale = 1; // PNG: pixels for each unit
    double width = 0; // of the page in units; 0: as wide as it needs
    Crop crop = Crop::Nothing;
    ObjectId selected;  // Crop::Selected
    QRectF sight;       // Crop::InSight, in the scene
    bool strip = false; // several steps on one page
    AnimationLook animation;
    std::function<bool(size_t done, size_t of)> goesOn; // asked again and again while an animation is made; false: leave it
    QString title;
    bool legend = true; // of the signs that occur
    bool code = true;
    bool arrows = true; // without them: a picture to draw them in, so nothing is marked either that would tell of them
    PictureOptions picture;
};

// How many units a length on paper is.
constexpr double unitsOfCentimetres(double centimetres) { return centimetres / 2.54 * 96; }

// One sentence, where there is no such step or the recording is damaged; empty: they can be drawn.
QString whyNotDrawn(Run& run, const std::vector<uint64_t>& steps);
// What the page's width leaves to stack and heap, where one was asked: what the layout is to be made for.
QSizeF viewOnPage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options);
// Of the whole run, for these options.
RunPlan planFor(Run& run, const ExportOptions& options, const std::atomic<bool>* cancelled = nullptr);

struct Exported {
    quint64 files = 0;
    QString last;  // the path of the last one
    QString error; // one sentence: this file could not be made; the ones before it are there
};

// Puts the bytes of a file in its place, the number-th of those that exportSteps() makes, whole or not at all. Empty, or why not.
using PutFile = std::function<QString(const QByteArray& bytes, const QString& path, quint64 number)>;
QString putOnDisk(const QByteArray& bytes, const QString& path, quint64 number);

// The ending of the path chooses the format. One file for each step, numbered where there are several; or one for all, where the options
// say that it is a strip. Each is whole or not there.
Exported exportSteps(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, const QString& path,
                     const PutFile& put = putOnDisk);
// One step, planned for it alone; false: `error` says why.
bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const QString& path, QString* error);
// The name of one of several files: out-0001.png.
QString numberedPath(const QString& path, quint64 index, quint64 count);
// The page that exportSteps makes of a step, or of a strip; its size in units.
QImage snapshotImage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan);
QSizeF snapshotSize(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan);

struct PagePreview {
    QImage image;
    QSizeF size;        // of the page in units
    size_t leftOut = 0; // steps of a long strip
};

// The same page, small enough for the room.
PagePreview previewOf(Run& run, std::vector<uint64_t> steps, const ExportOptions& options, const RunPlan& plan, QSize room);

}
