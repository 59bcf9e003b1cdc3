// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>

#include "tests/support/ui/catch_qt.h"

TEST_CASE("the Korean translation is complete, and keeps every placeholder", "[translation]") {
    QFile file(QStringLiteral(MEMTAPE_SOURCE_DIR "/resources/translations/memtape_ko.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    REQUIRE_FALSE(text.contains(QStringLiteral("type=\"unfinished\"")));
    QRegularExpression message(QStringLiteral("<source>(.*?)</source>.*?<translation>(.*?)</translation>"), QRegularExpression::DotMatchesEverythingOption);
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
