// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks before a step what will happen, where the switch is on or a lesson wants it. While a question is open, what comes is hidden and held back; an
// answer, or skipping it, goes on by one step. After an answer nothing is asked at that step, so that it can be looked at.

#include <QObject>
#include <QSet>
#include <QTimer>
#include <optional>

#include "ui/models/predict/prediction_record.h"
#include "ui/models/predict/question.h"

class QKeyEvent;

namespace memtape {

class Canvas;
class PredictBar;
class Views;
struct RefPlace;
struct Workbench;

class Predictions : public QObject {
    Q_OBJECT
public:
    Predictions(Workbench& bench, Views& views);
    bool isOn() const { return m_on; }
    void setOn(bool on);
    void setPaused(bool on); // something else is asked meanwhile
    // Where the cursor stands, whatever the switch says: about that kind, or whatever there is most to think about. Nothing where nothing can be asked.
    void askHere(std::optional<Question::Kind> kind);
    const std::optional<Question>& question() const { return m_question; } // the open one
    const PredictionRecord& record() const { return m_record; }
    void answer(int choice);
    void skip(); // without going on

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // keys of the canvas and of the window

private:
    void connectTime();
    void look(); // whether to ask where the cursor has come to rest
    QVector<Question> questionsHere() const;
    void ask(const Question& question);
    void say(); // the open question, in the language of now
    void showMarks();
    void pick(ObjectId id, const std::optional<RefPlace>& row);
    bool answerObject(ObjectId id); // false: it is no choice
    void withdraw();                // nothing was said
    void leave();                   // what follows is shown again
    void follow(quint64 step);
    bool handleKey(const QKeyEvent& key);

    Workbench& m_bench;
    Views& m_views;
    PredictBar& m_bar;
    Canvas& m_canvas;
    PredictionRecord m_record;
    std::optional<Question> m_question;
    QSet<quint64> m_done; // steps of this run at which was asked
    std::optional<quint64> m_quiet;
    QTimer m_rest;
    bool m_on = false, m_paused = false;
};

}
