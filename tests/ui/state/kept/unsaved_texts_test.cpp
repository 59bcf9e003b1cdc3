// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>

#include "tests/support/file_size_limit.h"
#include "tests/support/ui/catch_qt.h"
#include "ui/state/kept/unsaved_texts.h"

using namespace memtape;

namespace {

UnsavedText someText(const QString& text) {
    return {QStringLiteral("/home/kim/p.py"), QStringLiteral("p.py"), text, UnsavedTexts::digest("old"), QDateTime::currentDateTime()};
}

// A process that keeps a text and is killed.
void keepAndDie(const QString& folder, const QString& text) {
    const pid_t process = fork();
    if (process == 0) {
        UnsavedTexts texts(folder);
        texts.keep(someText(text));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    REQUIRE(WIFSIGNALED(status));
}

}

TEST_CASE("what a window keeps is found when it was killed, and as long as it lives by nobody", "[unsaved]") {
    QTemporaryDir folder;
    UnsavedTexts living(folder.path()), later(folder.path());
    REQUIRE(living.keep(someText(QStringLiteral("alive\n"))).isEmpty());
    CHECK(later.takeLeft().empty());
    keepAndDie(folder.path(), QStringLiteral("n = '한국어'\n"));
    {
        auto left = later.takeLeft();
        REQUIRE(left.size() == 1);
        CHECK(left[0]->text().text == QStringLiteral("n = '한국어'\n"));
        CHECK(left[0]->text().path == QStringLiteral("/home/kim/p.py"));
        CHECK(left[0]->text().base == UnsavedTexts::digest("old"));
        CHECK(living.takeLeft().empty()); // it is offered by one window at a time
    }
    auto again = living.takeLeft(); // nothing was decided about it
    REQUIRE(again.size() == 1);
    again[0]->discard();
    again.clear();
    CHECK(later.takeLeft().empty());
}

TEST_CASE("what was saved or given up leaves nothing behind", "[unsaved]") {
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("state"));
    {
        UnsavedTexts texts(place);
        texts.forget();
        CHECK_FALSE(QDir(place).exists()); // nothing was kept yet
        REQUIRE(texts.keep(someText(QStringLiteral("a"))).isEmpty());
        REQUIRE(texts.keep(someText(QStringLiteral("b"))).isEmpty());
        texts.forget();
    }
    CHECK(QDir(place).isEmpty());
    UnsavedTexts none((QString()));
    CHECK(none.keep(someText(QStringLiteral("a"))).isEmpty());
    CHECK(none.takeLeft().empty());
}

TEST_CASE("on a disk that is full the text that was kept before stays", "[unsaved][disk]") {
    QTemporaryDir folder;
    {
        UnsavedTexts texts(folder.path());
        REQUIRE(texts.keep(someText(QStringLiteral("first"))).isEmpty());
        const test::FileSizeLimit limit(50);
        CHECK_FALSE(texts.keep(someText(QStringLiteral("second"))).isEmpty());
    }
    auto left = UnsavedTexts(folder.path()).takeLeft();
    REQUIRE(left.size() == 1);
    CHECK(left[0]->text().text == QStringLiteral("first"));
}

TEST_CASE("what is no kept text in the state folder is passed over", "[unsaved]") {
    QTemporaryDir folder;
    for (const char* content : {"", "{", "[]", "{\"text\": 5}", "\xff\xfe"}) {
        const QString place = folder.filePath(QStringLiteral("x%1").arg(qlonglong(content[0])));
        REQUIRE(QDir().mkpath(place));
        QFile file(place + QStringLiteral("/text.json"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    CHECK(UnsavedTexts(folder.path()).takeLeft().empty());
}

TEST_CASE("a state folder that cannot be is told", "[unsaved]") {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    UnsavedTexts texts(file.fileName() + QStringLiteral("/state"));
    CHECK(texts.keep(someText(QStringLiteral("a"))).contains(QStringLiteral("Not a directory")));
}
