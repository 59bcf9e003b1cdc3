// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/message_bar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

MessageBar::MessageBar(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(14, 4, 8, 4);
    m_sign = new QLabel;
    m_head = new QLabel;
    m_head->setProperty("look", "title");
    m_text = new QLabel;
    m_text->setWordWrap(true);
    for (QLabel* label : {m_head, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_choices = new QWidget;
    auto* choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(8);
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    m_row->addWidget(m_sign);
    m_words = new QBoxLayout(QBoxLayout::LeftToRight);
    m_words->setSpacing(6);
    m_words->addWidget(m_head);
    m_words->addWidget(m_text, 1);
    m_row->addLayout(m_words, 1);
    m_row->addWidget(m_choices);
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(&appearance, &Appearance::changed, this, &MessageBar::restyle);
    hide();
    restyle();
}

void MessageBar::showMessage(Tone tone, const QString& text, const QStringList& buttons, const QString& head) {
    m_tone = tone;
    constexpr qsizetype mostOfHead = 90;
    m_head->setText(head.size() > mostOfHead ? head.left(mostOfHead - 1) + QChar(0x2026) : head);
    m_head->setToolTip(head.size() > mostOfHead ? QStringLiteral("<span>%1</span>").arg(head.toHtmlEscaped()) : QString());
    m_head->setVisible(!head.isEmpty());
    m_sign->setVisible(!head.isEmpty());
    m_text->setText(head.isEmpty() ? text : QStringLiteral("\u2014  ") + text);
    setButtons(buttons);
    setAccessibleName(head.isEmpty() ? text : QStringLiteral("%1 \u2014 %2").arg(head, text));
    restyle();
    arrange();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::setButtons(const QStringList& texts) {
    while (m_buttons.size() < texts.size()) {
        auto* button = new QToolButton;
        m_choices->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, number = int(m_buttons.size())] { Q_EMIT buttonPressed(number); });
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(texts.value(i));
        m_buttons[i]->setVisible(i < texts.size());
    }
    m_choices->setVisible(!texts.isEmpty());
}

void MessageBar::arrange() {
    auto widthOf = [](const QLabel& label) { return label.isHidden() ? 0 : label.fontMetrics().horizontalAdvance(label.text()); };
    int button = m_choices->isHidden() ? 0 : m_choices->sizeHint().width();
    int room = width() - m_sign->sizeHint().width() - button - m_close->sizeHint().width();
    constexpr int gaps = 70;
    bool fits = m_head->isHidden() || widthOf(*m_head) + widthOf(*m_text) + gaps <= room;
    bool hasButtonsBelow = !fits && room < 2 * button;
    m_words->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setWordWrap(!fits);
    if (hasButtonsBelow == (m_words->indexOf(m_choices) >= 0)) return;
    if (hasButtonsBelow) m_words->addWidget(m_choices, 0, Qt::AlignLeft);
    else m_row->insertWidget(m_row->indexOf(m_close), m_choices);
}

void MessageBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
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
