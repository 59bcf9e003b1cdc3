// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/text_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

struct Translators {
    QTranslator ours, qts;
    QString code = QStringLiteral("en");
};

Translators& translators() {
    static Translators those;
    return those;
}

}

QString textLanguage() { return translators().code; }

void setTextLanguage(const QString& code) {
    Translators& those = translators();
    const QString korean = QStringLiteral("ko"), wanted = code == korean ? korean : QStringLiteral("en");
    if (wanted == those.code) return;
    those.code = wanted;
    setInterfaceScript(wanted == korean ? TextScript::Hangul : TextScript::Latin);
    QCoreApplication::removeTranslator(&those.ours);
    QCoreApplication::removeTranslator(&those.qts);
    if (wanted != korean) return;
    if (those.ours.load(QStringLiteral(":/translations/memtape_ko.qm"))) QCoreApplication::installTranslator(&those.ours);
    if (those.qts.load(QStringLiteral("qtbase_ko"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&those.qts);
}

}
