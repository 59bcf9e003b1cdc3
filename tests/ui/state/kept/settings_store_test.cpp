// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/file_size_limit.h"
#include "tests/support/ui/catch_qt.h"
#include "ui/state/kept/ini_text.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/limits.h"
#include "ui/state/settings.h"

using namespace memtape;

namespace {

struct Place {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("memtape.conf"));
    void write(const QByteArray& bytes) const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray content() const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

const QString theme = QStringLiteral("look/theme"), scale = QStringLiteral("look/textScale");

}

TEST_CASE("what is set is written a moment later, in one go, and read again", "[settings]") {
    Place place;
    SettingsStore store(place.path);
    CHECK_FALSE(store.contains(theme));
    store.setValue(theme, 2);
    store.setValue(scale, 1.25);
    CHECK(store.value(theme) == 2);
    CHECK(place.names().isEmpty()); // not yet
    REQUIRE(QTest::qWaitFor([&] { return !place.names().isEmpty(); }));
    CHECK(place.content() == QByteArray("[look]\ntextScale=1.25\ntheme=2\n"));
    SettingsStore again(place.path);
    CHECK(again.value(theme).toInt() == 2);
    CHECK(again.problem().isEmpty());
}

TEST_CASE("a folder that is not there yet is made, and the last changes are written at the end", "[settings]") {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a/b/memtape.conf"));
    { SettingsStore(path).setValue(theme, 1); }
    CHECK(SettingsStore(path).value(theme).toInt() == 1);
}

TEST_CASE("why a folder cannot be made is told", "[settings]") {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("home")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    SettingsStore store(file.fileName() + QStringLiteral("/.config/memtape.conf"));
    store.setValue(theme, 1);
    CHECK_FALSE(store.write());
    CHECK(store.problem().contains(qt_error_string(ENOTDIR)));
    CHECK(store.value(theme).toInt() == 1); // for this window
}

TEST_CASE("a disk that is full at any byte of the settings leaves the old file, which is told once", "[settings][disk]") {
    Place place;
    place.write("[look]\ntheme=1\n");
    const QByteArray old = place.content();
    SettingsStore store(place.path);
    QSignalSpy told(&store, &SettingsStore::problemFound);
    store.setValue(QStringLiteral("session/text"), QString(300, QLatin1Char('x')));
    const QByteArray whole = "[look]\ntheme=1\n\n[session]\ntext=" + QByteArray(300, 'x') + '\n';
    for (qsizetype bytes = 0; bytes < whole.size(); ++bytes) {
        INFO(bytes);
        const test::FileSizeLimit limit(bytes);
        REQUIRE_FALSE(store.write());
        REQUIRE(place.content() == old);
        REQUIRE(place.names() == QStringList{QStringLiteral("memtape.conf")});
    }
    CHECK(told.count() == 1);
    CHECK(store.problem().contains(QStringLiteral("cannot be written")));
    CHECK(store.write()); // there is room again
    CHECK(place.content() == whole);
    CHECK(store.problem().isEmpty());
}

TEST_CASE("a settings file that makes no sense is set aside, and what could be read is used", "[settings]") {
    Place place;
    const QByteArray broken =
        GENERATE(QByteArray("[look]\ntheme=2\n[window]\ngeometry=@ByteArray(\\x1\\xd9"), QByteArray("[look]\ntheme=2\n") + QByteArray(40, '\0'));
    place.write(broken);
    {
        SettingsStore store(place.path);
        CHECK(store.value(theme).toInt() == 2);
        CHECK(store.problem().contains(QStringLiteral("memtape.conf.broken")));
        CHECK(place.names() == QStringList{QStringLiteral("memtape.conf.broken")});
    }
    CHECK(place.content() == QByteArray("[look]\ntheme=2\n")); // a new one
    QFile aside(place.path + QStringLiteral(".broken"));
    REQUIRE(aside.open(QIODevice::ReadOnly));
    CHECK(aside.readAll() == broken);
}

TEST_CASE("a settings file that cannot be read is not written over", "[settings]") {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("memtape.conf"));
    REQUIRE(QDir().mkpath(path + QStringLiteral("/inside"))); // something else has its name
    SettingsStore store(path);
    CHECK(store.problem().contains(QStringLiteral("cannot be read")));
    store.setValue(theme, 1);
    CHECK_FALSE(store.write());
    CHECK(QDir(path + QStringLiteral("/inside")).exists());
    CHECK(store.value(theme).toInt() == 1); // for this window
}

TEST_CASE("windows that are open at once lose nothing of each other's settings", "[settings]") {
    Place place;
    SettingsStore one(place.path), other(place.path);
    one.setValue(theme, 1);
    other.setValue(scale, 1.5);
    REQUIRE(one.write());
    REQUIRE(other.write());
    CHECK(other.value(theme).toInt() == 1); // it has seen that
    one.setValue(theme, 2);
    other.setValue(theme, 0);
    REQUIRE(one.write());
    REQUIRE(other.write());
    SettingsStore last(place.path);
    CHECK(last.value(theme).toInt() == 0); // set last
    CHECK(last.value(scale).toDouble() == 1.5);
}

TEST_CASE("of two sessions that are kept, one is there whole", "[settings]") {
    Place place;
    SettingsStore one(place.path), other(place.path);
    Settings(one).keepSession(QStringLiteral("/home/kim/a.py"), {}, {}, 7);
    REQUIRE(one.write());
    Settings(other).keepSession({}, QStringLiteral("n = 1\n"), {}, 7);
    REQUIRE(other.write());
    Settings(one).keepSession(QStringLiteral("/home/kim/a.py"), {}, {}, 7); // all as it has it already
    REQUIRE(one.write());
    SettingsStore store(place.path);
    const Settings last(store);
    CHECK(last.lastFile() == QStringLiteral("/home/kim/a.py"));
    CHECK(last.lastText().isEmpty());
}

TEST_CASE("limits that a settings file names are brought within what is possible", "[settings][limits]") {
    Place place;
    place.write("[limits]\nsteps=0\nheap=1\ntape=99999999999999999999\nscratch=many\noutput=1048576\n");
    SettingsStore store(place.path);
    const Limits limits = Settings(store).limits();
    CHECK(limits[Limit::Steps] == 1);
    CHECK(limits[Limit::Heap] == limitTable()[size_t(Limit::Heap)].least);
    CHECK(limits[Limit::Tape] == Limits()[Limit::Tape]);
    CHECK(limits[Limit::Scratch] == Limits()[Limit::Scratch]);
    CHECK(limits[Limit::Output] == 1048576);
}
