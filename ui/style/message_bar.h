// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place where the window reports trouble that the user can mend: a line with at most one button, never a modal box.

#include <QFrame>

class QLabel;
class QToolButton;

namespace memtape {

class Appearance;

class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Tone : uint8_t { Hint, Notice, Problem };

    explicit MessageBar(const Appearance& appearance, QWidget* parent = nullptr);
    void showMessage(Tone tone, const QString& text, const QString& button = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void buttonPressed();

private:
    void restyle();

    const Appearance& m_appearance;
    QLabel* m_text;
    QToolButton* m_button;
    QToolButton* m_close;
    Tone m_tone = Tone::Hint;
};

}
