// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

#include "app/window/class_view.h"
#include "app/window/commands.h"
#include "app/window/files/program_files.h"
#include "app/window/files/unsaved_changes.h"
#include "app/window/guide/guide.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/key_sheet.h"
#include "app/window/lessons/drawings.h"
#include "app/window/lessons/lesson_checks.h"
#include "app/window/lessons/lessons.h"
#include "app/window/lessons/predictions.h"
#include "app/window/menus.h"
#include "app/window/messages.h"
#include "app/window/picture_commands.h"
#include "app/window/picture_export.h"
#include "app/window/recording_limits.h"
#include "app/window/status_line.h"
#include "app/window/view_registry.h"
#include "app/window/window_language.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/views/inspector/inspector_view.h"

namespace memtape {

MainWindow::MainWindow(std::unique_ptr<ProgramRunner> runner, Settings& settings, const QString& stateFolder)
    : m_bench(std::make_unique<Workbench>(std::move(runner), settings, *this)),
      m_messages(std::make_unique<Messages>(*m_bench)),
      m_views(std::make_unique<Views>(*m_bench)),
      m_layout(std::make_unique<WindowLayout>(*m_bench, *m_views, *m_messages)),
      m_lessons(std::make_unique<Lessons>(*m_bench, *m_views, *m_layout, *m_messages)),
      m_checks(std::make_unique<LessonChecks>(*m_bench, *m_views, *m_layout, *m_messages, *m_lessons)),
      m_files(std::make_unique<ProgramFiles>(*m_bench, *m_views, *m_layout, *m_messages, *m_lessons)),
      m_unsaved(std::make_unique<UnsavedChanges>(*m_bench, m_messages->questions(), m_files->disk(), stateFolder)),
      m_limits(std::make_unique<RecordingLimits>(*m_bench)),
      m_export(std::make_unique<PictureExport>(*m_bench, m_views->of<Canvas>(), *m_messages)),
      m_picture(std::make_unique<PictureCommands>(*m_bench, *m_views, *m_layout)),
      m_predictions(std::make_unique<Predictions>(*m_bench, *m_views)),
      m_drawings(std::make_unique<Drawings>(*m_bench, *m_views, *m_predictions)),
      m_classView(std::make_unique<ClassView>(*m_bench, *m_views, *m_layout)),
      m_language(std::make_unique<WindowLanguage>()),
      m_guide(std::make_unique<Guide>(*m_bench, *m_messages, *m_language, guideFolders(), QDesktopServices::openUrl)) {
    setCentralWidget(m_layout->page());
    connectTimeCommands(*m_bench, *m_views, m_layout.get());
    connectFindInTime(*m_bench, *m_views, m_layout.get());
    connectWatches(*m_bench, *m_views, m_layout.get());
    connectPartCommands(*m_bench, *m_views, *m_layout, m_layout.get());
    connectProgramCommands(*m_bench, *m_views, *m_layout, m_layout.get());
    connectLookCommands(*m_bench, m_layout.get());
    connectParts();
    setAcceptDrops(true);
    setWindowIcon(icon(QStringLiteral("memtape"), m_bench->appearance.palette()));
    resize(1440, 900);
    setMinimumSize(760, 480);
    m_language->set(settings.language().isEmpty() ? QLocale::system().name().left(2) : settings.language());
    m_layout->restore();
    tellSettings();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectParts() {
    m_bench->actions.on(ActionId::Keys, this, [this] { (new KeySheet(m_bench->actions, m_bench->appearance, *this))->openOver(*this); });
    connect(&m_views->of<InspectorView>(), &InspectorView::basisQuestioned, m_guide.get(), &Guide::openBasis);
    m_bench->actions.on(ActionId::Quit, this, [this] { close(); });
    connect(m_lessons.get(), &Lessons::lookWanted, m_picture.get(), &PictureCommands::setLook);
    connect(m_lessons.get(), &Lessons::titleChanged, this, &MainWindow::updateTitle);
    connect(m_files.get(), &ProgramFiles::titleChanged, this, &MainWindow::updateTitle);
    connect(m_unsaved.get(), &UnsavedChanges::restoreWanted, this,
            [this](const std::shared_ptr<LeftText>& left) { m_files->restore(left, *m_unsaved); });
    connect(&m_bench->settings.store(), &SettingsStore::problemFound, this, &MainWindow::tellSettings);
    connect(m_lessons.get(), &Lessons::chosen, this, [this](const QString& id) {
        if (m_files->mayLeave()) m_lessons->open(id);
    });
    connect(m_messages.get(), &Messages::runEndKnown, this, [this] { m_views->of<CodePanel>().setRunEnd(*m_messages->runEnd()); });
    auto* status = &m_views->of<StatusLine>();
    connect(m_language.get(), &WindowLanguage::changed, this, [this, status] {
        m_bench->appearance.refresh();
        status->setLanguage(m_language->code());
        retranslate();
    });
    connect(status, &StatusLine::languageChosen, this, [this](const QString& code) {
        m_language->set(code);
        m_bench->settings.setLanguage(code);
    });
    connect(status, &StatusLine::textSizeReset, this, [this] { m_bench->appearance.setTextScale(1); });
}

void MainWindow::openStart() {
    if (m_bench->settings.isFirstRun()) m_lessons->openFirst();
    else m_files->openLast();
}

void MainWindow::retranslate() {
    m_bench->actions.translate();
    makeMenus(m_bench->actions, *this);
    m_layout->retitle();
    m_messages->retranslate();
    m_guide->retranslate();
    m_lessons->setLanguage(m_language->code());
    updateTitle();
    QEvent again(QEvent::LanguageChange); // it says other words on buttons than the table has
    QApplication::sendEvent(&m_views->of<TransportBar>(), &again);
}

void MainWindow::tellSettings() {
    const QString problem = m_bench->settings.store().problem();
    if (!problem.isEmpty()) m_messages->questions().ask(QStringLiteral("settings"), MessageBar::Tone::Problem, problem, {});
}

void MainWindow::updateTitle() {
    QString lesson = m_lessons->title();
    setWindowTitle(tr("%1 – Memtape").arg(lesson.isEmpty() ? m_bench->document.title() : lesson));
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_language) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_layout->arrange();
}

namespace {

// Qt presses buttons with Space alone, outside dialogs.
bool pressedByEnter(QWidget* focused, int key) {
    auto* button = qobject_cast<QAbstractButton*>(focused);
    if (!button || (key != Qt::Key_Return && key != Qt::Key_Enter)) return false;
    auto* tool = qobject_cast<QToolButton*>(button);
    if (tool && tool->popupMode() == QToolButton::InstantPopup) tool->showMenu();
    else button->click();
    return true;
}

}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (pressedByEnter(focusWidget(), event->key())) return;
    if (!m_bench->playback.handleKey(event)) QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (m_files->takes(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { m_files->drop(*event->mimeData()); }

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_files->mayClose()) {
        event->ignore();
        return;
    }
    m_classView->set(false); // the sizes that are kept are those of every day
    m_bench->playback.stop();
    m_bench->document.stop();
    m_files->keepSession();
    m_layout->keep();
    m_bench->settings.setPlaySpeed(m_bench->playback.speed());
    m_bench->settings.store().write();
    m_unsaved->settle();
    event->accept();
}

}
