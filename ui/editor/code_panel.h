// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The editor with its heading (file, state of the recording) and the bar to search in.

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/models/sentences/run_end.h"
#include "ui/models/timeline/run_counts.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace memtape {

class Appearance;
class CodeEditor;
class Cursor;
class Document;
struct PassingError;

class CodePanel : public QWidget {
    Q_OBJECT
public:
    CodePanel(Document& document, Cursor& cursor, Appearance& appearance, QWidget* parent = nullptr);
    CodeEditor& editor() { return *m_editor; }
    void setRecordWhileTyping(bool on) { m_recordWhileTyping = on; }
    void setReadOnly(bool readOnly, bool offersCopy);
    void openFind();
    void setRunEnd(const RunEnd& end); // of the run that is shown
    void refresh();

Q_SIGNALS:
    void editCopyRequested();
    void canvasFocusRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void showState();
    void fitState(); // as much of its words as there is room for
    void showProblem();
    void showTrail(const std::optional<PassingError>& passing);

    Document& m_document;
    Cursor& m_cursor;
    Appearance& m_appearance;
    CodeEditor* m_editor;
    QLabel *m_title, *m_state;
    QToolButton* m_copy;
    QWidget* m_findBar;
    QLineEdit* m_findText;
    QToolButton* m_findClose;
    QString m_stateText;
    RunCounts m_counts;
    RunEnd m_end;           // as long as nothing is known, an ordinary one
    QTimer m_pause, m_more; // m_more: the counts are on their way
    bool m_recordWhileTyping = true;
};

}
