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
    m_sign = new QLabel;
    m_head = new QLabel;
    m_head->setProperty("look", "title");
    m_text = new QLabel;
    m_text->setWordWrap(true);
    for (QLabel* label : {m_head, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_button = new QToolButton;
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    layout->addWidget(m_sign);
    layout->addWidget(m_head);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_button, &QToolButton::clicked, this, &MessageBar::buttonPressed);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(&appearance, &Appearance::changed, this, &MessageBar::restyle);
    hide();
    restyle();
}

void MessageBar::showMessage(Tone tone, const QString& text, const QString& button, const QString& head) {
    m_tone = tone;
    constexpr qsizetype mostOfHead = 90;
    m_head->setText(head.size() > mostOfHead ? head.left(mostOfHead - 1) + QChar(0x2026) : head);
    m_head->setToolTip(head.size() > mostOfHead ? QStringLiteral("<span>%1</span>").arg(head.toHtmlEscaped()) : QString());
    m_head->setVisible(!head.isEmpty());
    m_sign->setVisible(!head.isEmpty());
    m_text->setText(head.isEmpty() ? text : QStringLiteral("\u2014  ") + text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(head.isEmpty() ? text : QStringLiteral("%1 \u2014 %2").arg(head, text));
    restyle();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear() {
    m_head->clear();
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text().isEmpty() ? QString() : accessibleName(); }

void MessageBar::restyle() {
    const Palette& palette = m_appearance.palette();
    Ink ground = m_tone == Tone::Problem ? Ink::ErrorSoft : m_tone == Tone::Notice ? Ink::ChangedSoft : Ink::AccentSoft;
    Ink edge = m_tone == Tone::Problem ? Ink::Error : m_tone == Tone::Notice ? Ink::Changed : Ink::Accent;
    setStyleSheet(QStringLiteral("memtape--MessageBar { background: %1; border: none; border-left: 3px solid %2; }")
                      .arg(palette[ground].name(), palette[edge].name()));
    m_sign->setText(m_tone == Tone::Problem ? QStringLiteral("\u2715") : QStringLiteral("\u2013"));
    m_sign->setStyleSheet(QStringLiteral("color: %1; font-weight: bold;").arg(palette[edge].name()));
    m_close->setIcon(icon(QStringLiteral("close"), palette));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
}

}
