// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/message_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

MessageBar::MessageBar(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 4, 8, 4);
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QToolButton;
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_button, &QToolButton::clicked, this, &MessageBar::buttonPressed);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(&appearance, &Appearance::changed, this, &MessageBar::restyle);
    hide();
    restyle();
}

void MessageBar::showMessage(Tone tone, const QString& text, const QString& button) {
    m_tone = tone;
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(text);
    restyle();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear() {
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::restyle() {
    const Palette& palette = m_appearance.palette();
    Ink ground = m_tone == Tone::Problem ? Ink::ErrorSoft : m_tone == Tone::Notice ? Ink::ChangedSoft : Ink::AccentSoft;
    Ink edge = m_tone == Tone::Problem ? Ink::Error : m_tone == Tone::Notice ? Ink::Changed : Ink::Accent;
    setStyleSheet(QStringLiteral("memtape--MessageBar { background: %1; border: none; border-left: 3px solid %2; }")
                      .arg(palette[ground].name(), palette[edge].name()));
    m_close->setIcon(icon(QStringLiteral("close"), palette));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
}

}
