// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/code_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/code_editor.h"
#include "ui/models/picture/just_run.h"
#include "ui/models/picture/passing_error.h"
#include "ui/models/timeline/at_once.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

namespace {

constexpr int typingPause = 900;     // milliseconds
constexpr uint64_t shortRun = 20000; // steps: a program that took no more is recorded again by itself

}

CodePanel::CodePanel(Document& document, Cursor& cursor, Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_appearance(appearance) {
    m_editor = new CodeEditor(appearance);
    auto* header = new QWidget;
    header->setProperty("look", "panel");
    header->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 12, 0);
    m_title = new QLabel;
    m_title->setProperty("look", "title");
    m_title->setTextFormat(Qt::PlainText);
    m_state = new QLabel;
    m_state->setProperty("look", "quiet");
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copy = new QToolButton;
    m_copy->setProperty("look", "link");
    m_copy->hide();
    row->addWidget(m_title);
    row->addWidget(m_state, 1);
    row->addWidget(m_copy);
    header->setFixedHeight(appearance.scaled(36));
    auto* line = new QFrame;
    line->setProperty("look", "line");

    m_findBar = new QWidget;
    m_findBar->setProperty("look", "panel");
    m_findBar->setAttribute(Qt::WA_StyledBackground);
    auto* findRow = new QHBoxLayout(m_findBar);
    findRow->setContentsMargins(12, 4, 12, 4);
    m_findText = new QLineEdit;
    m_findClose = new QToolButton;
    m_findClose->setProperty("look", "flat");
    findRow->addWidget(m_findText, 1);
    findRow->addWidget(m_findClose);
    m_findBar->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(line);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    setFocusProxy(m_editor);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        bool isShort = m_document.stepCount() <= shortRun && !m_document.isRecording();
        if (m_recordWhileTyping && isShort && (m_document.isStale() || m_document.problem() || !m_document.run())) m_document.record();
    });
    connect(m_editor, &CodeEditor::textEdited, this, [this] {
        m_document.setText(m_editor->text());
        m_pause.start();
    });
    connect(m_editor, &CodeEditor::escaped, this, [this] {
        if (m_findBar->isVisible()) m_findBar->hide();
        Q_EMIT canvasFocusRequested();
    });
    connect(m_copy, &QToolButton::clicked, this, &CodePanel::editCopyRequested);
    connect(&document, &Document::programChanged, this, [this] {
        m_editor->setLanguage(m_document.language());
        m_editor->setText(m_document.text());
        showState();
    });
    connect(&document, &Document::textChanged, this, [this] {
        m_editor->setLanguage(m_document.language()); // saved under another ending, it is another language's
        showState();
    });
    connect(&document, &Document::recordingStarted, this, &CodePanel::showState);
    connect(&document, &Document::recordingFinished, this, [this] {
        showState();
        refresh();
    });
    connect(&document, &Document::problemChanged, this, &CodePanel::showProblem);
    connect(&document, &Document::runReplaced, this, [this] {
        m_counts.reset(m_document.mainFile());
        m_end = {};
        refresh();
    });
    connect(&cursor, &Cursor::stepChanged, this, &CodePanel::refresh);
    connect(&appearance, &Appearance::changed, this, [this, header] {
        header->setFixedHeight(m_appearance.scaled(36));
        retranslate();
    });
    connect(m_findText, &QLineEdit::returnPressed, this, [this] { m_editor->find(m_findText->text(), false); });
    connect(m_findText, &QLineEdit::textEdited, this, [this] { m_editor->find(m_findText->text(), false); });
    connect(m_findClose, &QToolButton::clicked, this, [this] {
        m_findBar->hide();
        m_editor->setFocus();
    });
    m_more.setSingleShot(true);
    m_more.setInterval(AtOnce::nextTurn);
    connect(&m_more, &QTimer::timeout, this, &CodePanel::refresh);
    m_editor->setCounts(&m_counts);
    retranslate();
}

void CodePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CodePanel::retranslate() {
    m_copy->setText(tr("Edit a copy"));
    m_findText->setPlaceholderText(tr("Find in the program"));
    m_findText->setAccessibleName(tr("Find in the program"));
    m_findClose->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    m_findClose->setToolTip(tr("Close"));
    m_findClose->setAccessibleName(tr("Close"));
    m_editor->setName(tr("Program text"));
    showState();
    showProblem();
}

void CodePanel::setReadOnly(bool readOnly, bool offersCopy) {
    m_editor->setReadOnly(readOnly);
    m_copy->setVisible(offersCopy);
    m_state->setVisible(!offersCopy);
}

void CodePanel::setRunEnd(const RunEnd& end) {
    m_end = end;
    showState();
}

void CodePanel::openFind() {
    m_findBar->show();
    m_findText->setFocus();
    m_findText->selectAll();
}

void CodePanel::showState() {
    m_title->setText(m_document.title() + (m_document.isModified() ? QStringLiteral(" *") : QString()));
    if (m_document.isRecording()) m_stateText = tr("recording…");
    else if (m_document.isStale()) m_stateText = tr("edited since recorded");
    else if (QString brief = RunEndText::brief(m_end); m_document.run() && !brief.isEmpty()) m_stateText = tr("recorded; %1").arg(brief);
    else if (m_document.run()) m_stateText = tr("recorded");
    else m_stateText = tr("not recorded");
    fitState();
    m_editor->setGreyed(m_document.isStale());
}

void CodePanel::fitState() {
    int room = width() - m_title->sizeHint().width() - m_appearance.scaled(44);
    QString shown = m_state->fontMetrics().elidedText(m_stateText, Qt::ElideRight, std::max(0, room));
    m_state->setText(shown);
    m_state->setToolTip(m_document.isStale()   ? tr("Edited since recorded; this picture is of the old program.")
                        : shown != m_stateText ? m_stateText
                                               : QString());
}

void CodePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitState();
}

void CodePanel::showProblem() {
    const auto& problem = m_document.problem();
    if (!problem) {
        m_editor->clearError();
        return;
    }
    static const char* const kinds[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError", "RecursionError"};
    QString message = QStringLiteral("%1: %2").arg(QLatin1String(kinds[size_t(problem->kind)]), QString::fromStdString(problem->message));
    m_editor->setError(problem->line, problem->column, problem->endLine, problem->endColumn, message);
}

void CodePanel::refresh() {
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) {
        m_editor->setExecution(0, 0, false);
        m_editor->setErrorTrail(0, {});
        return;
    }
    uint64_t step = m_cursor.step();
    auto rows = run->summary(step, step + 1);
    if (rows.empty()) return;
    if (!m_counts.moveTo(*run, step)) m_more.start();
    auto just = justRun(*run, step);
    const StepSummary& now = rows[0];
    auto isHere = [&](uint32_t code) { return run->code(code).file == m_document.mainFile(); };
    bool here = isHere(now.code);
    int justLine = just && isHere(just->code) ? int(just->line) : 0;
    auto passing = passingError(*run, step);
    m_editor->setExecution(here ? int(now.line) : 0, justLine, passing.has_value());
    showTrail(passing);
}

void CodePanel::showTrail(const std::optional<PassingError>& passing) {
    int raised = 0;
    QSet<int> left;
    Run* run = m_document.run();
    auto isHere = [&](uint32_t code) { return run->code(code).file == m_document.mainFile(); };
    if (passing) {
        if (auto row = run->summary(passing->raisedAt, passing->raisedAt + 1); !row.empty() && isHere(row[0].code)) raised = int(row[0].line);
        for (const LeftFrame& frame : passing->left)
            if (isHere(frame.code)) left.insert(int(frame.line));
    }
    m_editor->setErrorTrail(raised, left);
}

}
