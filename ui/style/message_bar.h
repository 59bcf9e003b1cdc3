// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where the window reports trouble that the user can mend: a line with a button or a few, never a modal box. What it says may be
// a program's own words, so all of it is plain text.

#include <QFrame>
#include <QStringList>
#include <QVector>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace memtape {

class Appearance;

class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Tone : uint8_t { Hint, Notice, Problem };

    explicit MessageBar(const Appearance& appearance, QWidget* parent = nullptr);
    void showMessage(Tone tone, const QString& text, const QStringList& buttons = {}, const QString& head = {}); // head: bold, before the text
    void clear();
    QString text() const;

Q_SIGNALS:
    void buttonPressed(int button); // counted from 0
    void dismissed();               // by the user

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setButtons(const QStringList& texts);
    void restyle();
    void arrange(); // head and text side by side, or where there is no room, one above the other, and then the buttons

    const Appearance& m_appearance;
    QBoxLayout *m_row, *m_words;
    QLabel *m_sign, *m_head, *m_text;
    QWidget* m_choices;              // holds the buttons
    QVector<QToolButton*> m_buttons; // those that are not needed are hidden
    QToolButton* m_close;
    Tone m_tone = Tone::Hint;
};

}
