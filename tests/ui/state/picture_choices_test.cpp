// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/picture_choices.h"

#include <QTemporaryDir>

#include "tests/support/ui/catch_qt.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/settings.h"

using namespace memtape;

namespace {

PictureChoices someChoices() {
    PictureChoices choices;
    choices.pins.insert({3, 0}, QPointF(376.5, 80));
    choices.forms.insert({7, 2}, FormChoice::Across);
    choices.forms.insert({9, 0}, FormChoice::Folded);
    choices.formsOfTypes.insert(QStringLiteral("Node"), FormChoice::Down);
    choices.treesAcross = true;
    return choices;
}

}

TEST_CASE("what was chosen for a program's picture is kept in the settings, each program's for itself", "[choices]") {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    {
        SettingsStore store(file);
        Settings settings(store);
        settings.keepPictureOf(QStringLiteral("/home/kim/a.py"), someChoices().toMap());
        settings.keepPictureOf(QStringLiteral("/home/kim/b.py"), {{QStringLiteral("trees"), QStringLiteral("across")}});
        settings.keepPictureOf(QString(), someChoices().toMap()); // a text that is in no file
    }
    SettingsStore store(file);
    Settings settings(store);
    CHECK(PictureChoices::fromMap(settings.pictureOf(QStringLiteral("/home/kim/a.py"))) == someChoices());
    PictureChoices other = PictureChoices::fromMap(settings.pictureOf(QStringLiteral("/home/kim/b.py")));
    CHECK(other.treesAcross);
    CHECK(other.forms.isEmpty());
    CHECK(settings.pictureOf(QStringLiteral("/home/kim/c.py")).isEmpty());
    CHECK(settings.pictureOf(QString()).isEmpty());
    settings.keepPictureOf(QStringLiteral("/home/kim/a.py"), {});
    CHECK(settings.pictureOf(QStringLiteral("/home/kim/a.py")).isEmpty());
    CHECK_FALSE(settings.pictureOf(QStringLiteral("/home/kim/b.py")).isEmpty());
}

TEST_CASE("the settings remember the pictures of the last hundred programs", "[choices]") {
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    for (int i = 0; i < 101; ++i) settings.keepPictureOf(QStringLiteral("/p%1.py").arg(i), someChoices().toMap());
    CHECK(settings.pictureOf(QStringLiteral("/p0.py")).isEmpty());
    CHECK_FALSE(settings.pictureOf(QStringLiteral("/p1.py")).isEmpty());
    CHECK_FALSE(settings.pictureOf(QStringLiteral("/p100.py")).isEmpty());
}

TEST_CASE("what the settings say wrongly of a picture is left out", "[choices]") {
    const QVariantMap wrong{{QStringLiteral("pins"), QVariantMap{{QStringLiteral("3:0"), QStringLiteral("left")},
                                                                 {QStringLiteral("three"), QPointF(1, 2)},
                                                                 {QStringLiteral("4:0"), QPointF(1e300, 0)},
                                                                 {QStringLiteral("5:1"), QPointF(8, 16)}}},
                            {QStringLiteral("forms"), QVariantMap{{QStringLiteral("7:0"), QStringLiteral("round")},
                                                                  {QStringLiteral("-1:0"), QStringLiteral("down")},
                                                                  {QStringLiteral("8:0"), QStringLiteral("down")}}},
                            {QStringLiteral("formsOfTypes"), 5},
                            {QStringLiteral("trees"), QStringLiteral("sideways")}};
    PictureChoices choices = PictureChoices::fromMap(wrong);
    CHECK(choices.pins == QHash<PictureChoices::BirthPlace, QPointF>{{{5, 1}, QPointF(8, 16)}});
    CHECK(choices.forms == QHash<PictureChoices::BirthPlace, FormChoice>{{{8, 0}, FormChoice::Down}});
    CHECK(choices.formsOfTypes.isEmpty());
    CHECK_FALSE(choices.treesAcross);
    CHECK(PictureChoices::fromMap({}).isEmpty());
}
