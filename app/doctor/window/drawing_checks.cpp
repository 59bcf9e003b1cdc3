// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QTemporaryDir>

#include "app/doctor/window/window_checks.h"
#include "ui/state/kept/ini_text.h"
#include "ui/state/kept/settings_store.h"
#include "ui/style/appearance.h"
#include "ui/style/code_font.h"

namespace memtape::doctor {

namespace {

std::string text(const QString& words) { return words.toStdString(); }

// "interface: Inter, NanumGothic (not here: Noto Sans CJK KR)"
std::string familiesOf(const char* use, const QStringList& wanted) {
    QStringList here, missing;
    for (const QString& family : wanted) {
        const QString name = QString::fromUtf8(withPublicFamilyNames(family.toUtf8()));
        (QFontDatabase::hasFamily(family) ? here : missing).append(name);
    }
    QString line = here.isEmpty() ? QStringLiteral("none of those that Memtape names") : here.join(QStringLiteral(", "));
    if (!missing.isEmpty()) line += QStringLiteral(" (not here: %1)").arg(missing.join(QStringLiteral(", ")));
    return use + (": " + text(line));
}

std::string drawnWith(const char* use, const QFont& font) {
    const QString name = QString::fromUtf8(withPublicFamilyNames(QFontInfo(font).family().toUtf8()));
    return std::string(use) + " is drawn with " + text(name);
}

// Whether something new can be made in the folder, or in the nearest one above it that there is; nothing of it stays.
bool takesNewFiles(QString folder) {
    while (!QFileInfo::exists(folder) && folder.size() > 1) folder = QFileInfo(folder).absolutePath();
    const QTemporaryDir trial(folder + QStringLiteral("/memtape-doctor-XXXXXX"));
    return trial.isValid();
}

void quiet(QtMsgType, const QMessageLogContext&, const QString&) {}

}

Drawing::Drawing() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(quiet);
    static int argc = 1;
    static char name[] = "memtape";
    static char* argv[] = {name, nullptr};
    m_application = std::make_unique<QApplication>(argc, argv);
    QApplication::setApplicationName(QStringLiteral("memtape"));
    QApplication::setOrganizationName(QStringLiteral("memtape"));
}

Drawing::~Drawing() = default;

Finding lookAtFonts() {
    Finding finding{"fonts", {}, {}};
    if (QFontInfo(interfaceFont(13)).family().isEmpty()) { // asked before the code's font is loaded, which is not the system's then
        finding.problem = "there are no fonts: install fonts-dejavu-core, fonts-inter, fonts-jetbrains-mono and fonts-nanum";
        return finding;
    }
    finding.facts.push_back(familiesOf("words", interfaceFont(13).families()));
    finding.facts.push_back(familiesOf("code", codeFamilies()));
    finding.facts.push_back(drawnWith("a word", interfaceFont(13)) + ", " + drawnWith("code", codeFont(13)));
    if (!QFontMetrics(interfaceFont(13)).inFontUcs4(U'가')) finding.facts.push_back("no font has Korean letters: fonts-nanum would bring some");
    return finding;
}

Finding lookAtSettings() {
    Finding finding{"settings", {}, {}};
    const QFileInfo file(SettingsStore::usualPath());
    QString place = file.absoluteFilePath();
    const QString ownPlace = qEnvironmentVariable("XDG_CONFIG_HOME");
    if (!ownPlace.isEmpty() && place.startsWith(ownPlace + QLatin1Char('/'))) place.replace(0, ownPlace.size(), QStringLiteral("$XDG_CONFIG_HOME"));
    finding.facts.push_back(text(place) + (file.exists() ? "" : ", which is not there yet"));
    QFile settings(file.filePath());
    const bool isRead = settings.open(QIODevice::ReadOnly);
    if (isRead && !readIni(settings.readAll()).isWhole) finding.problem = "the settings are damaged; the window sets them aside when it opens";
    else if (file.exists() && !isRead) finding.problem = "the settings cannot be read";
    else if (!takesNewFiles(file.absolutePath()))
        finding.facts.push_back("what is chosen in the window cannot be kept there, and lasts until it is closed");
    return finding;
}

}
