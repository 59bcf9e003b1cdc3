// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: choices that last, and files that hold no choice which there is.
#include <QFile>
#include <QTemporaryDir>

#include "tests/support/catch.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/settings.h"

using namespace memtape;

namespace {

// Settings over a file with this in it.
struct Kept {
    explicit Kept(const QByteArray& content) {
        QFile file(folder.filePath(QStringLiteral("memtape.conf")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        store = std::make_unique<SettingsStore>(file.fileName());
    }
    QTemporaryDir folder;
    std::unique_ptr<SettingsStore> store;
};

}

TEST_CASE("a choice is kept", "[settings]") {
    Kept kept("");
    Settings settings(*kept.store);
    settings.setThemeMode(2);
    settings.setTextScale(1.5);
    settings.setDetail(3);
    settings.setPlaySpeed(16);
    const Settings again(*kept.store);
    CHECK(again.themeMode() == 2);
    CHECK(again.textScale() == 1.5);
    CHECK(again.detail() == 3);
    CHECK(again.playSpeed() == 16);
}

TEST_CASE("a number that means no choice is as at first", "[settings]") {
    const QByteArray wrong = GENERATE(as<QByteArray>(), "99", "-1", "nan", "inf", "-inf", "many", "@Invalid()", "");
    CAPTURE(wrong.constData());
    Kept kept("[look]\ntheme=" + wrong + "\ntextScale=" + wrong + "\n[picture]\ndetail=" + wrong + "\n[time]\nspeed=" + wrong + "\n");
    const Settings settings(*kept.store);
    const Kept empty("");
    const Settings atFirst(*empty.store);
    const bool isNumber = wrong == "99" || wrong == "-1";
    CHECK(settings.textScale() == atFirst.textScale());
    CHECK(settings.playSpeed() == atFirst.playSpeed());
    if (!isNumber) return; // what is no whole number counts as 0, which is a choice
    CHECK(settings.themeMode() == atFirst.themeMode());
    CHECK(settings.detail() == atFirst.detail());
}
