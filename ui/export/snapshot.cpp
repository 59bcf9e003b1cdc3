// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/snapshot.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "ui/export/export_formats.h"
#include "ui/export/snapshot_page.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/kept/whole_file.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

QString exportText(const char* text) { return QCoreApplication::translate("memtape::Export", text); }

// One file with all the steps. The sentence that says why there is none; empty: it was written.
QString exportPage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, const QString& path,
                   quint64 number, const PutFile& put) {
    if (const QString problem = whyNotDrawn(run, steps); !problem.isEmpty()) return problem;
    const ExportFormat* format = exportFormatOf(path);
    if (!format)
        return exportText(QT_TRANSLATE_NOOP("memtape::Export", "The ending of the file must be one of: %1."))
            .arg(exportEndings().join(QStringLiteral(", ")));
    QString reason;
    QByteArray bytes;
    if (format->hasAllSteps()) {
        bytes = format->tell(run, steps, options, plan, &reason);
    } else {
        SnapshotPage page(run, steps, options, plan);
        bytes = format->write(page, &reason);
    }
    if (bytes.isEmpty()) return reason;
    reason = put(bytes, path, number);
    return reason.isEmpty() ? reason : exportText(QT_TRANSLATE_NOOP("memtape::Export", "%1 cannot be written: %2.")).arg(path, reason);
}

}

QString whyNotDrawn(Run& run, const std::vector<uint64_t>& steps) {
    for (uint64_t step : steps)
        if (step >= run.stepCount()) return exportText(QT_TRANSLATE_NOOP("memtape::Export", "There is no step %1.")).arg(step);
    if (const uint64_t last = *std::max_element(steps.begin(), steps.end()); !run.stateAt(last))
        return exportText(QT_TRANSLATE_NOOP("memtape::Export", "The recording is damaged before step %1.")).arg(last);
    return {};
}

QSizeF viewOnPage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options) {
    QSizeF view = options.picture.view;
    if (options.width > 0) view.setWidth(SnapshotPage::roomForPanel(run, steps, options));
    return view;
}

RunPlan planFor(Run& run, const ExportOptions& options, const std::atomic<bool>* cancelled) {
    return planRun(*run.clone(), options.picture, cancelled);
}

QString putOnDisk(const QByteArray& bytes, const QString& path, quint64) { return writeWholeFile(path, bytes); }

Exported exportSteps(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, const QString& path,
                     const PutFile& put) {
    Exported done;
    const ExportFormat* format = exportFormatOf(path);
    if (options.strip || (format && format->hasAllSteps())) {
        done.last = path;
        done.error = exportPage(run, steps, options, plan, path, 0, put);
        done.files = done.error.isEmpty();
        return done;
    }
    for (uint64_t step : steps) {
        done.last = numberedPath(path, done.files, steps.size());
        done.error = exportPage(run, {step}, options, plan, done.last, done.files, put);
        if (!done.error.isEmpty()) break;
        ++done.files;
    }
    return done;
}

bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const QString& path, QString* error) {
    *error = exportSteps(run, {step}, options, planFor(run, options), path).error;
    return error->isEmpty();
}

QString numberedPath(const QString& path, quint64 index, quint64 count) {
    if (count <= 1) return path;
    QFileInfo file(path);
    return file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral("-%1.").arg(index + 1, 4, 10, QLatin1Char('0')) + file.suffix();
}

QImage snapshotImage(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan) {
    return SnapshotPage(run, steps, options, plan).image(options.scale);
}

QSizeF snapshotSize(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan) {
    return SnapshotPage(run, steps, options, plan).size();
}

PagePreview previewOf(Run& run, std::vector<uint64_t> steps, const ExportOptions& options, const RunPlan& plan, QSize room) {
    constexpr size_t mostPanels = 24;
    constexpr double largest = 2; // of its size at 100 %
    PagePreview preview;
    preview.leftOut = steps.size() - std::min(steps.size(), mostPanels);
    steps.resize(steps.size() - preview.leftOut);
    SnapshotPage page(run, steps, options, plan);
    preview.size = page.size();
    preview.image = page.image(std::min({largest, room.width() / page.size().width(), room.height() / page.size().height()}));
    return preview;
}

}
