// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/weave_stamp.h"

#include <QFile>
#include <QTemporaryDir>

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

namespace {

void put(const QDir& folder, const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

// A folder with a picture, a module beside the text, and the stamp of both.
struct Woven {
    QTemporaryDir root;
    QDir folder{root.path()};

    Woven() {
        put(folder, QStringLiteral("1.svg"), "picture");
        put(folder, QStringLiteral("helper.py"), "x = 1");
        WeaveStamp stamp;
        stamp.blocks.append({"asked",
                             {{QStringLiteral("1.svg"), digestOf("picture"), QStringLiteral("what it shows")}},
                             {{QStringLiteral("helper.py"), digestOf("x = 1"), {}}}});
        put(folder, WeaveStamp::fileName, stamp.json());
    }
    const StampedBlock* find(const QByteArray& asked = "asked") {
        m_stamp = WeaveStamp::ofFolder(folder);
        return m_stamp.find(asked, folder, folder);
    }

private:
    WeaveStamp m_stamp;
};

}

TEST_CASE("what was drawn is known again", "[weave]") {
    Woven woven;
    REQUIRE(woven.find());
    CHECK(woven.find()->pictures.first().alt == QStringLiteral("what it shows"));
    CHECK_FALSE(woven.find("asked otherwise"));
}

TEST_CASE("a picture that is another or gone is to be drawn", "[weave]") {
    Woven woven;
    put(woven.folder, QStringLiteral("1.svg"), "painted over");
    CHECK_FALSE(woven.find());
    QFile::remove(woven.folder.filePath(QStringLiteral("1.svg")));
    CHECK_FALSE(woven.find());
}

TEST_CASE("a module that the program read counts as its text does", "[weave]") {
    Woven woven;
    put(woven.folder, QStringLiteral("helper.py"), "x = 2");
    CHECK_FALSE(woven.find());
}

TEST_CASE("a stamp that makes no sense is none", "[weave]") {
    Woven woven;
    for (const char* bytes : {"", "{", "[]", "{\"blocks\": 3}", "{\"blocks\": [{\"asked\": \"asked\", \"pictures\": []}]}",
                              "{\"blocks\": [{\"asked\": \"asked\", \"pictures\": [{\"path\": \"../1.svg\", \"digest\": \"\"}]}]}"}) {
        put(woven.folder, WeaveStamp::fileName, bytes);
        CHECK_FALSE(woven.find());
    }
}
