// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's text: edit and view are one place. The gutter has the arrow on the line about to run, the dash on the line just run, the
// breakpoints, and of an error on its way a cross where it was raised and an arrow upwards at each call that it has left; beside the text stands how often each line has run.

#include <QSet>
#include <QWidget>
#include <string>

class QScrollBar;
class QsciLexer;
class QsciScintilla;

namespace memtape {

class Appearance;
class RunCounts;

class CodeEditor : public QWidget {
    Q_OBJECT
public:
    explicit CodeEditor(const Appearance& appearance, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);        // without a textEdited
    void setLanguage(const std::string& tag); // of the text: its colours
    const std::string& language() const { return m_language; }
    void setReadOnly(bool readOnly);
    void setWrapped(bool on); // lines that are longer than the room for them go on below
    int cursorLine() const;   // from 1
    void goToLine(int line);

    void setExecution(int nextLine, int justLine, bool isException); // 0: none
    // Where an error on its way has come up, and the calls that it has left; each from 1.
    void setErrorTrail(int raisedLine, const QSet<int>& leftLines);
    void setCounts(const RunCounts* counts);
    void setGreyed(bool greyed); // the marks are of an old program
    void setError(int line, int column, int endLine, int endColumn, const QString& message);
    void clearError();
    // The part of a line that is at work, underlined; lines from 1, columns in bytes of UTF-8 from 0. Line 0: none.
    void setPartAtWork(int line, int column, int endLine, int endColumn);
    QSet<int> breakpoints() const;
    void setBreakpoints(const QSet<int>& lines);
    void toggleBreakpoint(int line);
    bool find(const QString& text, bool backwards);
    void setName(const QString& name); // as a screen reader says it
    QsciScintilla& widget() { return *m_editor; }

Q_SIGNALS:
    void textEdited();
    void breakpointsChanged();
    void lineTravelRequested(int line, bool backwards); // double click on a line number
    void escaped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void marginClicked(int margin, int line, Qt::KeyboardModifiers modifiers);
    void updateMarginWidth();
    void showNextLine();

    const Appearance& m_appearance;
    QsciScintilla* m_editor;
    std::string m_language;
    QsciLexer* m_lexer = nullptr; // null: plain text
    class CountStrip* m_strip;
    QScrollBar* m_scroll;
    int m_raisedLine = 0;
    QSet<int> m_leftLines;
    int m_nextLine = 0, m_justLine = 0, m_lastClicked = -1;
    qint64 m_lastClick = 0;
    bool m_isException = false, m_greyed = false, m_settingText = false;
};

}
