// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/while_seen.h"

#include <QEvent>
#include <QWidget>

namespace memtape {

WhileSeen::WhileSeen(QWidget& page, std::function<void()> refresh) : QObject(&page), m_page(page), m_refresh(std::move(refresh)) {
    page.installEventFilter(this);
}

void WhileSeen::touch() {
    m_isStale = !m_page.isVisible();
    if (!m_isStale) m_refresh();
}

bool WhileSeen::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange) touch();
    if (event->type() == QEvent::Show && m_isStale) {
        m_isStale = false;
        m_refresh();
    }
    return QObject::eventFilter(watched, event);
}

}
