// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of the window do, and which signal of one part moves another.

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>

#include "app/actions.h"
#include "app/main_window.h"
#include "app/window_parts.h"
#include "ui/controls/playback.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/style/message_bar.h"
#include "ui/views/happened_view.h"
#include "ui/views/heap_popup.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector_view.h"
#include "ui/views/lesson_gallery.h"
#include "ui/views/lesson_panel.h"
#include "ui/views/output_view.h"

namespace memtape {

#define ON(id, ...) connect(m_actions[QStringLiteral(id)], &QAction::triggered, this, [this]([[maybe_unused]] bool on) { __VA_ARGS__; })

void MainWindow::buildMenus() {
    auto menuOf = [this](const QString& id) {
        QAction* action = m_actions[id];
        delete action->menu();
        auto* menu = new QMenu(this);
        action->setMenu(menu);
        return menu;
    };
    auto fill = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            if (!*id) menu->addSeparator();
            else menu->addAction(m_actions[QString::fromLatin1(id)]);
        }
    };
    fill(menuOf(QStringLiteral("export")), {"exportFile", "copyPicture"});
    QMenu* menu = menuOf(QStringLiteral("menu"));
    fill(menu->addMenu(tr("Program")),
         {"new", "open", "save", "saveAs", "saveRecording", "", "record", "recordWhileTyping", "", "find", "breakpoint", "editor"});
    fill(menu->addMenu(tr("Time")),
         {"first",      "last",           "step",   "back",   "over",     "overBackwards", "out",         "outBackwards",   "",
          "play",       "playBackwards",  "faster", "slower", "",         "goToStep",      "runToCursor", "nextBreakpoint", "previousBreakpoint",
          "nextChange", "previousChange", "",       "goBack", "goForward"});
    fill(menu->addMenu(tr("Picture")),
         {"detailNames", "detailValues", "detailObjects", "detailBytes", "", "everyObjectAsBox", "newestFirst", "legend", "showHidden", "", "fit",
          "home", "follow", "", "nextObject", "previousObject", "inspector", "heapList"});
    fill(menu->addMenu(tr("Window")), {"foldTimeline", "larger", "smaller"});
    fill(menu->addMenu(tr("Theme")), {"themeSystem", "themeLight", "themeDark"});
    fill(menu, {"", "lessons", "quit"});
}

void MainWindow::connectTime() {
    ON("first", m_playback->first());
    ON("last", m_playback->last());
    ON("step", m_playback->step());
    ON("back", m_playback->back());
    ON("over", m_playback->over());
    ON("overBackwards", m_playback->overBackwards());
    ON("out", m_playback->out());
    ON("outBackwards", m_playback->outBackwards());
    ON("play", m_playback->togglePlay());
    ON("playBackwards", m_playback->playBackwards());
    ON("faster", m_playback->setSpeed(m_playback->speed() * 2));
    ON("slower", m_playback->setSpeed(m_playback->speed() / 2));
    ON("goToStep", m_transport->stepField().setFocus());
    connect(&m_transport->stepField(), &QLineEdit::returnPressed, this, [this] { m_canvas->view().setFocus(); });
    ON("runToCursor", m_playback->toLine(m_code->editor().cursorLine(), false));
    ON("nextBreakpoint", m_playback->nextBreakpoint(false));
    ON("previousBreakpoint", m_playback->nextBreakpoint(true));
    ON("nextChange", m_playback->nextChange(false));
    ON("previousChange", m_playback->nextChange(true));
    ON("goBack", m_cursor->goBack());
    ON("goForward", m_cursor->goForward());
    connect(m_playback, &Playback::noSuchStep, this, [this](const QString& sentence) { m_messages->showMessage(MessageBar::Tone::Hint, sentence); });
    connect(m_cursor, &Cursor::stepChanged, this, [this] {
        if (!m_hint->isHidden() && m_document->run() && m_cursor->step() != 0) {
            auto here = m_document->run()->summary(m_cursor->step(), m_cursor->step() + 1);
            if (!here.empty() && !(here[0].kind == StepKind::Line && here[0].line == 4)) {
                m_hint->clear();
                m_hintPlace.clear();
            }
        }
        if (m_messages->text().size() && !m_document->problem() && !m_document->isRecording()) m_messages->clear();
    });
    connect(&m_code->editor(), &CodeEditor::breakpointsChanged, this, [this] { m_playback->setBreakpoints(m_code->editor().breakpoints()); });
    connect(&m_code->editor(), &CodeEditor::lineTravelRequested, this, [this](int line, bool backwards) { m_playback->toLine(line, backwards); });
    connect(m_timeline, &Timeline::foldedChanged, this, [this](bool folded) {
        m_settings.setTimelineFolded(folded);
        m_actions[QStringLiteral("foldTimeline")]->setChecked(folded);
    });
    ON("foldTimeline", m_timeline->setFolded(on));
}

void MainWindow::setDetail(int detail) {
    detail = std::clamp(detail, 0, 3);
    m_canvas->setDetail(Detail(detail));
    m_settings.setDetail(detail);
    const char* const ids[] = {"detailNames", "detailValues", "detailObjects", "detailBytes"};
    for (int i = 0; i < 4; ++i) m_actions[QString::fromLatin1(ids[i])]->setChecked(i == detail);
}

void MainWindow::connectPicture() {
    ON("detailNames", setDetail(0));
    ON("detailValues", setDetail(1));
    ON("detailObjects", setDetail(2));
    ON("detailBytes", setDetail(3));
    ON("everyObjectAsBox", m_canvas->setEveryObjectAsBox(on); m_settings.setEveryObjectAsBox(on));
    ON("newestFirst", m_canvas->setNewestFirst(on); m_settings.setNewestFrameFirst(on));
    ON("follow", m_canvas->setFollow(on));
    m_actions[QStringLiteral("follow")]->setChecked(true);
    ON("showHidden", m_canvas->showHidden());
    ON("heapList", listHeap(m_canvas->mapToGlobal(QPoint(m_canvas->width(), m_appearance->scaled(36)))));
    connect(m_canvas, &Canvas::heapListRequested, this, &MainWindow::listHeap);
    ON("fit", m_canvas->view().fit());
    ON("home", m_canvas->view().home());
    ON("legend", m_canvas->view().setLegendShown(on); m_settings.setLegendShown(on));
    ON("nextObject", m_canvas->selectNeighbour(false));
    ON("previousObject", m_canvas->selectNeighbour(true));
    ON("inspector", showInspector(on));
    ON("exportFile", openExport());
    ON("copyPicture", copyPicture());
    ON("larger", m_appearance->setTextScale(m_appearance->textScale() + 0.1));
    ON("smaller", m_appearance->setTextScale(m_appearance->textScale() - 0.1));
    ON("themeSystem", m_appearance->setMode(Appearance::Mode::System));
    ON("themeLight", m_appearance->setMode(Appearance::Mode::Light));
    ON("themeDark", m_appearance->setMode(Appearance::Mode::Dark));
    auto look = [this] {
        m_settings.setThemeMode(int(m_appearance->mode()));
        m_settings.setTextScale(m_appearance->textScale());
        m_actions[QStringLiteral("themeSystem")]->setChecked(m_appearance->mode() == Appearance::Mode::System);
        m_actions[QStringLiteral("themeLight")]->setChecked(m_appearance->mode() == Appearance::Mode::Light);
        m_actions[QStringLiteral("themeDark")]->setChecked(m_appearance->mode() == Appearance::Mode::Dark);
    };
    look();
    connect(m_appearance, &Appearance::changed, this, [this, look] {
        look();
        m_gallery->setLessons(m_lessons, m_settings.doneLessons(), m_language);
        arrange();
    });
    connect(m_selection, &Selection::objectChanged, this, [this] {
        if (m_lessonPanel->asksForObject()) return; // it may be the answer
        if (!m_selection->isEmpty()) {
            showInspector(true);
            QMetaObject::invokeMethod(
                this, [this] { m_canvas->revealObject(m_selection->object()); }, Qt::QueuedConnection); // once it has its place
        } else if (inspectorIsLeft()) {
            showInspector(false);
        }
    });
    connect(m_inspector, &InspectorView::closeRequested, this, [this] {
        m_selection->clear();
        showInspector(false);
    });
    connect(m_inspector, &InspectorView::revealRequested, m_canvas, &Canvas::revealObject);
    connect(m_canvas, &Canvas::pictureChanged, this, [this] {
        const Picture& picture = m_canvas->picture();
        if (picture.cards.isEmpty()) {
            m_status->setFacts(m_document->isRecording() ? tr("Recording…") : tr("Nothing recorded yet"));
            return;
        }
        QString dot = QStringLiteral("   \u00B7   ");
        QString text = HappenedText::place(picture.info, m_cursor->stepCount()) + dot;
        text += (picture.calls == 1 ? tr("1 call deep") : tr("%1 calls deep").arg(picture.calls)) + dot;
        text += (picture.heapObjects == 1 ? tr("1 object, %1").arg(ObjectText::bytes(picture.heapBytes))
                                          : tr("%1 objects, %2").arg(picture.heapObjects).arg(ObjectText::bytes(picture.heapBytes))) +
                dot;
        text += picture.unreachableObjects == 0 ? tr("nothing unreachable") : tr("%1 unreachable but alive").arg(picture.unreachableObjects);
        m_status->setFacts(text);
    });
    connect(m_status, &StatusLine::languageChosen, this, [this](const QString& code) {
        setLanguage(code);
        m_settings.setLanguage(code);
    });
    connect(m_status, &StatusLine::textSizeReset, this, [this] { m_appearance->setTextScale(1); });
}

void MainWindow::listHeap(QPoint where) {
    Run* run = m_document->run();
    auto state = run ? run->stateAt(m_cursor->step()) : nullptr;
    if (!state) return;
    auto* popup = new HeapPopup(*state, *m_appearance, this);
    connect(popup, &HeapPopup::objectChosen, this, [this](ObjectId id) {
        m_selection->select(id);
        m_canvas->revealObject(id);
    });
    popup->openAt(where);
}

void MainWindow::connectProgram() {
    ON("new", newProgram());
    ON("open", chooseFile());
    ON("save", saveProgram(false));
    ON("saveAs", saveProgram(true));
    ON("saveRecording", {
        QString path = QFileDialog::getSaveFileName(this, tr("Save the recording"), QString(), tr("Recordings (*.tape)"));
        QString error;
        if (!path.isEmpty() && !m_document->saveRecording(path, &error)) m_messages->showMessage(MessageBar::Tone::Problem, error);
    });
    ON("record", {
        if (m_document->isRecording()) m_document->stop();
        else m_document->record();
    });
    ON("recordWhileTyping", m_code->setRecordWhileTyping(on); m_settings.setRecordWhileTyping(on));
    ON("find", m_code->openFind());
    ON("breakpoint", m_code->editor().toggleBreakpoint(m_code->editor().cursorLine()));
    ON("editor", m_leftTop->setCurrentWidget(m_code); m_code->editor().setFocus());
    ON("quit", close());
    connect(m_code, &CodePanel::canvasFocusRequested, this, [this] { m_canvas->view().setFocus(); });
    connect(m_document, &Document::recordingFinished, this, [this] {
        updateActions();
        showEnd();
    });
    connect(m_document, &Document::runReplaced, this, [this] { updateActions(); });
    connect(m_document, &Document::problemChanged, this, [this] {
        const auto& problem = m_document->problem();
        if (problem && m_document->isStale()) m_hint->clear(); // one bar is enough
        if (problem)
            m_messages->showMessage(MessageBar::Tone::Problem,
                                    problem->line > 0 ? tr("Line %1: %2").arg(problem->line).arg(QString::fromStdString(problem->message))
                                                      : QString::fromStdString(problem->message));
        else if (!m_messages->isHidden()) m_messages->clear();
    });
    connect(m_document, &Document::textChanged, this, [this] {
        if (m_document->isStale() && !m_document->problem())
            m_hint->showMessage(MessageBar::Tone::Notice, tr("Edited since recorded; this picture is of the old program."), tr("Record again"));
        else if (m_hintPlace.isEmpty()) m_hint->clear();
    });
    connect(m_messages, &MessageBar::buttonPressed, this, [this] { m_document->recordFurther(); });
    connect(m_hint, &MessageBar::buttonPressed, this, [this] { m_document->record(); });
    connect(m_document, &Document::inputRequested, this, [this] {
        m_tabs->showTab(QStringLiteral("input"));
        m_input->focusAnswer();
    });
}

void MainWindow::connectLessons() {
    ON("lessons", {
        m_gallery->setLessons(m_lessons, m_settings.doneLessons(), m_language);
        bool closes = m_leftTop->currentWidget() == m_gallery;
        m_leftTop->setCurrentWidget(closes ? static_cast<QWidget*>(m_code) : m_gallery);
        if (closes) m_canvas->view().setFocus();
        else m_gallery->focusFirst();
    });
    connect(m_gallery, &LessonGallery::closed, this, [this] {
        m_leftTop->setCurrentWidget(m_code);
        m_canvas->view().setFocus();
    });
    connect(m_gallery, &LessonGallery::lessonChosen, this, [this](const QString& id) {
        if (mayLeaveProgram()) openLesson(id);
    });
    connect(m_lessonPanel, &LessonPanel::questionOpened, this, [this](quint64 step) {
        m_cursor->setBarrier(step);
        m_happened->setOutlookHidden(true);
    });
    connect(m_lessonPanel, &LessonPanel::questionAnswered, this, [this] {
        m_cursor->clearBarrier();
        m_happened->setOutlookHidden(false);
    });
    connect(
        &m_canvas->scene(), &MemoryScene::objectPicked, m_lessonPanel,
        [this](ObjectId id) {
            if (id && m_lessonPanel->asksForObject()) m_lessonPanel->answerObject(id);
        },
        Qt::QueuedConnection); // it moves on, and with it the items
    connect(m_lessonPanel, &LessonPanel::lessonDone, this, [this](const QString& id) { m_settings.setLessonDone(id); });
    connect(m_lessonPanel, &LessonPanel::neighbourRequested, this, [this](bool previous) {
        for (qsizetype i = 0; i < m_lessons.size(); ++i) {
            if (m_lessons[i].id != m_lessonId) continue;
            qsizetype to = i + (previous ? -1 : 1);
            if (to >= 0 && to < m_lessons.size()) openLesson(m_lessons[to].id);
            else m_leftTop->setCurrentWidget(m_gallery);
            return;
        }
    });
    connect(m_code, &CodePanel::editCopyRequested, this, [this] {
        QString text = m_document->text();
        m_lessonId.clear();
        m_lessonPanel->clearLesson();
        m_tabs->setTabVisible(QStringLiteral("lesson"), false);
        m_tabs->showTab(QStringLiteral("happened"));
        m_code->setReadOnly(false, false);
        m_document->setProgram({}, text);
        updateTitle();
        m_document->record();
        m_code->editor().setFocus();
    });
}

void MainWindow::newProgram() {
    if (!mayLeaveProgram()) return;
    m_lessonId.clear();
    m_lessonPanel->clearLesson();
    m_tabs->setTabVisible(QStringLiteral("lesson"), false);
    m_tabs->showTab(QStringLiteral("happened"));
    m_code->setReadOnly(false, false);
    m_leftTop->setCurrentWidget(m_code);
    m_wantsFirstLine = true;
    m_document->setProgram({}, {});
    updateTitle();
    m_code->editor().setFocus();
}

void MainWindow::chooseFile() {
    if (!mayLeaveProgram()) return;
    QString path = QFileDialog::getOpenFileName(this, tr("Open"), QString(), tr("Python programs and recordings (*.py *.tape);;All files (*)"));
    if (!path.isEmpty()) openPath(path);
}

void MainWindow::saveProgram(bool askForPath) {
    QString path = m_document->path();
    if (path.isEmpty() || askForPath)
        path = QFileDialog::getSaveFileName(this, tr("Save the program"), m_document->title(), tr("Python programs (*.py)"));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    QByteArray bytes = m_document->text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_messages->showMessage(MessageBar::Tone::Problem, tr("%1 cannot be written: %2.").arg(path, file.errorString()));
        return;
    }
    m_document->setPath(path);
    m_document->markSaved();
    updateTitle();
}

ExportOptions MainWindow::exportOptions() const {
    ExportOptions options;
    options.picture = m_canvas->options();
    if (m_export.detail >= 0) options.picture.detail = Detail(m_export.detail);
    options.theme = m_export.theme >= 0 ? Theme(m_export.theme) : m_appearance->palette().theme();
    options.scale = m_export.scale;
    options.code = m_export.code;
    options.legend = m_export.legend;
    options.title = m_export.title;
    return options;
}

void MainWindow::openExport() {
    if (!m_document->run()) return;
    auto* dialog = new ExportDialog(m_export, m_cursor->step(), m_cursor->stepCount(), this);
    connect(dialog, &ExportDialog::saveChosen, this, [this, dialog] {
        m_export = dialog->choice();
        QString path = QFileDialog::getSaveFileName(this, tr("Export the picture"), QStringLiteral("step-%1.png").arg(m_export.from),
                                                    tr("Pictures (*.png *.svg *.pdf)"));
        if (!path.isEmpty()) exportTo(path);
    });
    connect(dialog, &ExportDialog::copyChosen, this, [this, dialog] {
        m_export = dialog->choice();
        copyPicture();
    });
    dialog->open();
}

void MainWindow::exportTo(const QString& path) {
    Run* run = m_document->run();
    ExportOptions options = exportOptions();
    RunPlan plan = planFor(options);
    quint64 count = m_export.to - m_export.from + 1;
    QString error, last;
    for (quint64 i = 0; i < count && error.isEmpty(); ++i) {
        last = numberedPath(path, i, count);
        exportSnapshot(*run, m_export.from + i, options, plan, last, &error);
    }
    if (!error.isEmpty()) m_messages->showMessage(MessageBar::Tone::Problem, error);
    else if (count == 1) m_messages->showMessage(MessageBar::Tone::Hint, tr("Saved as %1.").arg(last));
    else m_messages->showMessage(MessageBar::Tone::Hint, tr("Saved %1 pictures, the last one as %2.").arg(count).arg(last));
}

void MainWindow::copyPicture() {
    Run* run = m_document->run();
    if (!run) return;
    ExportOptions options = exportOptions();
    QApplication::clipboard()->setImage(snapshotImage(*run, m_cursor->step(), options, planFor(options)));
    m_messages->showMessage(MessageBar::Tone::Hint, tr("The picture is on the clipboard."));
}

// The window's own plan, with its pins, where the picture has the same detail.
RunPlan MainWindow::planFor(const ExportOptions& options) const {
    if (options.picture.detail == m_canvas->options().detail) return m_canvas->scene().plan();
    return planRun(*m_document->run()->clone(), options.picture);
}

#undef ON

}
