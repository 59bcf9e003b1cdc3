// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tab_stack.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

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
    m_chooser = new QToolButton;
    m_chooser->setProperty("look", "tabs");
    m_chooser->setPopupMode(QToolButton::InstantPopup);
    m_chooser->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chooser->setLayoutDirection(Qt::RightToLeft); // the icon behind the text
    m_chooser->setIcon(QIcon(QStringLiteral(":/icons/down.svg")));
    m_chooser->installEventFilter(this);
    m_menu = new QMenu(m_chooser);
    m_menu->setLayoutDirection(Qt::LeftToRight);
    connect(m_menu, &QMenu::aboutToShow, this, &TabStack::fillMenu);
    m_chooser->setMenu(m_menu);
    m_chooser->hide();
    m_bar->addWidget(m_chooser);
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
    m_tabs.append({button, page, {}, true});
    if (m_tabs.size() == 1) showTab(page);
}

TabStack::Tab& TabStack::tabOf(QWidget* page) {
    return *std::find_if(m_tabs.begin(), m_tabs.end(), [page](const Tab& tab) { return tab.page == page; });
}

void TabStack::setTabText(QWidget* page, const QString& text) {
    Tab& tab = tabOf(page);
    tab.text = text;
    tab.button->setText(text);
    tab.button->setAccessibleName(text);
    fitTexts();
}

void TabStack::setTight(bool tight) {
    const int side = tight ? tightMargin : margin;
    m_bar->setContentsMargins(side, 0, side, 0);
    m_bar->setSpacing(tight ? 0 : gap);
    for (const Tab& tab : std::as_const(m_tabs)) {
        if (tab.button->property("tight").toBool() == tight) continue;
        tab.button->setProperty("tight", tight);
        tab.button->style()->unpolish(tab.button);
        tab.button->style()->polish(tab.button);
    }
}

int TabStack::neededWidth() const {
    int needed = 0;
    for (const Tab& tab : m_tabs)
        if (tab.isOffered) needed += tab.button->sizeHint().width() + m_bar->spacing();
    return needed;
}

// Where the texts are too long for the bar, the gaps between them go first, then all but the current one.
void TabStack::fitTexts() {
    if (m_tabs.isEmpty()) return;
    auto room = [this] {
        const QMargins sides = m_bar->contentsMargins();
        return width() - sides.left() - sides.right() - (m_corner ? m_corner->sizeHint().width() + m_bar->spacing() : 0);
    };
    bool fits = false;
    for (bool tight : {false, true}) {
        setTight(tight);
        fits = neededWidth() <= room();
        if (fits) break;
    }
    for (const Tab& tab : std::as_const(m_tabs)) tab.button->setVisible(fits && tab.isOffered);
    const QString now = tabOf(currentPage()).text;
    m_chooser->setAccessibleName(now);
    m_chooser->setToolTip(tr("Choose a tab"));
    const int besideText = m_chooser->sizeHint().width() - m_chooser->fontMetrics().horizontalAdvance(m_chooser->text());
    m_chooser->setText(m_chooser->fontMetrics().elidedText(now, Qt::ElideRight, std::max(0, room() - besideText)));
    m_chooser->setVisible(!fits);
}

// The tabs ask for no width: it is they that make room.
QSize TabStack::minimumSizeHint() const { return {m_pages->minimumSizeHint().width(), QWidget::minimumSizeHint().height()}; }

void TabStack::fillMenu() {
    m_menu->clear();
    for (const Tab& tab : std::as_const(m_tabs)) {
        if (!tab.isOffered) continue;
        QAction* action = m_menu->addAction(tab.text, this, [this, page = tab.page] { showTab(page); });
        action->setCheckable(true);
        action->setChecked(tab.page == currentPage());
    }
}

bool TabStack::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_chooser || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
    QVector<QWidget*> offered;
    for (const Tab& tab : std::as_const(m_tabs))
        if (tab.isOffered) offered.append(tab.page);
    const qsizetype to = offered.indexOf(currentPage()) + (key == Qt::Key_Left ? -1 : 1);
    if (to >= 0 && to < offered.size()) showTab(offered[to]);
    return true;
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
    tabOf(page).isOffered = visible;
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
