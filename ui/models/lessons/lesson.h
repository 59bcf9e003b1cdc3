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
//   # at return from line 4:    a stop: line 4 has run, and its call is about to give its result back
//   # lesson:en: what to look at there
//   # ask:en: a question        # answer:en: a wrong choice        # answer:en:* the right one        # why:en: because …
//   # answer:-> first.next[0]   instead of choices: a click on the object that this refers to, there (Reading::objectAt)
//   # draw:                     the arrows of the picture there, which the learner draws
//   # instrument: garbage       what is opened beside the picture there (lessonInstruments)
//   # predict:                  a question that Memtape makes itself of what comes next; `# predict: count` says which kind (predictableKinds)

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <optional>

#include "ui/models/lessons/lesson_place.h"
#include "ui/models/predict/question.h"

namespace memtape {

struct LessonAnswer {
    QString text;
    bool isRight = false;
};

struct LessonProblem {
    int line = 0; // of the file
    QString text;
};

struct LessonStop {
    LessonPlace place;
    int at = 0, askedAt = 0, predictedAt = 0,
        drawnAt = 0;                             // lines of the file: of the stop, of its question, of what is to be predicted, drawn; 0: none
    QHash<QString, QString> text, question, why; // by language
    QHash<QString, QVector<LessonAnswer>> answers;
    QString instrument;                      // that shows its point; empty: the picture does
    QString object;                          // the answer that is a click, as an object path
    std::optional<Question::Kind> predicted; // none: whatever there is most to think about
    bool hasQuestion() const { return !question.isEmpty(); }
};

struct Lesson {
    Q_DECLARE_TR_FUNCTIONS(memtape::Lesson)

public:
    QString id;     // file name without its ending; of a teacher's own: its path
    QString source; // the whole text
    QString ending; // `.py`
    QString program;
    QHash<QString, QString> title, text, hint;
    int pictureLine = 0; // 0: not said
    int detail = -1;     // from the least to the most; -1: not said
    bool everyObjectAsBox = false;
    QVector<LessonStop> stops;
    QVector<LessonProblem> problems; // what is wrong with the text by itself (checkLesson finds more); empty for a good one

    static Lesson parse(const QString& id, const QString& source);
    static QString programOf(const QString& source); // what stands above the first lesson comment; all of it where there is none
    static QString in(const QHash<QString, QString>& texts, const QString& language); // falls back to English
};

const QStringList& predictableKinds(); // how lessons name the kinds of questions, in the order of Question::Kind

const QStringList& lessonInstruments();

// The lessons that come with the program, in order.
QVector<Lesson> builtInLessons();
QString lessonTemplate(); // one of each comment that there is, to begin with
// Those of a folder, by name: its texts that have a lesson's title. Their ids are their paths.
QVector<Lesson> lessonsIn(const QString& folder);

}
