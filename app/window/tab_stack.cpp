// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tab_stack.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

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

void TabStack::addTab(QWidget* page) {
    auto* button = new QToolButton;
    button->setProperty("look", "tab");
    button->setCheckable(true);
    button->setAutoExclusive(true);
    connect(button, &QToolButton::clicked, this, [this, page] { showTab(page); });
    m_bar->insertWidget(m_bar->count() - 1, button);
    m_pages->addWidget(page);
    m_tabs.append({button, page, {}});
    if (m_tabs.size() == 1) showTab(page);
}

TabStack::Tab& TabStack::tabOf(QWidget* page) {
    return *std::find_if(m_tabs.begin(), m_tabs.end(), [page](const Tab& tab) { return tab.page == page; });
}

void TabStack::setTabText(QWidget* page, const QString& text) {
    Tab& tab = tabOf(page);
    tab.text = text;
    tab.button->setAccessibleName(text);
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

void TabStack::setTabVisible(QWidget* page, bool visible) {
    tabOf(page).button->setVisible(visible);
    fitTexts();
}

void TabStack::showTab(QWidget* page) {
    tabOf(page).button->setChecked(true);
    m_pages->setCurrentWidget(page);
    fitTexts(); // the current one is bold
}

}
