// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings.h"

#include <QSettings>

namespace memtape {

#define MEMTAPE_SETTING(type, getter, setter, parameter, key, fallback, convert) \
    type Settings::getter() const { return m_store.value(QStringLiteral(key), fallback).convert(); } \
    void Settings::setter(parameter value) { m_store.setValue(QStringLiteral(key), value); }

MEMTAPE_SETTING(QString, language, setLanguage, const QString&, "look/language", QString(), toString)
MEMTAPE_SETTING(int, themeMode, setThemeMode, int, "look/theme", 0, toInt)
MEMTAPE_SETTING(double, textScale, setTextScale, double, "look/textScale", 1.0, toDouble)
MEMTAPE_SETTING(int, detail, setDetail, int, "picture/detail", 2, toInt)
MEMTAPE_SETTING(bool, newestFrameFirst, setNewestFrameFirst, bool, "picture/newestFrameFirst", false, toBool)
MEMTAPE_SETTING(bool, treesAcross, setTreesAcross, bool, "picture/treesAcross", false, toBool)
MEMTAPE_SETTING(bool, motion, setMotion, bool, "picture/motion", true, toBool)
MEMTAPE_SETTING(bool, everyObjectAsBox, setEveryObjectAsBox, bool, "picture/everyObjectAsBox", false, toBool)
MEMTAPE_SETTING(bool, legendShown, setLegendShown, bool, "picture/legend", false, toBool)
MEMTAPE_SETTING(bool, recordWhileTyping, setRecordWhileTyping, bool, "code/recordWhileTyping", true, toBool)
MEMTAPE_SETTING(QStringList, packageFolders, setPackageFolders, const QStringList&, "code/packageFolders", QStringList(), toStringList)
MEMTAPE_SETTING(double, playSpeed, setPlaySpeed, double, "time/speed", 1.0, toDouble)
MEMTAPE_SETTING(QVariantMap, exportLook, setExportLook, const QVariantMap&, "export/look", QVariantMap(), toMap)
MEMTAPE_SETTING(bool, timelineFolded, setTimelineFolded, bool, "time/folded", true, toBool)

#undef MEMTAPE_SETTING

bool Settings::isFirstRun() const { return !m_store.contains(QStringLiteral("session/step")); }
QString Settings::lastFile() const { return m_store.value(QStringLiteral("session/file")).toString(); }
QString Settings::lastText() const { return m_store.value(QStringLiteral("session/text")).toString(); }
QString Settings::lastLesson() const { return m_store.value(QStringLiteral("session/lesson")).toString(); }
quint64 Settings::lastStep() const { return m_store.value(QStringLiteral("session/step")).toULongLong(); }

void Settings::keepSession(const QString& file, const QString& text, const QString& lesson, quint64 step) {
    m_store.setValue(QStringLiteral("session/file"), file);
    m_store.setValue(QStringLiteral("session/text"), text);
    m_store.setValue(QStringLiteral("session/lesson"), lesson);
    m_store.setValue(QStringLiteral("session/step"), step);
}

QStringList Settings::doneLessons() const { return m_store.value(QStringLiteral("lessons/done")).toStringList(); }

void Settings::setLessonDone(const QString& id) {
    QStringList done = doneLessons();
    if (done.contains(id)) return;
    done.append(id);
    m_store.setValue(QStringLiteral("lessons/done"), done);
}

QByteArray Settings::geometry() const { return m_store.value(QStringLiteral("window/geometry")).toByteArray(); }
void Settings::keepGeometry(const QByteArray& geometry) { m_store.setValue(QStringLiteral("window/geometry"), geometry); }
QByteArray Settings::splitter(const QString& name) const { return m_store.value(QStringLiteral("window/") + name).toByteArray(); }
void Settings::keepSplitter(const QString& name, const QByteArray& state) { m_store.setValue(QStringLiteral("window/") + name, state); }

}
