// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/inspector_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/appearance.h"
#include "ui/style/icons.h"

namespace memtape {

InspectorPanel::InspectorPanel(const Appearance& appearance, QWidget* parent) : QFrame(parent), m_appearance(appearance) {
    setProperty("look", "panel");
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new QWidget;
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(16, 0, 8, 0);
    m_heading = new QLabel;
    m_heading->setProperty("look", "title");
    m_close = new QToolButton;
    m_close->setProperty("look", "flat");
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(m_close);
    auto* line = new QFrame;
    line->setProperty("look", "line");
    m_stack = new QStackedWidget;
    layout->addWidget(m_header);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    connect(m_close, &QToolButton::clicked, this, &InspectorPanel::closeRequested);
    connect(&appearance, &Appearance::changed, this, &InspectorPanel::restyle);
    restyle();
}

void InspectorPanel::addPage(QWidget* page) {
    auto* tab = new QToolButton;
    tab->setProperty("look", "tab");
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    tab->setChecked(m_pages.isEmpty());
    connect(tab, &QToolButton::clicked, m_stack, [this, page] { m_stack->setCurrentWidget(page); });
    static_cast<QHBoxLayout*>(m_header->layout())->insertWidget(int(m_pages.size()) + 1, tab); // behind the heading
    m_stack->addWidget(page);
    m_pages.append({page, tab});
    m_heading->setVisible(m_pages.size() == 1);
    for (const Page& each : std::as_const(m_pages)) each.tab->setVisible(m_pages.size() > 1);
}

void InspectorPanel::setTitle(QWidget* page, const QString& title) {
    for (const Page& each : std::as_const(m_pages))
        if (each.widget == page) each.tab->setText(title);
    m_heading->setText(m_pages.first().tab->text());
}

QWidget* InspectorPanel::currentPage() const { return m_stack->currentWidget(); }

void InspectorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) restyle();
    QFrame::changeEvent(event);
}

void InspectorPanel::restyle() {
    m_header->setFixedHeight(m_appearance.scaled(36));
    m_close->setIcon(icon(QStringLiteral("close"), m_appearance.palette()));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the inspector"));
    setAccessibleName(tr("Inspector"));
}

}
