// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draw it in words: what is to be done, how much of it is right, and what is so, from the state.

#include <QCoreApplication>
#include <QString>

#include "core/replay/reading.h"
#include "ui/models/draw/draw_task.h"

namespace memtape {

class DrawWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::DrawWords)

public:
    // task: one that fits. reading: of the step of its picture.
    DrawWords(const DrawTask& task, const Reading& reading) : m_task(task), m_reading(reading) {}
    static QString refusal(DrawTask::Fit fit); // why there is nothing to be drawn
    static QString wish();
    QString place(int dot) const; // `the name head`, `next of the Node`
    QString current() const;      // where the keyboard stands, and what is drawn there
    QString verdict() const;      // `2 of 4 arrows are right; 1 leads elsewhere, 1 is missing.`
    QString truth() const;        // of the arrows that are not right; where all are: what of it is worth seeing

private:
    QString target(ObjectId id) const; // `A, the list of 3`
    QString sharing() const;

    const DrawTask& m_task;
    const Reading& m_reading;
};

}
