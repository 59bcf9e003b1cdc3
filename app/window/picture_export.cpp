// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_export.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <algorithm>
#include <optional>

#include "app/window/messages.h"
#include "app/window/workbench.h"
#include "ui/export/paper.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"

namespace memtape {

PictureExport::PictureExport(Workbench& bench, Canvas& canvas, Messages& messages)
    : m_bench(bench),
      m_canvas(canvas),
      m_messages(messages),
      m_choice(ExportChoice::ofKept(bench.settings.exportLook())) {
    bench.actions.on(ActionId::Export, this, [this] { openPanel(); });
    bench.actions.on(ActionId::CopyPicture, this, [this] { copy(); });
    bench.actions.on(ActionId::Print, this, [this] { choosePrinter(); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &PictureExport::preview);
    connect(&m_planner, &ExportPlanner::ready, this, &PictureExport::preview);
    connect(&bench.document, &Document::runReplaced, this, &PictureExport::followRun);
    connect(&bench.cursor, &Cursor::stepCountChanged, this, &PictureExport::followRun);
    auto soon = [this] { m_soon.start(); };
    connect(&canvas, &Canvas::pictureChanged, this, &PictureExport::followRun);
    connect(&canvas.view(), &MemoryView::viewportChanged, this, soon);
    connect(&bench.appearance, &Appearance::changed, this, soon);
    connect(&bench.selection, &Selection::objectChanged, this, [this, soon] {
        if (m_panel) m_panel->setSelected(bool(m_bench.selection.object()));
        soon();
    });
}

void PictureExport::openPanel() {
    if (!m_panel) {
        m_panel = new ExportPanel(m_choice, m_bench.appearance, &m_bench.window);
        m_panel->setSelected(bool(m_bench.selection.object()));
        connectPanel();
        followRun();
    }
    m_panel->show();
    m_panel->raise();
    m_panel->activateWindow();
}

void PictureExport::connectPanel() {
    connect(m_panel, &ExportPanel::choiceChanged, this, [this] {
        m_choice = m_panel->choice();
        m_bench.settings.setExportLook(m_choice.kept());
        m_soon.start();
    });
    connect(m_panel, &ExportPanel::saveRequested, this, &PictureExport::chooseFile);
    connect(m_panel, &ExportPanel::copyRequested, this, &PictureExport::copy);
    connect(m_panel, &ExportPanel::printRequested, this, &PictureExport::choosePrinter);
}

void PictureExport::followRun() {
    if (sender() == &m_bench.document) m_planner.forget();
    if (!m_panel) return;
    m_panel->setStep(m_bench.cursor.step(), m_bench.cursor.stepCount());
    m_choice = m_panel->choice();
    m_soon.start();
}

void PictureExport::preview() {
    if (!m_panel || !m_panel->isVisible() || !hasSteps()) return;
    Run& run = *m_bench.document.run();
    const ExportOptions look = options();
    const RunPlan* plan = looksAsWindow(look) ? &m_canvas.scene().plan() : m_planner.find(run, look);
    if (!plan) {
        m_panel->showWaiting();
        return;
    }
    std::vector<uint64_t> shown = steps();
    if (!look.strip) shown.resize(1);
    m_panel->showPreview(previewOf(run, shown, look, *plan, m_panel->previewRoom()));
}

bool PictureExport::hasSteps() const {
    const Run* run = m_bench.document.run();
    return run && run->stepCount() > 0;
}

QWidget& PictureExport::below() const {
    if (m_panel) return *m_panel;
    return m_bench.window;
}

void PictureExport::chooseFile() {
    const ExportFormat& format = exportFormats()[m_choice.format];
    QStringList filters;
    for (const ExportFormat& each : exportFormats()) filters.append(QStringLiteral("%1 (*.%2)").arg(each.name, each.ending));
    QString filter = filters[m_choice.format];
    QString path = QFileDialog::getSaveFileName(&below(), tr("Export the picture"),
                                                QStringLiteral("%1-%2.%3")
                                                    .arg(format.hasAllSteps() ? QStringLiteral("steps") : QStringLiteral("step"))
                                                    .arg(steps().front())
                                                    .arg(format.ending),
                                                filters.join(QStringLiteral(";;")), &filter);
    if (path.isEmpty()) return;
    if (!exportFormatOf(path)) path += QLatin1Char('.') + exportFormats()[std::max<qsizetype>(0, filters.indexOf(filter))].ending;
    exportTo(path);
}

void PictureExport::exportTo(const QString& path) {
    ExportOptions look = options();
    const ExportFormat* ofPath = exportFormatOf(path);
    const ExportFormat& format = ofPath ? *ofPath : exportFormats()[m_choice.format];
    if (!format.isPage()) look.strip = false;
    const std::vector<uint64_t> told = steps(format);
    std::optional<QProgressDialog> progress;
    if (format.isFilm()) {
        progress.emplace(tr("The animation is being drawn …"), tr("Stop"), 0, int(told.size()), &below());
        progress->setWindowTitle(tr("Export the picture"));
        progress->setWindowModality(Qt::ApplicationModal);
        progress->setMinimumDuration(500);
        look.goesOn = [&progress](size_t done, size_t) {
            progress->setValue(int(done)); // the window lives on meanwhile
            return !progress->wasCanceled();
        };
    }
    const Exported done = exportSteps(*m_bench.document.run(), told, look, planFor(look), path);
    if (!done.error.isEmpty()) m_messages.problem(done.error);
    else if (done.files == 1) m_messages.hint(tr("Saved as %1.").arg(done.last));
    else m_messages.hint(tr("Saved %1 pictures, the last one as %2.").arg(done.files).arg(done.last));
}

void PictureExport::copy() {
    if (!hasSteps()) return;
    const ExportOptions look = options();
    const std::vector<uint64_t> shown = look.strip ? steps() : std::vector<uint64_t>{m_bench.cursor.step()};
    QApplication::clipboard()->setImage(snapshotImage(*m_bench.document.run(), shown, look, planFor(look)));
    m_messages.hint(tr("The picture is on the clipboard."));
}

void PictureExport::choosePrinter() {
    if (!hasSteps()) return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_choice.title.isEmpty() ? tr("Step %1").arg(m_bench.cursor.step()) : m_choice.title);
    printer.setCreator(QStringLiteral("Memtape"));
    const ExportOptions look = printed();
    std::vector<uint64_t> first = printedSteps();
    if (!look.strip) first.resize(1);
    Run& run = *m_bench.document.run();
    if (whyNotDrawn(run, first).isEmpty()) turnPaper(printer, snapshotSize(run, first, look, planFor(look)));
    QPrintDialog dialog(&printer, &below());
    dialog.setWindowTitle(tr("Print the picture"));
    if (dialog.exec() == QDialog::Accepted && hasSteps()) printOn(printer); // meanwhile it may have been recorded anew
}

void PictureExport::printOn(QPrinter& printer) {
    const ExportOptions look = printed();
    const QString problem = printSteps(*m_bench.document.run(), printedSteps(), look, planFor(look), printer);
    if (problem.isEmpty())
        m_messages.hint(tr("The picture goes to %1.").arg(printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName()));
    else m_messages.problem(problem);
}

// Paper is white, whatever the window is, unless a theme was chosen for what is exported.
ExportOptions PictureExport::printed() const {
    ExportOptions look = options();
    if (m_choice.theme < 0) look.theme = Theme::Print;
    return look;
}

// Steps were chosen only where the panel is there to say which.
std::vector<uint64_t> PictureExport::printedSteps() const {
    const bool areChosen = m_choice.several && (m_choice.strip || (m_panel && m_panel->isVisible()));
    return areChosen ? steps() : std::vector<uint64_t>{m_bench.cursor.step()};
}

// There is a run with steps. What was chosen of an earlier, longer run ends where this one does.
std::vector<uint64_t> PictureExport::steps(const ExportFormat& format) const {
    const quint64 last = m_bench.document.run()->stepCount() - 1;
    if (!m_choice.several && !format.hasAllSteps()) return {m_bench.cursor.step()};
    std::vector<uint64_t> steps;
    const quint64 from = m_choice.several ? m_choice.from : 0, to = m_choice.several ? m_choice.to : last;
    for (quint64 step = std::min(from, last); step <= std::min(to, last); ++step) steps.push_back(step);
    return steps;
}

ExportOptions PictureExport::options() const {
    ExportOptions options;
    options.picture = m_canvas.options();
    options.picture.compared.reset(); // a file tells what its own steps did
    if (m_choice.detail >= 0) options.picture.detail = Detail(m_choice.detail);
    options.theme = m_choice.theme >= 0 ? Theme(m_choice.theme) : m_bench.appearance.palette().theme();
    options.scale = m_choice.scale;
    options.animation = m_choice.animation;
    options.crop = m_choice.crop;
    options.selected = m_bench.selection.object();
    const MemoryView& view = m_canvas.view();
    options.sight = view.mapToScene(view.viewport()->rect()).boundingRect();
    options.strip = m_choice.several && m_choice.strip;
    options.code = m_choice.code;
    options.legend = m_choice.legend;
    options.title = m_choice.title;
    if (m_choice.unit == ExportChoice::Unit::Pixels) options.width = m_choice.width;
    if (m_choice.unit == ExportChoice::Unit::Centimetres) options.width = unitsOfCentimetres(m_choice.width);
    options.picture.view = viewOnPage(*m_bench.document.run(), steps(), options);
    return options;
}

// Then it has the window's own plan, with its pins.
bool PictureExport::looksAsWindow(const ExportOptions& options) const {
    return options.picture.detail == m_canvas.options().detail && options.width == 0;
}

const RunPlan& PictureExport::planFor(const ExportOptions& options) {
    return looksAsWindow(options) ? m_canvas.scene().plan() : m_planner.wait(*m_bench.document.run(), options);
}

}
