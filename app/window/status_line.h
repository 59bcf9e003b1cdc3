// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last line of the window: the step in figures, what the timeline's signs mean, the languages and the size of the texts.

#include <QWidget>

class QLabel;
class QToolButton;

namespace memtape {

class Appearance;
class Cursor;
class Document;
struct Picture;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(const Document& document, const Cursor& cursor, const Appearance& appearance, QWidget* parent = nullptr);
    void showFacts(const Picture& picture);
    void setLanguage(const QString& code);

Q_SIGNALS:
    void languageChosen(const QString& code);
    void textSizeReset();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString factsOf(const Picture& picture) const;
    void fitFacts();
    void retranslate();

    const Document& m_document;
    const Cursor& m_cursor;
    const Appearance& m_appearance;
    QLabel *m_facts, *m_legend;
    QToolButton *m_english, *m_korean, *m_scale;
    QString m_text; // all of the facts
};

}
