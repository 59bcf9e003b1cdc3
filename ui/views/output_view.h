// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program has printed up to this step, errors in red; what the line just run printed is lit. A click on a line goes to the step that
// printed it; one on a place that a traceback names, to the step at which the error passed there (Enter: the place on the cursor's line).

#include <QPlainTextEdit>
#include <QTimer>

#include "core/replay/reading.h"
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
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Link { // a place that a report of errors names
        int begin = 0, end = 0;
        uint64_t printedAt = 0;
        NamedPlace place;
    };
    void refresh();
    void showText(uint64_t step);
    void colourErrors(const OutputPiece& piece);
    void lightLast(uint64_t step);
    const Link* linkAt(int position) const;
    void follow(const Link& link);
    void restyle();

    Document& m_document;
    Cursor& m_cursor;
    const Appearance& m_appearance;
    OutputLines m_lines;
    QVector<Link> m_links;
    QTimer m_more; // there is more to take in
    qsizetype m_shown = 0;
};

}
