// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/inspector_panel.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/tab_stack.h"
#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

InspectorPanel::InspectorPanel(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tabs = new TabStack;
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    m_tabs->setCorner(m_close);
    layout->addWidget(m_tabs);
    connect(m_tabs, &TabStack::currentChanged, this, &InspectorPanel::pageChanged);
    connect(m_close, &QToolButton::clicked, this, &InspectorPanel::closeRequested);
    connect(&appearance, &Appearance::changed, this, &InspectorPanel::restyle);
    restyle();
}

void InspectorPanel::addPage(QWidget* page) { m_tabs->addTab(page); }

void InspectorPanel::setTitle(QWidget* page, const QString& title) { m_tabs->setTabText(page, title); }

void InspectorPanel::showPage(QWidget* page) { m_tabs->showTab(page); }

QWidget* InspectorPanel::currentPage() const { return m_tabs->currentPage(); }

void InspectorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QFrame::changeEvent(event);
}

void InspectorPanel::restyle() {
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the inspector"));
    setAccessibleName(tr("Inspector"));
}

}
