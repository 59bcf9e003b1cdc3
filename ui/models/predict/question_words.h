// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A question in words: what is about to run, what is asked, each choice, and afterwards the true sentence of "What happened".

#include <QCoreApplication>
#include <QString>
#include <memory>

#include "ui/models/predict/question.h"

namespace memtape {

class QuestionWords {
    Q_DECLARE_TR_FUNCTIONS(memtape::QuestionWords)

public:
    QuestionWords(Run& run, const Question& question);
    QString about() const; // `Line 8 is about to run:  node.next = head`
    QString question() const;
    QString mark() const; // of RefersTo and Value, beside the arrow: `next after line 8`
    QString choice(int index) const;
    QString truth() const;

private:
    QString place() const; // `the name head`, `item 2 of the list of 3`

    Run& m_run;
    const Question m_question;
    std::shared_ptr<const Reading> m_before;
};

}
