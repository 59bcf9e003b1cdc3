// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What waits for the user's answer, in a bar of its own: it stays until it is answered, or has become pointless, whatever else the window has to say. One at
// a time; the others wait behind it.

#include <QList>
#include <QObject>
#include <QString>
#include <functional>

#include "ui/style/message_bar.h"

namespace memtape {

struct Choice {
    QString text; // of its button
    std::function<void()> chosen;
};

class Questions : public QObject {
    Q_OBJECT
public:
    explicit Questions(const Appearance& appearance);
    MessageBar& bar() { return *m_bar; }
    // `about`: by which it is known; a question about the same takes the place of the one before. `dismissed`: no choice was made.
    void ask(const QString& about, MessageBar::Tone tone, const QString& text, const QList<Choice>& choices, std::function<void()> dismissed = {});
    void withdraw(const QString& about);

private:
    struct Question {
        QString about, text;
        MessageBar::Tone tone;
        QList<Choice> choices;
        std::function<void()> dismissed;
    };
    void show();
    void answer(int choice); // -1: none

    MessageBar* m_bar;         // the layout gives it its place
    QList<Question> m_waiting; // the first is shown
};

}
