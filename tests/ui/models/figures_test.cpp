// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figures.h"

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

TEST_CASE("a figure is whole, or rounded with a unit that says so", "[figures]") {
    const QChar space(0xA0);
    CHECK(shortFigure(0) == QStringLiteral("0"));
    CHECK(shortFigure(9999) == QStringLiteral("9999"));
    CHECK(shortFigure(10000) == QStringLiteral("10.0") + space + QLatin1Char('k'));
    CHECK(shortFigure(85691) == QStringLiteral("85.7") + space + QLatin1Char('k'));
    CHECK(shortFigure(123456) == QStringLiteral("123") + space + QLatin1Char('k'));
    CHECK(shortFigure(999499) == QStringLiteral("999") + space + QLatin1Char('k'));
    CHECK(shortFigure(999950) == QStringLiteral("1.00") + space + QLatin1Char('M'));
    CHECK(shortFigure(9999999) == QStringLiteral("10.0") + space + QLatin1Char('M'));
    CHECK(shortFigure(1234567890) == QStringLiteral("1.23") + space + QLatin1Char('G'));
    CHECK(wholeFigure(9999) == QStringLiteral("9999"));
    CHECK(wholeFigure(1234567) == QStringLiteral("1") + space + QStringLiteral("234") + space + QStringLiteral("567"));
}
