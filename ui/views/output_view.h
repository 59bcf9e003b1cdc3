// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program has printed up to this step; what the line just run printed is lit. A click on a line goes to the step that printed it.

#include <QPlainTextEdit>
#include <QTimer>

#include "ui/models/timeline/output_lines.h"

namespace memtape {

class Appearance;
class Cursor;
class Document;

class OutputView : public QPlainTextEdit {
    Q_OBJECT
public:
    OutputView(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refresh();
    void restyle();

    Document& m_document;
    Cursor& m_cursor;
    const Appearance& m_appearance;
    OutputLines m_lines;
    QTimer m_more; // there is more to take in
    qsizetype m_shown = 0;
};

}
