// SPDX-License-Identifier: GPL-3.0-or-later
// The form of the settings' file is that of Qt's own, which is asked here.
#include <QFile>
#include <QPointF>
#include <QSettings>
#include <QTemporaryDir>
#include <random>

#include "tests/support/ui/catch_qt.h"
#include "ui/state/kept/ini_text.h"
#include "ui/state/kept/ini_value.h"
#include "ui/state/kept/variant_stream.h"

using namespace memtape;

namespace {

using Random = std::mt19937;

QString someText(Random& random) {
    static const QStringList pieces{QStringLiteral("a"),      QStringLiteral("1f"), QStringLiteral(" "),          QStringLiteral("\""),
                                    QStringLiteral("\\"),     QStringLiteral("\n"), QStringLiteral("="),          QStringLiteral(";"),
                                    QStringLiteral(","),      QStringLiteral("@"),  QStringLiteral("한국"),       QStringLiteral("é"),
                                    QStringLiteral("\u0001"), QStringLiteral("%"),  QStringLiteral("\U0001F40D"), QStringLiteral("\t"),
                                    QStringLiteral("[x]")};
    QString text;
    for (size_t i = random() % 8; i > 0; --i) text += pieces[qsizetype(random() % size_t(pieces.size()))];
    return text;
}

QVariant someValue(Random& random, int depth = 0) {
    switch (random() % (depth < 2 ? 10 : 7)) {
    case 0: return bool(random() % 2);
    case 1: return int(random());
    case 2: return qulonglong(random()) << 32 | random();
    case 3: return double(int(random())) / 1000;
    case 4: return QByteArray(someText(random).toUtf8());
    case 5: return depth ? QVariant(QPointF(int(random()) / 16.0, 3)) : QVariant(someText(random));
    case 6: return someText(random);
    case 7: {
        QStringList texts;
        for (size_t i = random() % 4; i > 0; --i) texts.append(someText(random));
        return texts;
    }
    case 8: {
        QVariantMap map;
        for (size_t i = random() % 4; i > 0; --i) map.insert(someText(random), someValue(random, depth + 1));
        return map;
    }
    default: {
        QVariantList list;
        for (size_t i = random() % 4; i > 0; --i) list.append(someValue(random, depth + 1));
        return list;
    }
    }
}

// What a file says has no types but for what needs one: 3 is read as a text.
bool sameInFile(const QVariant& a, const QVariant& b) {
    if (a.typeId() == QMetaType::QVariantMap || b.typeId() == QMetaType::QVariantMap) return a.toMap() == b.toMap();
    if (a.typeId() == QMetaType::QByteArray) return a.toByteArray() == b.toByteArray();
    if (a.typeId() == QMetaType::QVariantList) return a.toList() == b.toList();
    if (a.typeId() == QMetaType::QStringList)
        return a.toStringList() == b.toStringList() || (a.toStringList() == QStringList{QString()} && b.toString().isEmpty());
    return a.toString() == b.toString();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}

TEST_CASE("settings that Qt wrote are read, and Qt reads what is written here", "[settings]") {
    QTemporaryDir folder;
    const QString theirs = folder.filePath(QStringLiteral("theirs.ini")), ours = folder.filePath(QStringLiteral("ours.ini"));
    Random random(7);
    QVariantMap values;
    for (int i = 0; i < 400; ++i) values.insert(QStringLiteral("group %1/na me/%2").arg(i % 7).arg(i), someValue(random));
    values.insert(QStringLiteral("alone"), 3);
    values.insert(QStringLiteral("General/really"), QStringLiteral("so"));
    values.insert(QStringLiteral("그룹/이름"), QStringLiteral("값"));
    {
        QSettings settings(theirs, QSettings::IniFormat);
        for (auto value = values.begin(); value != values.end(); ++value) settings.setValue(value.key(), value.value());
    }
    const QSettings asQtReads(theirs, QSettings::IniFormat);
    const IniText read = readIni(contentOf(theirs));
    CHECK(read.isWhole);
    CHECK(read.values.keys() == values.keys());
    QFile file(ours);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(writeIni(values));
    file.close();
    QSettings settings(ours, QSettings::IniFormat);
    CHECK(settings.status() == QSettings::NoError);
    const IniText again = readIni(contentOf(ours));
    CHECK(again.isWhole);
    for (auto value = values.begin(); value != values.end(); ++value) {
        INFO(value.key() << " = " << iniValueText(value.value()).toStdString());
        CHECK(sameInFile(asQtReads.value(value.key()), read.values.value(value.key())));
        CHECK(sameInFile(value.value(), settings.value(value.key())));
        CHECK(sameInFile(value.value(), again.values.value(value.key())));
    }
}

TEST_CASE("a name that ends with its group is written so that it can be read", "[settings]") {
    const QVariantMap values{{QStringLiteral("group/"), 1}, {QStringLiteral("a/b/"), 2}, {QStringLiteral("/"), 3}, {QStringLiteral("General/"), 4}};
    const IniText again = readIni(writeIni(values));
    CHECK(again.isWhole);
    CHECK(again.values.keys() == values.keys());
}

TEST_CASE("what makes no sense in a settings file is left out, and the rest is read", "[settings]") {
    const char* line = GENERATE("no equals sign", "=nothing", "b=\"cut o", "b=@ByteArray(cut", "b=@Variant(\\0\\0\\0\\b\\xff\\xff\\xff\\xf0)",
                                "b=@Unknown(1)", "b=cut\\", "b=\xff\xfe", "[half", "%zz=1");
    INFO(line);
    const IniText read = readIni(QByteArray("[look]\ntheme=2\n; said by hand\n") + line + "\n[time]\nspeed=4\n");
    CHECK_FALSE(read.isWhole);
    CHECK(read.values.value(QStringLiteral("look/theme")) == QVariant(QStringLiteral("2")));
    CHECK(read.values.value(QStringLiteral("time/speed")) == QVariant(QStringLiteral("4")));
    CHECK(read.values.size() == 2);
}

TEST_CASE("a stream of values that claims more than there is takes no memory for it", "[settings]") {
    for (int type : {8, 9, 11}) { // a map, a list, a list of texts
        const QByteArray huge("\0\0\0", 3);
        CHECK_FALSE(variantOfStream(huge + char(type) + QByteArray("\xff\xff\xff\xfe", 4)));
    }
    QByteArray nested;
    for (int i = 0; i < 100000; ++i) nested += QByteArray("\0\0\0\x9\0\0\0\x1", 8);
    CHECK_FALSE(variantOfStream(nested));
}

TEST_CASE("a settings file of any bytes is no crash", "[settings]") {
    Random random(11);
    QVariantMap values;
    for (int i = 0; i < 30; ++i) values.insert(QStringLiteral("g/%1").arg(i), someValue(random));
    const QByteArray whole = writeIni(values);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = whole.left(qsizetype(random() % size_t(whole.size() + 1)));
        for (size_t n = random() % 6; n > 0 && !bytes.isEmpty(); --n) bytes[qsizetype(random() % size_t(bytes.size()))] = char(random());
        const IniText read = readIni(bytes);
        CHECK(read.values.size() <= values.size() + 6);
    }
}
