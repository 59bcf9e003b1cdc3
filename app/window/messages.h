// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window says by itself: in the bar below the toolbar how a recording ended, what is wrong with the program, what could not be
// done; in the bar above the picture that it is of an older text, or a lesson's first words.

#include <QObject>

namespace memtape {

class MessageBar;
struct Workbench;

class Messages : public QObject {
    Q_OBJECT
public:
    explicit Messages(Workbench& bench);
    MessageBar& bar() { return *m_bar; }
    MessageBar& hintBar() { return *m_hint; }
    void hint(const QString& text);
    void problem(const QString& text);
    void clear(); // both bars
    // In the hint bar, as long as the user stands at a line.
    void hintAtLine(int line, const QString& text);
    bool hasHintAtLine() const { return m_hintLine > 0; }

private:
    void tellEnd();
    void tellProblem();
    void tellIfStale();
    void follow();

    Workbench& m_bench;
    MessageBar *m_bar, *m_hint; // the layout gives them their places
    int m_hintLine = 0;         // 0: the hint, if any, is about no line
};

}
