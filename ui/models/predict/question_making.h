// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How questions are made: the facts of the next step say what is worth asking, the two states what the answer is and what else it might have been.

#include <QStringList>

#include "core/replay/outlook.h"
#include "ui/models/predict/question.h"
#include "ui/models/sentences/step_facts.h"
#include "ui/state/run.h"

namespace memtape {

class QuestionMaking {
public:
    QuestionMaking(Run& run, uint64_t step, const Sight& sight);
    QVector<Question> make();

private:
    using Kind = Question::Kind;
    using Form = Question::Choice::Form;
    using Choice = Question::Choice;
    static constexpr int mostChoices = 4;
    static constexpr uint64_t mostObjects = 20000; // live ones, above which nothing is asked that looks at them all

    // questions.cpp
    Question question(Kind kind, double worth, int fact) const;
    void add(Question question, const QVector<Choice>& wrong, const Choice& right);
    void turn(QVector<Choice>& choices) const;
    bool isTrivial() const; // the line says itself what will be

    // flow_questions.cpp: where the program goes on
    void askForLine();
    void askForFrame();
    QVector<uint32_t> linesNearby(uint32_t right) const;
    QString callOf(const FrameView& frame) const;

    // value_questions.cpp: what is written
    void askForValue(const Question::Subject& subject, ObjectId value, ObjectId previous, int fact, double worth);
    void askForOutput(const QString& text, int fact);
    QStringList valuesNearby(ObjectKind kind) const;
    QString valueOf(const Reading& reading, ObjectId id) const; // empty: it is none, or too long to be a choice

    // object_questions.cpp: what is clicked, and counted
    void askForObject(const Question::Subject& subject, ObjectId value, ObjectId previous, int fact, double worth);
    void askForReleased();
    void askForCount();
    bool isBox(ObjectId id) const; // before the step
    void collectNearby();
    QVector<Choice> objectsBeside(ObjectId right, const QVector<ObjectId>& first, int most) const;
    QVector<ObjectId> losers() const; // lose a reference in the step

    Run& m_run;
    const uint64_t m_step;
    const Sight& m_sight;
    const StepFacts m_facts;
    const Reading &m_before, &m_after;
    const MemoryState &m_was, &m_is;
    Outlook m_outlook;          // of the line that runs
    QString m_line;             // its text
    QVector<ObjectId> m_nearby; // boxes, those that the running frame names first
    QVector<ObjectId> m_values; // values that names have, in the same order
    QVector<Question> m_questions;
};

}
