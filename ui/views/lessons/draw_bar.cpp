// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lessons/draw_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

DrawBar::DrawBar(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    auto label = [&](const char* look) {
        auto* text = new QLabel;
        text->setProperty("look", look);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        return text;
    };
    m_sign = label("title");
    m_sign->setAlignment(Qt::AlignCenter);
    m_title = label("title");
    m_body = label("body");
    m_hint = label("quiet");
    for (QLabel* text : {m_title, m_body, m_hint}) words->addWidget(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 8, 10);
    row->setSpacing(10);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto button = [&](auto signal) {
        auto* button = new QToolButton;
        connect(button, &QToolButton::clicked, this, signal);
        row->addWidget(button, 0, Qt::AlignTop);
        return button;
    };
    m_check = button(&DrawBar::checkRequested);
    m_again = button(&DrawBar::tryAgainRequested);
    m_show = button(&DrawBar::showRequested);
    m_close = button(&DrawBar::closeRequested);
    m_close->setProperty("look", "flat");
    connect(&appearance, &Appearance::changed, this, &DrawBar::restyle);
    hide();
    retranslate();
}

void DrawBar::say(const Said& said) {
    m_said = said;
    m_title->setText(said.title);
    m_body->setText(said.body);
    m_body->setVisible(!said.body.isEmpty());
    m_hint->setVisible(said.hasDots);
    m_check->setVisible(said.canCheck);
    m_again->setVisible(said.canTryAgain);
    m_show->setVisible(said.canShow);
    restyle();
    show();
    QStringList texts{said.title, said.body, said.place};
    texts.removeAll(QString());
    setAccessibleName(texts.join(QLatin1Char('\n')));
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void DrawBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void DrawBar::retranslate() {
    m_check->setText(tr("Check"));
    m_check->setToolTip(tr("Which arrows are right (Enter)"));
    m_again->setText(tr("Try again"));
    m_again->setToolTip(tr("What is right stays (Enter)"));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Draw the arrows as they are"));
    m_close->setToolTip(tr("Draw no more (Esc)"));
    m_close->setAccessibleName(tr("Draw no more"));
    m_hint->setText(
        tr("Drag from a dot to an object. By keyboard: ↑ ↓ choose a dot, the letter of an object draws its arrow, Delete takes it away."));
    restyle();
}

void DrawBar::restyle() {
    dressBar(*this, *m_sign, m_said.tone, m_appearance);
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
}

}
