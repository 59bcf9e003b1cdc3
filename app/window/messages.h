// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window says by itself: in the bar below the toolbar how a recording ended, what is wrong with the program, what could not be
// done; in the bars above the picture that it is of an older text, or a lesson's first words, and at the last step how the program ended.

#include <QObject>
#include <functional>
#include <optional>

#include "app/window/questions.h"
#include "ui/models/sentences/run_end.h"
#include "ui/state/limits.h"

namespace memtape {

struct Workbench;

class Messages : public QObject {
    Q_OBJECT
public:
    explicit Messages(Workbench& bench);
    MessageBar& bar() { return *m_bar; }
    MessageBar& hintBar() { return *m_hint; }
    MessageBar& endBar() { return *m_endBar; }
    Questions& questions() { return m_questions; }                // its bar stands above the others
    const std::optional<RunEnd>& runEnd() const { return m_end; } // of the run that is shown; none: not known yet
    void retranslate();
    void hint(const QString& text);
    void problem(const QString& text);
    // In the bar below the toolbar, with buttons that do something about it.
    void offer(const QString& text, const QList<Choice>& choices);
    void clear(); // all bars, but for questions
    // In the hint bar, as long as the user stands at a line.
    void hintAtLine(int line, const QString& text);
    bool hasHintAtLine() const { return m_hintLine > 0; }

Q_SIGNALS:
    void runEndKnown();

private:
    void tellEnd();
    QString crashSentence(quint64 last) const;
    QString limitSentence(Limit limit, quint64 last) const;
    QList<Choice> waysOn(Limit limit); // what can be done about it
    std::optional<Limit> limitOfEnd() const;
    QList<Choice> choicesOfEnd();
    void learnRunEnd();
    void tellRunEnd(); // at the last step
    void followRunEnd();
    void tellProblem();
    void tellIfStale();
    void follow();

    Workbench& m_bench;
    MessageBar *m_bar, *m_hint, *m_endBar; // the layout gives them their places
    QList<Choice> m_offered, m_endChoices; // what the buttons of the first and the last one do
    Questions m_questions;
    int m_hintLine = 0; // 0: the hint, if any, is about no line
    std::optional<RunEnd> m_end;
    bool m_endDismissed = false; // until the last step is left
};

}
