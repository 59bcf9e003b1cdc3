// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window says by itself: in the bar below the toolbar how a recording ended, what is wrong with the program, what could not be
// done; in the bars above the picture that it is of an older text, or a lesson's first words, and at the last step how the program ended.

#include <QObject>
#include <optional>

#include "ui/models/sentences/run_end.h"

namespace memtape {

class MessageBar;
struct Workbench;

class Messages : public QObject {
    Q_OBJECT
public:
    explicit Messages(Workbench& bench);
    MessageBar& bar() { return *m_bar; }
    MessageBar& hintBar() { return *m_hint; }
    MessageBar& endBar() { return *m_endBar; }
    const std::optional<RunEnd>& runEnd() const { return m_end; } // of the run that is shown; none: not known yet
    void retranslate();
    void hint(const QString& text);
    void problem(const QString& text);
    void clear(); // all bars
    // In the hint bar, as long as the user stands at a line.
    void hintAtLine(int line, const QString& text);
    bool hasHintAtLine() const { return m_hintLine > 0; }

Q_SIGNALS:
    void runEndKnown();

private:
    void tellEnd();
    void learnRunEnd();
    void tellRunEnd(); // at the last step
    void followRunEnd();
    void tellProblem();
    void tellIfStale();
    void follow();

    Workbench& m_bench;
    MessageBar *m_bar, *m_hint, *m_endBar; // the layout gives them their places
    int m_hintLine = 0;                    // 0: the hint, if any, is about no line
    std::optional<RunEnd> m_end;
    bool m_endDismissed = false; // until the last step is left
};

}
