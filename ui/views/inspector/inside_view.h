// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happens inside a line: the line with the values of what is done in it, the part at work underlined, and the evaluation stack.

#include <QScrollArea>

class QLabel;

namespace memtape {

class Appearance;
class Document;
class InsideLines;
class LineStrip;
class StackStrip;

class InsideView : public QScrollArea {
    Q_OBJECT
public:
    InsideView(Document& document, InsideLines& inside, const Appearance& appearance, QWidget* parent = nullptr);
    QString text() const; // as a screen reader says it

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    QString refusal() const;
    QString progress() const;

    Document& m_document;
    InsideLines& m_inside;
    QLabel *m_title, *m_sentence, *m_stackTitle;
    LineStrip* m_line;
    StackStrip* m_stack;
};

}
