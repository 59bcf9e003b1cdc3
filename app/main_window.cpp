// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/actions.h"
#include "app/window_parts.h"
#include "ui/controls/playback.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"
#include "ui/style/message_bar.h"
#include "ui/views/happened_view.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector_view.h"
#include "ui/views/lesson_gallery.h"
#include "ui/views/lesson_panel.h"
#include "ui/views/output_view.h"

namespace memtape {

namespace {

constexpr int fiveParts = 1360; // narrower: the inspector takes the place of what is below the code
constexpr int roomy = 1120;     // narrower: the timeline folds, buttons become icons

}

MainWindow::MainWindow(std::unique_ptr<ProgramRunner> runner, Settings& settings) : m_settings(settings), m_lessons(builtInLessons()) {
    m_appearance = new Appearance(this);
    m_appearance->setMode(Appearance::Mode(settings.themeMode()));
    m_appearance->setTextScale(settings.textScale());
    m_appearance->apply();
    m_document = new Document(std::move(runner), this);
    m_cursor = new Cursor(this);
    m_selection = new Selection(this);
    m_playback = new Playback(*m_document, *m_cursor, *m_selection, this);
    m_actions = makeActions(this);
    for (QAction* action : std::as_const(m_actions)) addAction(action);
    connectDocument(); // before the parts: they ask the cursor when a run is replaced
    buildParts();
    buildMenus();
    connectTime();
    connectPicture();
    connectProgram();
    connectLessons();
    setAcceptDrops(true);
    setWindowIcon(icon(QStringLiteral("memtape"), m_appearance->palette()));
    resize(1440, 900);
    setMinimumSize(760, 480);
    restoreSettings();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildParts() {
    m_transport = new TransportBar(*m_document, *m_cursor, *m_playback, *m_appearance, m_actions);
    m_messages = new MessageBar(*m_appearance);
    m_hint = new MessageBar(*m_appearance);
    m_code = new CodePanel(*m_document, *m_cursor, *m_appearance);
    m_gallery = new LessonGallery(*m_appearance);
    m_lessonPanel = new LessonPanel(*m_document, *m_cursor, *m_appearance);
    m_happened = new HappenedView(*m_document, *m_cursor, *m_appearance);
    m_output = new OutputView(*m_document, *m_cursor, *m_appearance);
    m_input = new InputView(*m_document, *m_appearance);
    m_canvas = new Canvas(*m_document, *m_cursor, *m_selection, *m_appearance);
    m_inspector = new InspectorView(*m_document, *m_cursor, *m_selection, *m_appearance);
    m_timeline = new Timeline(*m_document, *m_cursor, *m_playback, *m_appearance);
    m_status = new StatusLine(*m_appearance);

    m_leftTop = new QStackedWidget;
    m_leftTop->addWidget(m_code);
    m_leftTop->addWidget(m_gallery);
    m_tabs = new TabStack;
    m_tabs->addTab(QStringLiteral("happened"), m_happened);
    m_tabs->addTab(QStringLiteral("lesson"), m_lessonPanel);
    m_tabs->addTab(QStringLiteral("output"), m_output);
    m_tabs->addTab(QStringLiteral("input"), m_input);
    m_left = new QSplitter(Qt::Vertical);
    m_left->addWidget(m_leftTop);
    m_left->addWidget(m_tabs);
    m_left->setStretchFactor(0, 1);
    m_left->setSizes({440, 230});
    m_left->setHandleWidth(1);
    auto* middle = new QWidget;
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    middleLayout->addWidget(m_hint);
    middleLayout->addWidget(m_canvas, 1);
    m_across = new QSplitter(Qt::Horizontal);
    m_across->addWidget(m_left);
    m_across->addWidget(middle);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setStretchFactor(2, 0);
    m_across->setSizes({424, 766, 250});
    m_across->setHandleWidth(1);
    m_across->setCollapsible(1, false);
    m_inspector->hide();

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto line = [] {
        auto* frame = new QFrame;
        frame->setProperty("look", "line");
        return frame;
    };
    layout->addWidget(m_transport);
    layout->addWidget(line());
    layout->addWidget(m_messages);
    layout->addWidget(m_across, 1);
    layout->addWidget(m_timeline);
    layout->addWidget(line());
    layout->addWidget(m_status);
    setCentralWidget(page);
    m_canvas->view().installEventFilter(this);
}

void MainWindow::connectDocument() {
    connect(m_document, &Document::runReplaced, this, [this] {
        uint64_t count = m_document->stepCount(), step = m_wantedStep;
        if (m_wantsFirstLine && m_document->run() && count > 1) {
            step = 0;
            auto rows = m_document->run()->summary(0, std::min<uint64_t>(count, 8));
            while (step + 1 < rows.size() && rows[step].kind != StepKind::Line) ++step;
        }
        m_cursor->reset(count, step);
    });
    connect(m_document, &Document::grew, this, [this](quint64 steps) {
        m_cursor->setStepCount(steps);
        if (!m_wantsFirstLine && m_cursor->step() < m_wantedStep) m_cursor->moveTo(m_wantedStep);
    });
    connect(m_document, &Document::recordingStarted, this, [this] {
        if (m_document->run() && m_cursor->stepCount()) { // recorded again: stay where the user is
            m_wantsFirstLine = false;
            m_wantedStep = m_cursor->step();
        }
        if (m_messages) m_messages->clear();
        updateActions();
    });
    connect(m_document, &Document::programChanged, this, [this] { updateActions(); });
}

void MainWindow::updateActions() { enableActions(m_actions, m_document->stepCount() > 0, m_document->isRecording()); }

void MainWindow::restoreSettings() {
    setLanguage(m_settings.language().isEmpty() ? QLocale::system().name().left(2) : m_settings.language());
    setDetail(m_settings.detail());
    m_canvas->setEveryObjectAsBox(m_settings.everyObjectAsBox());
    m_actions[QStringLiteral("everyObjectAsBox")]->setChecked(m_settings.everyObjectAsBox());
    m_canvas->setNewestFirst(m_settings.newestFrameFirst());
    m_actions[QStringLiteral("newestFirst")]->setChecked(m_settings.newestFrameFirst());
    m_code->setRecordWhileTyping(m_settings.recordWhileTyping());
    m_actions[QStringLiteral("recordWhileTyping")]->setChecked(m_settings.recordWhileTyping());
    m_canvas->view().setLegendShown(m_settings.legendShown());
    m_actions[QStringLiteral("legend")]->setChecked(m_settings.legendShown());
    m_timeline->setFolded(m_settings.timelineFolded());
    m_actions[QStringLiteral("foldTimeline")]->setChecked(m_settings.timelineFolded());
    m_playback->setSpeed(m_settings.playSpeed());
    if (!m_settings.geometry().isEmpty()) restoreGeometry(m_settings.geometry());
    if (!m_settings.splitter(QStringLiteral("across")).isEmpty()) m_across->restoreState(m_settings.splitter(QStringLiteral("across")));
    if (!m_settings.splitter(QStringLiteral("left")).isEmpty()) m_left->restoreState(m_settings.splitter(QStringLiteral("left")));
    m_tabs->setTabVisible(QStringLiteral("lesson"), false);
    showInspector(false);
    updateActions();
    arrange();
}

void MainWindow::setLanguage(const QString& code) {
    QString wanted = code == QStringLiteral("ko") ? code : QStringLiteral("en");
    if (wanted == m_language) return;
    m_language = wanted;
    QApplication::removeTranslator(&m_translator);
    QApplication::removeTranslator(&m_qtTranslator);
    if (wanted == QStringLiteral("ko")) {
        if (m_translator.load(QStringLiteral(":/translations/memtape_ko.qm"))) QApplication::installTranslator(&m_translator);
        if (m_qtTranslator.load(QStringLiteral("qtbase_ko"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QApplication::installTranslator(&m_qtTranslator);
    }
    m_status->setLanguage(wanted);
    m_lessonPanel->setLanguage(wanted);
    retranslate();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_status) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
    translateActions(m_actions);
    buildMenus();
    m_tabs->setTabText(QStringLiteral("happened"), tr("What happened"));
    m_tabs->setTabText(QStringLiteral("lesson"), tr("Lesson"));
    m_tabs->setTabText(QStringLiteral("output"), tr("Output"));
    m_tabs->setTabText(QStringLiteral("input"), tr("Input"));
    m_gallery->setLessons(m_lessons, m_settings.doneLessons(), m_language);
    updateTitle();
    showHint();
    QEvent again(QEvent::LanguageChange);
    QApplication::sendEvent(m_transport, &again);
}

void MainWindow::updateTitle() {
    QString title = m_lessonPanel->hasLesson() ? Lesson::in(m_lessonPanel->lesson().title, m_language) : m_document->title();
    setWindowTitle(tr("%1 – Memtape").arg(title));
}

// -- shape

void MainWindow::arrange() {
    int width = int(this->width() / m_appearance->textScale());
    bool narrow = width < fiveParts;
    if (narrow != inspectorIsLeft()) {
        bool shown = !m_inspector->isHidden();
        showInspector(false);
        if (narrow) m_left->addWidget(m_inspector);
        else m_across->addWidget(m_inspector);
        showInspector(shown);
    }
    m_transport->setCompact(width < roomy);
    m_timeline->setForcedFold(width < roomy || height() / m_appearance->textScale() < 640);
    int least = m_appearance->scaled(width < roomy ? 260 : 300);
    m_left->setMinimumWidth(least);
    if (m_left->width() > this->width() * 0.36) {
        int left = std::max(least, int(this->width() * 0.34));
        m_across->setSizes({left, this->width() - left});
    }
}

int MainWindow::inspectorWidth() const { return m_appearance->scaled(276); }

bool MainWindow::inspectorIsLeft() const { return m_inspector->parentWidget() == m_left; }

void MainWindow::showInspector(bool shown) {
    m_actions[QStringLiteral("inspector")]->setChecked(shown);
    if (shown == !m_inspector->isHidden()) return;
    if (!inspectorIsLeft()) {
        m_inspector->setVisible(shown);
        int width = inspectorWidth();
        if (shown) m_across->setSizes({m_left->width(), std::max(200, this->width() - m_left->width() - width), width});
        return;
    }
    // It takes the place of what is below the code, so that stack and heap stay in sight.
    if (shown) m_leftSizes = m_left->sizes();
    m_tabs->setVisible(!shown);
    m_inspector->setVisible(shown);
    int height = m_left->height();
    if (shown) m_left->setSizes({height * 2 / 5, 0, height - height * 2 / 5});
    else if (m_leftSizes.size() > 1) m_left->setSizes(m_leftSizes);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    arrange();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_canvas->view() && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::NoModifier) m_actions[QStringLiteral("legend")]->trigger();
        else if (key->key() == Qt::Key_F && key->modifiers() == Qt::NoModifier) m_actions[QStringLiteral("fit")]->trigger();
        else if (key->key() == Qt::Key_Escape) m_selection->clear();
        else if (key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9 && m_lessonPanel->asksForChoice()) m_lessonPanel->answer(key->key() - Qt::Key_1);
        else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_selection->isEmpty()) return false;
            if (m_lessonPanel->asksForObject()) m_lessonPanel->answerObject(m_selection->object());
            else showInspector(true);
        } else return m_playback->handleKey(key);
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (!m_playback->handleKey(event)) QMainWindow::keyPressEvent(event);
}

// -- first words and last words

void MainWindow::showHint() {
    if (m_hintPlace.isEmpty() || m_hintPlace != m_document->title()) return;
    m_hint->showMessage(MessageBar::Tone::Hint, tr("Press → to run line 4. What will happen to a and b?"));
}

void MainWindow::showEnd() {
    const auto& end = m_document->end();
    if (!end) return;
    using Kind = ProgramEnd::Kind;
    quint64 last = m_document->stepCount() ? m_document->stepCount() - 1 : 0;
    switch (end->kind) {
    case Kind::Limit:
    case Kind::TapeFull:
        m_messages->showMessage(MessageBar::Tone::Notice, tr("A limit stopped the program at step %1; everything until then is here.").arg(last),
                                end->kind == Kind::Limit && m_document->stepCount() >= m_document->maxSteps() ? tr("Record further") : QString());
        break;
    case Kind::Stopped: m_messages->showMessage(MessageBar::Tone::Notice, tr("Stopped at step %1; everything until then is here.").arg(last)); break;
    case Kind::CannotRead: m_messages->showMessage(MessageBar::Tone::Problem, QString::fromStdString(end->message)); break;
    case Kind::SyntaxProblem:
    case Kind::Exit: break;
    }
}

bool MainWindow::ask(const QString& question) {
    return QMessageBox::question(this, QStringLiteral("Memtape"), question, QMessageBox::Discard | QMessageBox::Cancel) == QMessageBox::Discard;
}

bool MainWindow::mayLeaveProgram() {
    if (!m_document->isModified() || m_document->path().isEmpty()) return true; // unsaved texts without a file are kept by the session
    return ask(tr("%1 has changes that are not saved.").arg(m_document->title()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeaveProgram()) {
        event->ignore();
        return;
    }
    m_playback->stop();
    m_document->stop();
    m_settings.keepSession(m_document->path(), m_document->path().isEmpty() ? m_document->text() : QString(), m_lessonId, m_cursor->step());
    m_settings.keepGeometry(saveGeometry());
    if (inspectorIsLeft()) showInspector(false);
    m_settings.keepSplitter(QStringLiteral("across"), m_across->saveState());
    m_settings.keepSplitter(QStringLiteral("left"), m_left->saveState());
    m_settings.setPlaySpeed(m_playback->speed());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile() && mayLeaveProgram()) openPath(urls.first().toLocalFile());
}

// -- opening

void MainWindow::openStart() {
    if (m_settings.isFirstRun()) {
        openLesson(m_lessons.isEmpty() ? QString() : m_lessons.first().id);
        if (!m_lessons.isEmpty()) {
            // at the step before `return a + b`
            connect(
                m_document, &Document::recordingFinished, this,
                [this] {
                    if (m_lessonId != m_lessons.first().id || !m_document->run()) return;
                    if (auto at = m_document->run()->nextAtLine(0, 4, m_document->mainFile(), false)) m_cursor->moveTo(*at);
                    m_hintPlace = m_document->title();
                    showHint();
                },
                Qt::SingleShotConnection);
        }
        return;
    }
    quint64 step = m_settings.lastStep();
    if (!m_settings.lastLesson().isEmpty()) openLesson(m_settings.lastLesson());
    else if (!m_settings.lastFile().isEmpty() && QFileInfo::exists(m_settings.lastFile())) openPath(m_settings.lastFile());
    else {
        m_document->setProgram({}, m_settings.lastText());
        m_document->record();
    }
    m_wantsFirstLine = false;
    m_wantedStep = step;
}

bool MainWindow::openPath(const QString& path) {
    m_lessonId.clear();
    m_lessonPanel->clearLesson();
    m_tabs->setTabVisible(QStringLiteral("lesson"), false);
    m_tabs->showTab(QStringLiteral("happened"));
    m_code->setReadOnly(false, false);
    m_leftTop->setCurrentWidget(m_code);
    m_hint->clear();
    m_messages->clear();
    m_wantsFirstLine = true;
    if (path.endsWith(QStringLiteral(".tape"))) {
        QString error;
        if (m_document->openRecording(path, &error)) {
            updateActions();
            return true;
        }
        m_messages->showMessage(MessageBar::Tone::Problem, error);
        return false;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_messages->showMessage(MessageBar::Tone::Problem, tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return false;
    }
    m_document->setProgram(path, QString::fromUtf8(file.readAll()));
    updateTitle();
    m_document->record();
    m_canvas->view().setFocus();
    return true;
}

void MainWindow::openLesson(const QString& id) {
    for (const Lesson& lesson : m_lessons) {
        if (lesson.id != id) continue;
        m_lessonId = id;
        m_hint->clear();
        m_messages->clear();
        m_hintPlace.clear();
        m_wantsFirstLine = true;
        m_document->setProgram({}, lesson.program,
                               id.mid(id.indexOf(QLatin1Char('-')) + 1).replace(QLatin1Char('-'), QLatin1Char('_')) + QStringLiteral(".py"));
        m_code->setReadOnly(true, true);
        m_leftTop->setCurrentWidget(m_code);
        m_lessonPanel->setLesson(lesson, m_language);
        m_tabs->setTabVisible(QStringLiteral("lesson"), true);
        m_tabs->showTab(QStringLiteral("lesson"));
        int height = m_left->height(); // lessons are short, what is said about them is not
        m_left->setSizes({height / 2, height - height / 2});
        updateTitle();
        m_document->record();
        m_canvas->view().setFocus();
        return;
    }
}

}
