// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include "tests/support/ui/catch_qt.h"

namespace {

// The text of a string literal, which may go on in further literals.
QString unquoted(const QString& literals) {
    static const QRegularExpression piece(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto all = piece.globalMatch(literals); all.hasNext();) text += all.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
}

}

TEST_CASE("every text of the sources is in the Korean translation", "[translation]") {
    QFile file(QStringLiteral(MEMTAPE_SOURCE_DIR "/resources/translations/memtape_ko.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString known = QString::fromUtf8(file.readAll());
    QRegularExpression call(QStringLiteral("\\b(?:tr\\(|QT_TRANSLATE_NOOP\\(\"[\\w:]+\", )((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)"));
    int texts = 0;
    for (const char* folder : {"/ui", "/app"})
        for (QDirIterator files(QStringLiteral(MEMTAPE_SOURCE_DIR) + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.def")},
                                QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile source(files.next());
            REQUIRE(source.open(QIODevice::ReadOnly));
            QString code = QString::fromUtf8(source.readAll());
            for (auto all = call.globalMatch(code); all.hasNext(); ++texts) {
                QString text = unquoted(all.next().captured(1));
                INFO(source.fileName() << ": " << text);
                CHECK(known.contains(
                    QStringLiteral("<source>%1</source>").arg(text.toHtmlEscaped().replace(QStringLiteral("&quot;"), QStringLiteral("\"")))));
            }
        }
    REQUIRE(texts > 300);
}

TEST_CASE("the Korean translation is complete, and keeps every placeholder", "[translation]") {
    QFile file(QStringLiteral(MEMTAPE_SOURCE_DIR "/resources/translations/memtape_ko.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    REQUIRE_FALSE(text.contains(QStringLiteral("type=\"unfinished\"")));
    QRegularExpression message(QStringLiteral("<source>(.*?)</source>.*?<translation>(.*?)</translation>"),
                               QRegularExpression::DotMatchesEverythingOption);
    QRegularExpression placeholder(QStringLiteral("%\\d"));
    int messages = 0;
    for (auto all = message.globalMatch(text); all.hasNext();) {
        auto match = all.next();
        ++messages;
        QStringList wanted, found;
        for (auto each = placeholder.globalMatch(match.captured(1)); each.hasNext();) wanted.append(each.next().captured());
        for (auto each = placeholder.globalMatch(match.captured(2)); each.hasNext();) found.append(each.next().captured());
        wanted.sort();
        found.sort();
        INFO(match.captured(1).toStdString());
        REQUIRE(wanted == found);
        REQUIRE_FALSE(match.captured(2).isEmpty());
    }
    REQUIRE(messages > 200);
}
