// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two rows with the gutter's own signs: what the line just run did to memory, and what is about to run.

#include <QScrollArea>

class QLabel;

namespace memtape {

class Appearance;
class Cursor;
class Document;

class HappenedView : public QScrollArea {
    Q_OBJECT
public:
    HappenedView(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent = nullptr);
    // While a question is open, what is next is not told. Said instead: nothing where the texts are empty, and then what runs is named all the same.
    void setOutlookHidden(bool hidden, const QString& title = {}, const QString& body = {});
    // While the reader draws the arrows of this step: neither what has just happened nor what comes is told, as both say where they lead. Said instead: `body`.
    void setStoryHidden(bool hidden, const QString& body = {});
    QString text() const; // as a screen reader says it

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Document& m_document;
    Cursor& m_cursor;
    const Appearance& m_appearance;
    class GutterSign *m_dash, *m_arrow;
    QLabel *m_justTitle, *m_justBody, *m_nextTitle, *m_nextBody;
    bool m_outlookHidden = false, m_storyHidden = false;
    QString m_hiddenTitle, m_hiddenBody, m_storyInstead;
};

}
