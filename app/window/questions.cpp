// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/questions.h"

#include <algorithm>

namespace memtape {

Questions::Questions(const Appearance& appearance) : m_bar(new MessageBar(appearance)) {
    connect(m_bar, &MessageBar::buttonPressed, this, &Questions::answer);
    connect(m_bar, &MessageBar::dismissed, this, [this] { answer(-1); });
}

void Questions::ask(const QString& about, MessageBar::Tone tone, const QString& text, const QList<Choice>& choices, std::function<void()> dismissed) {
    const Question question{about, text, tone, choices, std::move(dismissed)};
    auto known = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Question& other) { return other.about == about; });
    if (known != m_waiting.end()) *known = question;
    else m_waiting.append(question);
    show();
}

void Questions::withdraw(const QString& about) {
    if (m_waiting.removeIf([&](const Question& question) { return question.about == about; })) show();
}

void Questions::show() {
    if (m_waiting.isEmpty()) {
        m_bar->clear();
        return;
    }
    QStringList buttons;
    for (const Choice& choice : m_waiting.first().choices) buttons.append(choice.text);
    m_bar->showMessage(m_waiting.first().tone, m_waiting.first().text, buttons);
}

void Questions::answer(int choice) {
    if (m_waiting.isEmpty()) return;
    const Question answered = m_waiting.takeFirst();
    show();
    if (choice >= 0 && choice < answered.choices.size()) answered.choices[choice].chosen();
    else if (answered.dismissed) answered.dismissed();
}

}
