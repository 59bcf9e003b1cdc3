// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/drawing.h"

#include <QApplication>
#include <QStyleFactory>
#include <algorithm>
#include <climits>
#include <optional>

#include "app/verbs.h"
#include "core/host/files.h"
#include "ui/export/export_formats.h"
#include "ui/export/export_words.h"
#include "ui/export/handout/handout.h"
#include "ui/export/snapshot.h"
#include "ui/models/lessons/lesson.h"
#include "ui/models/lessons/lesson_place.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"
#include "ui/style/text_language.h"

namespace memtape {

namespace {

std::optional<uint64_t> number(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    uint64_t value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + uint64_t(c - '0');
    }
    return value;
}

// Two numbers parted by a colon; the second has a fallback where it may be missing.
std::optional<std::pair<uint64_t, uint64_t>> pairOf(const std::string& text, std::optional<uint64_t> fallback) {
    size_t colon = text.find(':');
    auto first = number(std::string_view(text).substr(0, colon));
    auto second = colon == std::string::npos ? fallback : number(std::string_view(text).substr(colon + 1));
    if (!first || !second) return std::nullopt;
    return std::pair{*first, *second};
}

// A lesson says how it is to be drawn, where nobody else does.
void takeLook(const CommandLine& line, Run& run, ExportOptions& options) {
    auto first = run.stateAt(run.firstStep());
    if (!first || first->step().code == UINT32_MAX) return;
    const std::string_view source = first->fileSource(first->code(first->step().code).file);
    const Lesson lesson = Lesson::parse({}, QString::fromUtf8(source.data(), qsizetype(source.size())));
    if (line.detail.empty() && lesson.detail >= 0) options.picture.detail = Detail(lesson.detail);
    options.picture.everyObjectAsBox = lesson.everyObjectAsBox;
}

bool stepsAsked(const CommandLine& line, Run& run, bool isOfAll, std::vector<uint64_t>& steps) {
    steps = line.steps;
    if (!line.range.empty()) {
        auto range = pairOf(line.range, std::nullopt);
        if (!range || range->first > range->second) {
            complain("--range wants A:B, two steps in order");
            return false;
        }
        for (uint64_t step = range->first; step <= std::min(range->second, run.stepCount()); ++step) steps.push_back(step);
    }
    auto first = run.stateAt(run.firstStep());
    const uint32_t file = first ? first->code(first->step().code).file : 0;
    std::string wanted = line.line;
    if (isOfAll && wanted.empty() && steps.empty() && !line.last) // all of the run
        for (uint64_t step = run.firstStep(); step < run.stepCount(); ++step) steps.push_back(step);
    if (wanted.empty() && steps.empty() && !line.last && first) { // a lesson says what its picture shows
        std::string_view source = first->fileSource(file);
        int picture = Lesson::parse({}, QString::fromUtf8(source.data(), qsizetype(source.size()))).pictureLine;
        if (picture) wanted = std::to_string(picture);
    }
    if (!wanted.empty()) {
        auto at = pairOf(wanted, 1);
        if (!at || at->second == 0) {
            complain("--line wants L or L:K, a line and which time it runs");
            return false;
        }
        const LessonPlace place{int(std::min<uint64_t>(at->first, INT_MAX)), int(std::min<uint64_t>(at->second, INT_MAX))};
        const std::optional<uint64_t> step = stepOf(run, place, file);
        if (!step) {
            const bool runs = place.time > 1 && stepOf(run, {place.line}, file);
            complain("line " + std::to_string(at->first) + (runs ? " does not run that often" : " never runs"));
            return false;
        }
        steps.push_back(*step);
    }
    if (line.last) steps.push_back(run.stepCount() - 1);
    if (steps.empty()) {
        complain("export wants a step: --step, --range, --line or --last");
        return false;
    }
    for (uint64_t step : steps) {
        if (isGone(step, run.firstStep())) return false;
        if (step >= run.stepCount()) {
            complain("there is no step " + std::to_string(step) + "; the last one is " + std::to_string(run.stepCount() - 1));
            return false;
        }
    }
    return true;
}

ExportOptions exportOptionsOf(const CommandLine& line) {
    ExportOptions options;
    options.theme = choiceOf<Theme>(line.theme, themeWords);
    options.scale = line.scale;
    options.width = line.widthInCentimetres > 0 ? unitsOfCentimetres(line.widthInCentimetres) : line.width;
    options.picture.view = {double(line.viewWidth), double(line.viewHeight)};
    options.picture.tree = choiceOf<TreeDirection>(line.trees, treeWords);
    options.crop = line.crop ? Crop::Drawn : Crop::Nothing;
    options.strip = line.strip;
    options.title = QString::fromStdString(line.title);
    options.legend = line.legend;
    options.code = line.code;
    options.animation.moves = !line.cuts;
    if (line.framesPerSecond > 0) options.animation.framesPerSecond = line.framesPerSecond;
    if (line.secondsOfStep > 0) options.animation.seconds = line.secondsOfStep;
    options.picture.detail = line.detail.empty() ? Detail::Objects : choiceOf<Detail>(line.detail, detailWords);
    return options;
}

// Behind the walls Qt finds no folder for its sockets, and no session's bus; it asks for neither in earnest.
void onlyFatal(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) complain("the pictures cannot be drawn: " + message.section(QLatin1Char('\n'), 0, 0).toStdString());
}

Exported exportHandout(Run& run, const ExportOptions& options, Paper paper, const QString& path, const PutFile& put) {
    Exported done;
    const QByteArray bytes = Handout::pdf(run, options, paper, &done.error);
    done.files = !bytes.isEmpty();
    if (done.files) done.error = put(bytes, path, 0);
    return done;
}

}

int draw(const CommandLine& line, const QString& path, DrawingTarget& target) {
    const ExportFormat* format = exportFormatOf(path);
    if (!format) {
        complain("export draws " + exportFormatNames().join(QStringLiteral(", ")).toStdString() +
                 ": the name of the file to write has to end in one of " + exportEndings().join(QStringLiteral(", ")).toStdString() + ", not as '" +
                 path.toStdString() + "' does");
        return 2;
    }
    if (line.strip && !format->isPage()) {
        complain("--strip wants a page to put the steps on; " + format->name.toStdString() +
                 (format->hasAllSteps() ? " shows them one after the other" : " has one file for each"));
        return 2;
    }
    const std::pair<bool, std::string> ofAnimations[] = {
        {line.framesPerSecond > 0, "--fps"}, {line.secondsOfStep > 0, "--hold"}, {line.cuts, "--cuts"}};
    for (const auto& [isGiven, option] : ofAnimations)
        if (isGiven && !format->isFilm()) {
            complain(option + " belongs to an animation: .webp, .gif or .apng");
            return 2;
        }
    if (line.handout && format->ending != QStringLiteral("pdf")) {
        complain("--handout is a PDF: the name of the file to write has to end in .pdf");
        return 2;
    }
    if (const int refused = target.open()) return refused;
    OpenedTape opened = openTape(line);
    if (!opened.tape) return opened.status;
    if (didNotStart(opened)) return 1;
    std::unique_ptr<Run> run = openRun(opened.tape, Reach::Whole);
    if (run->stepCount() == 0) {
        complain("the recording has no steps");
        return 2;
    }
    std::vector<uint64_t> steps;
    if (line.handout) steps.push_back(0); // its lesson has the others
    else if (!stepsAsked(line, *run, format->hasAllSteps(), steps)) return 2;
    const uint64_t files = line.strip || format->hasAllSteps() ? 1 : steps.size();
    if (!target.mayWrite(files)) return 2;

    // Pictures are the same on every machine: no display, no desktop's style.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(onlyFatal);
    int argc = 1;
    char name[] = "memtape";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    setTextLanguage(QString::fromStdString(line.language));

    ExportOptions options = exportOptionsOf(line);
    takeLook(line, *run, options);
    options.picture.view = viewOnPage(*run, steps, options);
    auto put = [&](const QByteArray& bytes, const QString&, quint64 number) {
        const int failed = target.put(number, files, {bytes.data(), static_cast<size_t>(bytes.size())});
        return failed ? QString::fromUtf8(errorText(failed)) : QString();
    };
    const Exported done = line.handout ? exportHandout(*run, options, line.paper == "letter" ? Paper::Letter : Paper::A4, path, put)
                                       : exportSteps(*run, steps, options, format->plansItself() ? RunPlan() : planFor(*run, options), path, put);
    if (!done.error.isEmpty()) {
        complain(done.error.toStdString());
        return line.handout && done.files == 0 ? 2 : 3;
    }
    target.drawn({*opened.tape, *run, steps, options});
    if (!opened.note.empty()) complain(opened.note);
    return opened.status;
}

}
