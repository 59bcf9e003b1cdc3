// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where the window reports trouble that the user can mend: a line with at most one button, never a modal box. What it says may be
// a program's own words, so all of it is plain text.

#include <QFrame>

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
    void showMessage(Tone tone, const QString& text, const QString& button = {}, const QString& head = {}); // head: bold, before the text
    void clear();
    QString text() const;

Q_SIGNALS:
    void buttonPressed();
    void dismissed(); // by the user

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void arrange(); // head and text side by side, or where there is no room, one above the other, and then the button

    const Appearance& m_appearance;
    QBoxLayout *m_row, *m_words;
    QLabel *m_sign, *m_head, *m_text;
    QToolButton* m_button;
    QToolButton* m_close;
    Tone m_tone = Tone::Hint;
};

}
