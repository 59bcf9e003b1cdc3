// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/snapshot.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/export/export_formats.h"
#include "ui/export/snapshot_page.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

QString exportText(const char* text) { return QCoreApplication::translate("memtape::Export", text); }

}

bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan, const QString& path, QString* error) {
    QString reason;
    if (step >= run.stepCount()) {
        if (error) *error = exportText(QT_TRANSLATE_NOOP("memtape::Export", "There is no step %1.")).arg(step);
        return false;
    }
    QByteArray bytes;
    if (const ExportFormat* format = exportFormatOf(path)) {
        SnapshotPage page(run, step, options, plan);
        bytes = format->write(page, &reason);
    } else {
        reason = exportText(QT_TRANSLATE_NOOP("memtape::Export", "The ending of the file must be one of: %1."))
                     .arg(exportEndings().join(QStringLiteral(", ")));
    }
    if (!bytes.isEmpty()) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return true;
        reason = exportText(QT_TRANSLATE_NOOP("memtape::Export", "%1 cannot be written: %2.")).arg(path, file.errorString());
    }
    if (error) *error = reason;
    return false;
}

bool exportSnapshot(Run& run, uint64_t step, const ExportOptions& options, const QString& path, QString* error) {
    auto other = run.clone();
    return exportSnapshot(run, step, options, planRun(*other, options.picture), path, error);
}

QString numberedPath(const QString& path, quint64 index, quint64 count) {
    if (count <= 1) return path;
    QFileInfo file(path);
    return file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral("-%1.").arg(index + 1, 4, 10, QLatin1Char('0')) + file.suffix();
}

QImage snapshotImage(Run& run, uint64_t step, const ExportOptions& options, const RunPlan& plan) {
    return SnapshotPage(run, step, options, plan).image();
}

}
