// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/inked_text.h"

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

namespace {

QString shown(const QVector<InkedPiece>& line) {
    QStringList pieces;
    for (const InkedPiece& piece : line)
        pieces.append(piece.ink == Ink::Text ? piece.text : QStringLiteral("%1(%2)").arg(QLatin1String(inkName(piece.ink)), piece.text));
    return pieces.join(QLatin1Char('|'));
}

}

TEST_CASE("a program's lines are cut where the editor's colour changes", "[editor]") {
    auto lines = inkedLines("python", QStringLiteral("def f(x):\n    return 'é' # 끝\n\nf(12)"));
    REQUIRE(lines.size() == 4);
    CHECK(shown(lines[0]).startsWith(QStringLiteral("Keyword(def)| |Definition(f)|")));
    CHECK(shown(lines[1]).contains(QStringLiteral("Keyword(return)")));
    CHECK(shown(lines[1]).contains(QStringLiteral("String('é')")));
    CHECK(shown(lines[1]).endsWith(QStringLiteral("Comment(# 끝)")));
    CHECK(lines[2].isEmpty());
    CHECK(shown(lines[3]).contains(QStringLiteral("Number(12)")));
}

TEST_CASE("a text of a language without colours is whole lines", "[editor]") {
    auto lines = inkedLines("nobody's", QStringLiteral("to main\n  block"));
    REQUIRE(lines.size() == 2);
    CHECK(shown(lines[0]) == QStringLiteral("to main"));
    CHECK(shown(lines[1]) == QStringLiteral("  block"));
}
