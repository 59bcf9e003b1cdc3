// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Answers to input(): asked in place while the program waits, kept, and used again when it is recorded again.

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace memtape {

class Appearance;
class Document;

class InputView : public QWidget {
    Q_OBJECT
public:
    InputView(Document& document, const Appearance& appearance, QWidget* parent = nullptr);
    void focusAnswer();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void showQuestion();

    Document& m_document;
    QLabel *m_question, *m_prompt, *m_keptLabel;
    QLineEdit* m_answer;
    QToolButton *m_send, *m_end;
    QPlainTextEdit* m_kept;
    QTimer m_again; // the prompt is on its way from the program
    bool m_filling = false;
};

}
