// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include "ui/style/appearance.h"

namespace memtape {

void WindowLanguage::set(const QString& code) {
    const QString korean = QStringLiteral("ko");
    QString wanted = code == korean ? korean : QStringLiteral("en");
    if (wanted == m_code) return;
    m_code = wanted;
    setInterfaceScript(wanted == korean ? TextScript::Hangul : TextScript::Latin);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (wanted == korean) {
        if (m_ours.load(QStringLiteral(":/translations/memtape_ko.qm"))) QCoreApplication::installTranslator(&m_ours);
        if (m_qts.load(QStringLiteral("qtbase_ko"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(&m_qts);
    }
    Q_EMIT changed();
}

}
