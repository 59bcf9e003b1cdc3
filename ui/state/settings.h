// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window's lasting choices, typed, over a QSettings that is handed in (a file of its own in the tests).

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariantMap>

class QSettings;

namespace memtape {

class Settings {
public:
    explicit Settings(QSettings& store) : m_store(store) {}

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
    bool treesAcross() const;
    void setTreesAcross(bool on);
    bool motion() const; // what moves in a step is shown
    void setMotion(bool on);
    bool everyObjectAsBox() const;
    void setEveryObjectAsBox(bool on);
    bool recordWhileTyping() const;
    void setRecordWhileTyping(bool on);
    QStringList packageFolders() const;
    void setPackageFolders(const QStringList& folders);
    double playSpeed() const;
    void setPlaySpeed(double speed);
    bool timelineFolded() const;
    void setTimelineFolded(bool on);
    bool legendShown() const;
    void setLegendShown(bool on);

    QVariantMap exportLook() const; // of the panel of exports, in its own words
    void setExportLook(const QVariantMap& look);

    bool isFirstRun() const;  // no session was ever kept
    QString lastFile() const; // path; empty: the text is unsaved, or a lesson
    QString lastText() const;
    QString lastLesson() const;
    quint64 lastStep() const;
    void keepSession(const QString& file, const QString& text, const QString& lesson, quint64 step);

    QStringList doneLessons() const;
    void setLessonDone(const QString& id);

    QByteArray geometry() const;
    QByteArray splitter(const QString& name) const;
    void keepGeometry(const QByteArray& geometry);
    void keepSplitter(const QString& name, const QByteArray& state);

private:
    QSettings& m_store;
};

}
