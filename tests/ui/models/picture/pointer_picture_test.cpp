// SPDX-License-Identifier: GPL-3.0-or-later
// Memory as C has it, drawn and told: pointers into blocks and frames, dangling ones, blocks given back and leaked.
#include <QFile>
#include <QTemporaryDir>

#include "core/session/session.h"
#include "tests/support/toy/toy_language.h"
#include "tests/support/toy_programs.h"
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/export/snapshot.h"
#include "ui/models/picture/picture.h"
#include "ui/models/sentences/happened_text.h"

using namespace memtape;

namespace {

std::unique_ptr<Run> toyRun() {
    test::registerToyLanguage();
    Session session;
    RunOptions options;
    options.file = "pointers.toy";
    options.source = test::pointersProgram;
    session.run(options);
    return openRun(session.tape(), Reach::Whole);
}

QString textAt(Run& run, uint32_t line) { return pictureText(buildPicture(run, stepAtLine(run, line), {})); }
QString toldAt(Run& run, uint32_t line) { return HappenedText::describe(run, stepAtLine(run, line)).justBody; }

}

TEST_CASE("pointers are drawn to the middle of a block and into a frame", "[picture][pointers]") {
    auto run = toyRun();
    QString text = textAt(*run, 6);
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("a -> block#1")));
    CHECK(text.contains(QStringLiteral("m, to byte 8 -> block#1")));
    CHECK(text.contains(QStringLiteral("2 -> block#2"))); // a word of the block
    CHECK(textAt(*run, 18).contains(QStringLiteral("p -> own of inner")));
}

TEST_CASE("a dangling pointer is said to be one, a leaked block is drawn as out of reach", "[picture][pointers]") {
    auto run = toyRun();
    CHECK(textAt(*run, 8).contains(QStringLiteral("p -> dangling")));
    QString given = textAt(*run, 11);
    INFO(given.toStdString());
    CHECK(given.contains(QStringLiteral("a -> dangling")));
    CHECK(given.contains(QStringLiteral("m -> dangling")));
    CHECK(given.contains(QStringLiteral("unreachable")));
    QString again = textAt(*run, 13);
    CHECK(again.contains(QStringLiteral("again -> block#")));
    CHECK(again.contains(QStringLiteral("copy -> dangling")));
}

TEST_CASE("what happens to pointers is told in words", "[happened][pointers]") {
    auto run = toyRun();
    auto tells = [&](uint32_t line, const char* words) {
        QString told = toldAt(*run, line);
        INFO(told.toStdString());
        CHECK(told.contains(QLatin1String(words)));
    };
    tells(3, "The name a points to");
    tells(5, "The name m points to byte 8 of");
    tells(6, "Part 2 of");
    tells(18, "The name p points to own of inner.");
    tells(8, "The name p points to a frame that is gone.");
    tells(10, "The name lost points to nothing now.");
    tells(11, "Given back by the program: the block");
    tells(11, "The name m points to a block that was given back.");
    tells(13, "The name copy points to a block that was given back.");
}

TEST_CASE("the scene draws pointers", "[export][pointers]") {
    auto run = toyRun();
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("pointers.svg")), error;
    REQUIRE(exportSnapshot(*run, stepAtLine(*run, 11), {}, path, &error));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QString svg = QString::fromUtf8(file.readAll());
    CHECK(svg.contains(QStringLiteral(">dangling</text>")));
    CHECK(svg.contains(QStringLiteral(">block</text>")));
}
