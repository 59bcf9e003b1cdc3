// SPDX-License-Identifier: GPL-3.0-or-later
// A program that names its encoding keeps it from the disk to the window and back.
#include "tests/support/ui/catch_qt.h"
#include "ui/state/kept/program_text.h"

using namespace memtape;

TEST_CASE("a program in the encoding that it names is read, and written as it was", "[kept][encoding]") {
    const QByteArray programs[] = {
        "print('caf\xc3\xa9')\n",
        "# -*- coding: latin-1 -*-\nprint('caf\xe9')\n",
        "#!/usr/bin/python3\n# vim: set fileencoding=iso-8859-1 :\nprint('\xfc')\r\n",
        "# coding: euc-kr\nprint('\xc7\xd1\xb1\xdb')\n",
        "# coding: cp1252\nprint('\x80')\n",
        "# coding: utf-8\nprint('\xed\x95\x9c')\n",
    };
    for (const QByteArray& bytes : programs) {
        const QString text = programText(bytes);
        CHECK_FALSE(text.contains(QChar::ReplacementCharacter));
        const ProgramBytes again = programBytes(text);
        CHECK(again.bytes == bytes);
        CHECK(again.encoding.isEmpty());
    }
    CHECK(programText(programs[1]).contains(QStringLiteral("café")));
    CHECK(programText(programs[3]).contains(QStringLiteral("한글")));
    CHECK(programText(programs[4]).contains(QStringLiteral("€")));
}

TEST_CASE("a character that the encoding has not is named, and nothing takes its place", "[kept][encoding]") {
    for (const char* encoding : {"latin-1", "ascii", "cp1252"}) {
        const ProgramBytes made = programBytes(QStringLiteral("# coding: %1\nprint('x한é')\n").arg(QLatin1String(encoding)));
        CHECK(made.character == QStringLiteral("한"));
        CHECK_FALSE(made.encoding.isEmpty());
        CHECK(made.bytes.contains("\xed\x95\x9c")); // what it would be in UTF-8
    }
}

TEST_CASE("an encoding that nobody knows is a matter for the program's run", "[kept][encoding]") {
    const ProgramBytes made = programBytes(QStringLiteral("# coding: klingon\nx = 'é'\n"));
    CHECK(made.encoding == QStringLiteral("klingon"));
    CHECK(made.character.isEmpty());
    CHECK(made.bytes == QStringLiteral("# coding: klingon\nx = 'é'\n").toUtf8());
    CHECK(programText("# coding: klingon\nx = '\xc3\xa9'\n").contains(QStringLiteral("é")));
    CHECK(programText("# coding: ascii\nx = '\xc3\xa9'\n").contains(QStringLiteral("é"))); // nor is it in that one
}
