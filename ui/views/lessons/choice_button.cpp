// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/choice_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr double beside = 10, above = 6, least = 30;
constexpr int wrapped = int(Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter);

}

ChoiceButton::ChoiceButton(const QString& text, const Appearance& appearance) : QPushButton(text), m_appearance(appearance) {
    setProperty("look", "choice");
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ChoiceButton::heightForWidth(int width) const {
    constexpr int highest = 100'000;
    const int room = std::max(1, width - 2 * m_appearance.scaled(beside));
    const int words = fontMetrics().boundingRect(0, 0, room, highest, wrapped, text()).height();
    return std::max(words + 2 * m_appearance.scaled(above), m_appearance.scaled(least));
}

QSize ChoiceButton::minimumSizeHint() const { return {m_appearance.scaled(80), m_appearance.scaled(least)}; }

void ChoiceButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(m_appearance[isEnabled() ? Ink::Text : Ink::Edge]);
    const int side = m_appearance.scaled(beside);
    painter.drawText(rect().adjusted(side, 0, -side, 0), wrapped, text());
}

}
