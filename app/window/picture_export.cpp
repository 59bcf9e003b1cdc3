// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_export.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

#include "app/window/messages.h"
#include "app/window/workbench.h"
#include "ui/export/export_formats.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"

namespace memtape {

PictureExport::PictureExport(Workbench& bench, Canvas& canvas, Messages& messages) : m_bench(bench), m_canvas(canvas), m_messages(messages) {
    bench.actions.on(ActionId::ExportFile, this, [this] { openDialog(); });
    bench.actions.on(ActionId::CopyPicture, this, [this] { copy(); });
}

void PictureExport::openDialog() {
    if (!m_bench.document.run()) return;
    auto* dialog = new ExportDialog(m_choice, m_bench.cursor.step(), m_bench.cursor.stepCount(), &m_bench.window);
    connect(dialog, &ExportDialog::saveChosen, this, [this, dialog] {
        m_choice = dialog->choice();
        chooseFile();
    });
    connect(dialog, &ExportDialog::copyChosen, this, [this, dialog] {
        m_choice = dialog->choice();
        copy();
    });
    dialog->open();
}

void PictureExport::chooseFile() {
    QString path = QFileDialog::getSaveFileName(&m_bench.window, tr("Export the picture"), QStringLiteral("step-%1.png").arg(m_choice.from),
                                                tr("Pictures (%1)").arg(QLatin1Char('*') + exportEndings().join(QStringLiteral(" *"))));
    if (!path.isEmpty()) exportTo(path);
}

void PictureExport::exportTo(const QString& path) {
    ExportOptions look = options();
    RunPlan plan = planFor(look);
    std::vector<uint64_t> steps;
    for (quint64 step = m_choice.from; step <= m_choice.to; ++step) steps.push_back(step);
    const Exported done = exportSteps(*m_bench.document.run(), steps, look, plan, path);
    if (!done.error.isEmpty()) m_messages.problem(done.error);
    else if (done.files == 1) m_messages.hint(tr("Saved as %1.").arg(done.last));
    else m_messages.hint(tr("Saved %1 pictures, the last one as %2.").arg(done.files).arg(done.last));
}

void PictureExport::copy() {
    Run* run = m_bench.document.run();
    if (!run) return;
    ExportOptions look = options();
    QApplication::clipboard()->setImage(snapshotImage(*run, {m_bench.cursor.step()}, look, planFor(look)));
    m_messages.hint(tr("The picture is on the clipboard."));
}

ExportOptions PictureExport::options() const {
    ExportOptions options;
    options.picture = m_canvas.options();
    if (m_choice.detail >= 0) options.picture.detail = Detail(m_choice.detail);
    options.theme = m_choice.theme >= 0 ? Theme(m_choice.theme) : m_bench.appearance.palette().theme();
    options.scale = m_choice.scale;
    options.code = m_choice.code;
    options.legend = m_choice.legend;
    options.title = m_choice.title;
    return options;
}

// The window's own plan, with its pins, where the picture has the same detail.
RunPlan PictureExport::planFor(const ExportOptions& options) const {
    if (options.picture.detail == m_canvas.options().detail) return m_canvas.scene().plan();
    return planRun(*m_bench.document.run()->clone(), options.picture);
}

}
