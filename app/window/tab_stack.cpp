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

namespace {

constexpr int margin = 14, tightMargin = 10, gap = 4; // of the bar; the gap: between its tabs

}

TabStack::TabStack(QWidget* parent) : QWidget(parent) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(margin, 0, margin, 0);
    m_bar->setSpacing(gap);
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
    m_bar->insertWidget(int(m_tabs.size()), button);
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
    int longest = 0;
    for (const Tab& tab : std::as_const(m_tabs)) longest = std::max(longest, tab.button->fontMetrics().horizontalAdvance(tab.text) + 1);
    auto fits = [&](bool tight, int most) {
        const int side = tight ? tightMargin : margin;
        m_bar->setContentsMargins(side, 0, side, 0);
        m_bar->setSpacing(tight ? 0 : gap);
        const int room = width() - 2 * side - (m_corner ? m_corner->sizeHint().width() + m_bar->spacing() : 0);
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
    bool isAnother = page != m_pages->currentWidget();
    tabOf(page).button->setChecked(true);
    m_pages->setCurrentWidget(page);
    fitTexts(); // the current one is bold
    if (isAnother) Q_EMIT currentChanged(page);
}

QWidget* TabStack::currentPage() const { return m_pages->currentWidget(); }

void TabStack::setCorner(QWidget* widget) {
    m_corner = widget;
    m_bar->addWidget(widget);
    fitTexts();
}

}
