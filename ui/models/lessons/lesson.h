// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson: a short program, and after it, as plain comments, what is said about it. The program itself is the text above the first
// lesson comment; so its line numbers are the file's, and the file runs wherever the language does.
//
//   # lesson:en: the title, then lines of text             # lesson:ko: …
//   # picture: 4                what a picture of the lesson shows, and the first run: the first time line 4 is about to run
//   # detail: objects           names, values, objects or bytes: how the lesson is drawn, whatever was chosen before
//   # boxes: all                small objects are boxes too
//   # hint:en: what is said above the picture there, on the first run
//   # at line 4:                a stop: the first time line 4 is about to run (`4:2`: the second time)
//   # lesson:en: what to look at there
//   # ask:en: a question        # answer:en: a wrong choice        # answer:en:* the right one        # why:en: because …
//   # answer:-> first.next[0]   instead of choices: a click on the object that this refers to, there (Reading::objectAt)

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace memtape {

struct LessonAnswer {
    QString text;
    bool isRight = false;
};

struct LessonStop {
    int line = 0, time = 1;
    QHash<QString, QString> text, question, why; // by language
    QHash<QString, QVector<LessonAnswer>> answers;
    QString object; // the answer that is a click, as an object path
    bool hasQuestion() const { return !question.isEmpty(); }
};

struct Lesson {
    QString id;     // file name without its ending
    QString ending; // `.py`
    QString program;
    QHash<QString, QString> title, text, hint;
    int pictureLine = 0; // 0: not said
    int detail = -1;     // from the least to the most; -1: not said
    bool everyObjectAsBox = false;
    QVector<LessonStop> stops;
    QStringList problems; // what is wrong with the file; empty for a good one

    static Lesson parse(const QString& id, const QString& source);
    static QString programOf(const QString& source); // what stands above the first lesson comment; all of it where there is none
    static QString in(const QHash<QString, QString>& texts, const QString& language); // falls back to English
};

// The lessons that come with the program, in order.
QVector<Lesson> builtInLessons();

}
