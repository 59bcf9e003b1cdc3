// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/input_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/state/document.h"
#include "ui/style/appearance.h"

namespace memtape {

InputView::InputView(Document& document, const Appearance& appearance, QWidget* parent) : QWidget(parent), m_document(document) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_question = new QLabel;
    m_question->setWordWrap(true);
    m_prompt = new QLabel;
    m_prompt->setWordWrap(true);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setProperty("look", "code");
    m_answer = new QLineEdit;
    m_send = new QToolButton;
    m_send->setProperty("look", "primary");
    m_end = new QToolButton;
    m_keptLabel = new QLabel;
    m_keptLabel->setProperty("look", "quiet");
    m_keptLabel->setWordWrap(true);
    m_kept = new QPlainTextEdit;
    m_kept->setFrameShape(QFrame::NoFrame);
    m_kept->setTabChangesFocus(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_answer, 1);
    row->addWidget(m_send);
    row->addWidget(m_end);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addWidget(m_question);
    layout->addWidget(m_prompt);
    layout->addLayout(row);
    layout->addWidget(m_keptLabel);
    layout->addWidget(m_kept, 1);
    auto send = [this] {
        QString line = m_answer->text();
        m_answer->clear();
        m_document.answer(line);
    };
    connect(m_answer, &QLineEdit::returnPressed, this, send);
    connect(m_send, &QToolButton::clicked, this, send);
    connect(m_end, &QToolButton::clicked, this, [this] {
        m_document.endInput();
        refresh();
    });
    connect(m_kept, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling || m_document.isRecording()) return;
        QString text = m_kept->toPlainText();
        m_filling = true;
        m_document.setAnswers(text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n')));
        m_filling = false;
    });
    m_again.setInterval(100);
    connect(&m_again, &QTimer::timeout, this, &InputView::showQuestion);
    connect(&document, &Document::inputRequested, this, &InputView::refresh);
    connect(&document, &Document::answersChanged, this, &InputView::refresh);
    connect(&document, &Document::recordingStarted, this, &InputView::refresh);
    connect(&document, &Document::recordingFinished, this, &InputView::refresh);
    connect(&appearance, &Appearance::changed, this, &InputView::retranslate);
    retranslate();
}

void InputView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void InputView::retranslate() {
    m_send->setText(tr("Answer"));
    m_end->setText(tr("End of input"));
    m_kept->setAccessibleName(tr("Answers kept"));
    m_keptLabel->setText(tr("Answers, one a line. They are used again when the program is recorded again."));
    refresh();
}

void InputView::refresh() {
    bool waiting = m_document.isWaitingForInput();
    showQuestion();
    for (QWidget* widget : {static_cast<QWidget*>(m_answer), static_cast<QWidget*>(m_send), static_cast<QWidget*>(m_end)})
        widget->setVisible(waiting);
    if (m_filling) return;
    m_filling = true;
    m_kept->setReadOnly(m_document.isRecording());
    m_kept->setPlainText(m_document.answers().join(QLatin1Char('\n')));
    m_filling = false;
}

void InputView::showQuestion() {
    bool waiting = m_document.isWaitingForInput();
    QString prompt = m_document.prompt();
    m_question->setText(waiting ? tr("The program waits for a line of input.") : tr("The program is not asking for input."));
    m_prompt->setText(prompt);
    m_prompt->setVisible(!prompt.isEmpty());
    m_answer->setAccessibleName(prompt.isEmpty() ? tr("Answer to input()") : prompt);
    if (!waiting || !prompt.isEmpty()) m_again.stop();
    else if (!m_again.isActive()) m_again.start();
}

void InputView::focusAnswer() { m_answer->setFocus(); }

}
