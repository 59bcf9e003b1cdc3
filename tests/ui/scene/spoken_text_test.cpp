// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/spoken_text.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

TEST_CASE("a screen reader is told the step first, then what happened, then the picture", "[spoken]") {
    auto run = recordedRun(QStringLiteral("a = [1]\nb = a\nend = 0\n"));
    const uint64_t step = stepAtLine(*run, 3);
    const Picture picture = buildPicture(*run, step, {});
    const QStringList lines = spokenText(run.get(), picture, true).split(QLatin1Char('\n'));
    REQUIRE(lines.size() > 3);
    CHECK(lines[0].startsWith(QStringLiteral("Step 3 of ")));
    CHECK(lines[1].startsWith(QStringLiteral("Just ran line 2")));
    CHECK(lines.contains(QStringLiteral("card Global names (a dict)")));
    const QString quiet = spokenText(run.get(), picture, false); // where arrows are to be found out
    CHECK(quiet.startsWith(lines[0]));
    CHECK_FALSE(quiet.contains(QStringLiteral("Just ran")));
    CHECK(spokenText(nullptr, picture, true) == pictureText(picture));
}
