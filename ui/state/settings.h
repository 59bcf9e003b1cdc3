// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window's lasting choices, typed, over a store that is handed in (kept/settings_store.h; a file of its own in the tests).

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace memtape {

class Limits;
class SettingsStore;

class Settings {
public:
    explicit Settings(SettingsStore& store) : m_store(store) {}
    SettingsStore& store() const { return m_store; }

    QString language() const; // "en", "ko"; empty: the desktop's
    void setLanguage(const QString& code);
    int themeMode() const; // Appearance::Mode
    void setThemeMode(int mode);
    double textScale() const;
    void setTextScale(double scale);
    int detail() const; // Detail
    void setDetail(int detail);
    bool newestFrameFirst() const;
    void setNewestFrameFirst(bool on);
    bool motion() const; // what moves in a step is shown
    void setMotion(bool on);
    bool everyObjectAsBox() const;
    void setEveryObjectAsBox(bool on);
    bool recordWhileTyping() const;
    void setRecordWhileTyping(bool on);
    QStringList packageFolders() const;
    void setPackageFolders(const QStringList& folders);
    Limits limits() const; // of recordings
    void setLimits(const Limits& limits);
    double playSpeed() const;
    void setPlaySpeed(double speed);
    bool timelineFolded() const;
    void setTimelineFolded(bool on);
    QString inspectorPage() const; // the class of the page that was shown last
    void setInspectorPage(const QString& page);
    bool inspectorOpen() const;
    void setInspectorOpen(bool on);
    bool legendShown() const;
    void setLegendShown(bool on);

    // What was chosen for a program's picture (PictureChoices, as a map), by its path; of the last hundred programs.
    QVariantMap pictureOf(const QString& program) const;
    void keepPictureOf(const QString& program, const QVariantMap& choices); // empty: forgets it

    // What is watched of a program, likewise.
    QStringList watchesOf(const QString& program) const;
    void keepWatchesOf(const QString& program, const QStringList& expressions);

    QVariantMap exportLook() const; // of the panel of exports, in its own words
    void setExportLook(const QVariantMap& look);

    bool isFirstRun() const;  // no session was ever kept
    QString lastFile() const; // path; empty: the text is unsaved, or a lesson
    QString lastText() const;
    QString lastLesson() const;
    quint64 lastStep() const;
    void keepSession(const QString& file, const QString& text, const QString& lesson, quint64 step);

    bool guideTold() const; // that there is a guide
    void setGuideTold(bool on);

    QString lessonFolder() const; // of the teacher's own; empty: there is none
    void setLessonFolder(const QString& folder);
    QStringList doneLessons() const;
    void setLessonDone(const QString& id);

    QByteArray geometry() const;
    QByteArray splitter(const QString& name) const;
    void keepGeometry(const QByteArray& geometry);
    void keepSplitter(const QString& name, const QByteArray& state);

private:
    QVariant keptOf(const QString& list, const QString& program, const QString& name) const;
    void keepOf(const QString& list, const QString& program, const QString& name, const QVariant& value); // null: forgets it

    SettingsStore& m_store;
};

}
