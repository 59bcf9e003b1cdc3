// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings.h"

#include "ui/state/kept/settings_store.h"
#include "ui/state/limits.h"

namespace memtape {

namespace {

// What another version wrote, or a hand, need make no sense: what is not within the range (NaN is in none) is as at first.
template <class Number> Number within(Number value, Number least, Number most, Number fallback) {
    return value >= least && value <= most ? value : fallback;
}

}

#define MEMTAPE_SETTING(type, getter, setter, parameter, key, fallback, convert) \
    type Settings::getter() const { return m_store.value(QStringLiteral(key), fallback).convert(); } \
    void Settings::setter(parameter value) { m_store.setValue(QStringLiteral(key), value); }
#define MEMTAPE_NUMBER(type, getter, setter, key, fallback, convert, least, most) \
    type Settings::getter() const { return within<type>(m_store.value(QStringLiteral(key), fallback).convert(), least, most, fallback); } \
    void Settings::setter(type value) { m_store.setValue(QStringLiteral(key), value); }

MEMTAPE_SETTING(QString, language, setLanguage, const QString&, "look/language", QString(), toString)
MEMTAPE_SETTING(QString, lessonFolder, setLessonFolder, const QString&, "lessons/folder", QString(), toString)
MEMTAPE_SETTING(bool, guideTold, setGuideTold, bool, "guide/told", false, toBool)
MEMTAPE_NUMBER(int, themeMode, setThemeMode, "look/theme", 0, toInt, 0, 2)
MEMTAPE_NUMBER(double, textScale, setTextScale, "look/textScale", 1.0, toDouble, 0.8, 2.5)
MEMTAPE_NUMBER(int, detail, setDetail, "picture/detail", 2, toInt, 0, 3)
MEMTAPE_SETTING(bool, newestFrameFirst, setNewestFrameFirst, bool, "picture/newestFrameFirst", false, toBool)
MEMTAPE_SETTING(bool, motion, setMotion, bool, "picture/motion", true, toBool)
MEMTAPE_SETTING(bool, everyObjectAsBox, setEveryObjectAsBox, bool, "picture/everyObjectAsBox", false, toBool)
MEMTAPE_SETTING(bool, legendShown, setLegendShown, bool, "picture/legend", false, toBool)
MEMTAPE_SETTING(QString, inspectorPage, setInspectorPage, const QString&, "inspector/page", QString(), toString)
MEMTAPE_SETTING(bool, inspectorOpen, setInspectorOpen, bool, "inspector/open", false, toBool)
MEMTAPE_SETTING(bool, recordWhileTyping, setRecordWhileTyping, bool, "code/recordWhileTyping", true, toBool)
MEMTAPE_SETTING(QStringList, packageFolders, setPackageFolders, const QStringList&, "code/packageFolders", QStringList(), toStringList)
MEMTAPE_NUMBER(double, playSpeed, setPlaySpeed, "time/speed", 1.0, toDouble, 0.25, 64.0)
MEMTAPE_SETTING(QVariantMap, exportLook, setExportLook, const QVariantMap&, "export/look", QVariantMap(), toMap)
MEMTAPE_SETTING(bool, timelineFolded, setTimelineFolded, bool, "time/folded", true, toBool)

#undef MEMTAPE_SETTING
#undef MEMTAPE_NUMBER

bool Settings::isFirstRun() const { return !m_store.contains(QStringLiteral("session/step")); }
QString Settings::lastFile() const { return m_store.value(QStringLiteral("session/file")).toString(); }
QString Settings::lastText() const { return m_store.value(QStringLiteral("session/text")).toString(); }
QString Settings::lastLesson() const { return m_store.value(QStringLiteral("session/lesson")).toString(); }
quint64 Settings::lastStep() const { return m_store.value(QStringLiteral("session/step")).toULongLong(); }

void Settings::keepSession(const QString& file, const QString& text, const QString& lesson, quint64 step) {
    m_store.setTogether({{QStringLiteral("session/file"), file},
                         {QStringLiteral("session/text"), text},
                         {QStringLiteral("session/lesson"), lesson},
                         {QStringLiteral("session/step"), step}});
}

Limits Settings::limits() const {
    Limits limits;
    for (const LimitRow& row : limitTable()) {
        bool isNumber = false;
        const quint64 value = m_store.value(QStringLiteral("limits/") + QLatin1String(row.name)).toULongLong(&isNumber);
        if (isNumber) limits.set(row.limit, value);
    }
    return limits;
}

void Settings::setLimits(const Limits& limits) {
    for (const LimitRow& row : limitTable()) m_store.setValue(QStringLiteral("limits/") + QLatin1String(row.name), limits[row.limit]);
}

namespace {

constexpr qsizetype mostPrograms = 100; // of which something is remembered
const QString pictures = QStringLiteral("picture/programs"), watched = QStringLiteral("watches/programs");

}

// A list from the one that was kept last: each is a program and what was chosen for it.
QVariant Settings::keptOf(const QString& list, const QString& program, const QString& name) const {
    for (const QVariant& entry : m_store.value(list).toList())
        if (entry.toMap().value(QStringLiteral("program")).toString() == program) return entry.toMap().value(name);
    return {};
}

void Settings::keepOf(const QString& list, const QString& program, const QString& name, const QVariant& value) {
    if (program.isEmpty()) return;
    QVariantList programs = m_store.value(list).toList();
    programs.removeIf([&](const QVariant& entry) { return entry.toMap().value(QStringLiteral("program")).toString() == program; });
    if (value.isValid()) programs.prepend(QVariantMap{{QStringLiteral("program"), program}, {name, value}});
    if (programs.size() > mostPrograms) programs.resize(mostPrograms);
    m_store.setValue(list, programs);
}

QVariantMap Settings::pictureOf(const QString& program) const { return keptOf(pictures, program, QStringLiteral("choices")).toMap(); }

void Settings::keepPictureOf(const QString& program, const QVariantMap& choices) {
    keepOf(pictures, program, QStringLiteral("choices"), choices.isEmpty() ? QVariant() : QVariant(choices));
}

QStringList Settings::watchesOf(const QString& program) const { return keptOf(watched, program, QStringLiteral("expressions")).toStringList(); }

void Settings::keepWatchesOf(const QString& program, const QStringList& expressions) {
    keepOf(watched, program, QStringLiteral("expressions"), expressions.isEmpty() ? QVariant() : QVariant(expressions));
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
