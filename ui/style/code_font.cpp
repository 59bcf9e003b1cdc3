// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/code_font.h"

#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QtEndian>

namespace memtape {

namespace {

const char publicName[] = "JetBrains Mono";
const char ownName[] = "JetBrains Tape"; // of the same length: it is written over the other in place

QString installedFile(const QString& name) {
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::FontsLocation);
    folders.prepend(QStringLiteral("/usr/share/fonts/truetype/jetbrains-mono")); // where Debian has it
    for (const QString& folder : folders)
        for (QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) return files.next();
    return {};
}

QByteArray wide(const char* text) {
    QByteArray bytes;
    for (; *text; ++text) bytes.append('\0').append(*text);
    return bytes;
}

// An sfnt file: after 12 bytes a directory of tables, each with tag, checksum, offset, length (4 bytes each). A table whose tag nobody
// knows is passed over.
bool hideSubstitutions(QByteArray& font) {
    if (font.size() < 12) return false;
    int tables = qFromBigEndian<quint16>(font.constData() + 4);
    bool hidden = false;
    for (int i = 0; i < tables && 12 + 16 * (i + 1) <= font.size(); ++i) {
        char* entry = font.data() + 12 + 16 * i;
        if (qstrncmp(entry, "GSUB", 4) == 0) {
            entry[3] = 'X';
            hidden = true;
        }
        if (qstrncmp(entry, "name", 4) != 0) continue;
        quint32 offset = qFromBigEndian<quint32>(entry + 8), length = qFromBigEndian<quint32>(entry + 12);
        if (quint64(offset) + length > quint64(font.size())) return false;
        QByteArray names = font.mid(offset, length);
        names.replace(wide(publicName), wide(ownName)).replace(publicName, ownName);
        font.replace(offset, length, names);
    }
    return hidden;
}

QString load() {
    for (const char* name : {"JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"}) {
        QFile file(installedFile(QString::fromLatin1(name)));
        if (!file.open(QIODevice::ReadOnly)) return QString::fromLatin1(publicName);
        QByteArray font = file.readAll();
        if (!hideSubstitutions(font) || QFontDatabase::addApplicationFontFromData(font) < 0) return QString::fromLatin1(publicName);
    }
    return QString::fromLatin1(ownName);
}

}

QString plainCodeFamily() {
    static const QString family = load();
    return family;
}

QByteArray withPublicFamilyNames(QByteArray text) { return text.replace(ownName, publicName); }

}
