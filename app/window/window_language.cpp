// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_language.h"

#include "ui/style/text_language.h"

namespace memtape {

void WindowLanguage::set(const QString& code) {
    const QString wanted = code == QStringLiteral("ko") ? code : QStringLiteral("en");
    if (wanted == m_code) return;
    m_code = wanted;
    setTextLanguage(wanted);
    Q_EMIT changed();
}

}
