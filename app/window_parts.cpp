// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_parts.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/appearance.h"

namespace memtape {

TabStack::TabStack(QWidget* parent) : QWidget(parent) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(14, 0, 14, 0);
    m_bar->setSpacing(4);
    m_bar->addStretch(1);
    auto* line = new QFrame;
    line->setProperty("look", "line");
    m_pages = new QStackedWidget;
    layout->addLayout(m_bar);
    layout->addWidget(line);
    layout->addWidget(m_pages, 1);
}

void TabStack::addTab(const QString& id, QWidget* page) {
    auto* button = new QToolButton;
    button->setProperty("look", "tab");
    button->setCheckable(true);
    button->setAutoExclusive(true);
    connect(button, &QToolButton::clicked, this, [this, id] { showTab(id); });
    m_bar->insertWidget(m_bar->count() - 1, button);
    m_pages->addWidget(page);
    m_tabs.insert(id, {button, page, {}});
    if (m_current.isEmpty()) showTab(id);
}

void TabStack::setTabText(const QString& id, const QString& text) {
    m_tabs[id].text = text;
    m_tabs[id].button->setAccessibleName(text);
    fitTexts();
}

// Where the texts are too long for the bar, the gaps between them go first, then the ends of the longest.
void TabStack::fitTexts() {
    QMargins margins = m_bar->contentsMargins();
    int longest = 0, room = width() - margins.left() - margins.right();
    for (const Tab& tab : std::as_const(m_tabs)) longest = std::max(longest, tab.button->fontMetrics().horizontalAdvance(tab.text) + 1);
    auto fits = [&](bool tight, int most) {
        int needed = 0;
        for (const Tab& tab : std::as_const(m_tabs)) {
            if (tab.button->property("tight").toBool() != tight) {
                tab.button->setProperty("tight", tight);
                tab.button->style()->unpolish(tab.button);
                tab.button->style()->polish(tab.button);
            }
            tab.button->setText(tab.button->fontMetrics().elidedText(tab.text, Qt::ElideRight, most));
            tab.button->setToolTip(tab.button->text() == tab.text ? QString() : tab.text);
            if (!tab.button->isHidden()) needed += tab.button->sizeHint().width() + m_bar->spacing();
        }
        return needed <= room;
    };
    if (fits(false, longest)) return;
    for (int most = longest; most > 24 && !fits(true, most);) most -= 6;
}

void TabStack::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTexts();
}

// The style gives the tabs their font when they are first shown.
void TabStack::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &TabStack::fitTexts, Qt::QueuedConnection);
}

void TabStack::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitTexts();
}

void TabStack::setTabVisible(const QString& id, bool visible) {
    m_tabs[id].button->setVisible(visible);
    fitTexts();
}

void TabStack::showTab(const QString& id) {
    m_current = id;
    m_tabs[id].button->setChecked(true);
    m_pages->setCurrentWidget(m_tabs[id].page);
    fitTexts(); // the current one is bold
}

StatusLine::StatusLine(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 1, 12, 1);
    layout->setSpacing(6);
    auto label = [] {
        auto* text = new QLabel;
        text->setProperty("look", "quiet");
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return text;
    };
    m_facts = label();
    m_legend = label();
    m_legend->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto flat = [this](const QString& text) {
        auto* button = new QToolButton;
        button->setProperty("look", "flat");
        button->setText(text);
        return button;
    };
    m_english = flat(QStringLiteral("English"));
    m_korean = flat(QStringLiteral("한국어"));
    m_scale = flat(QStringLiteral("100 %"));
    m_english->setCheckable(true);
    m_korean->setCheckable(true);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_legend);
    layout->addSpacing(12);
    layout->addWidget(m_english);
    layout->addWidget(m_korean);
    layout->addWidget(m_scale);
    connect(m_english, &QToolButton::clicked, this, [this] { Q_EMIT languageChosen(QStringLiteral("en")); });
    connect(m_korean, &QToolButton::clicked, this, [this] { Q_EMIT languageChosen(QStringLiteral("ko")); });
    connect(m_scale, &QToolButton::clicked, this, &StatusLine::textSizeReset);
    connect(&appearance, &Appearance::changed, this, &StatusLine::retranslate);
    retranslate();
}

void StatusLine::setFacts(const QString& text) {
    m_text = text;
    m_facts->setText(QFontMetrics(m_facts->font()).elidedText(text, Qt::ElideRight, std::max(40, m_facts->width())));
    m_facts->setToolTip(text);
    setAccessibleName(text);
}

void StatusLine::setLanguage(const QString& code) {
    m_english->setChecked(code != QStringLiteral("ko"));
    m_korean->setChecked(code == QStringLiteral("ko"));
}

void StatusLine::retranslate() {
    auto sign = [this](Ink ink, QChar glyph, const QString& text) {
        return QStringLiteral("<span style=\"color:%1\">%2</span> %3").arg(m_appearance[ink].name()).arg(glyph).arg(text);
    };
    m_legend->setText(QStringList{sign(Ink::Made, QChar(0x25B2), tr("made")), sign(Ink::Released, QChar(0x2715), tr("released")),
                                  sign(Ink::Error, QChar(0x25C6), tr("exception")), sign(Ink::Text, QChar(0x25A0), tr("output")),
                                  sign(Ink::Curve, QChar(0x25CB), tr("collection"))}
                          .join(QStringLiteral("&nbsp;&nbsp; ")));
    m_scale->setText(QStringLiteral("%1 %").arg(int(m_appearance.textScale() * 100 + 0.5)));
    m_scale->setToolTip(tr("Text size; click for 100 %"));
    m_scale->setAccessibleName(tr("Text size %1 percent").arg(int(m_appearance.textScale() * 100 + 0.5)));
    setFacts(m_text);
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_legend->setVisible(width() > m_appearance.scaled(1120));
    setFacts(m_text);
}

}
