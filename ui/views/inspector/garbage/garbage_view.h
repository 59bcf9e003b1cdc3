// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Garbage page: what nothing reaches and why it is alive all the same, where the collector stands, what stays and who keeps it, and why objects
// were released. It is worked out beside the window.

#include <QScrollArea>

class QLabel;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class GarbageCanvas;
class GarbageModel;
class Selection;
class WhileSeen;

class GarbageView : public QScrollArea {
    Q_OBJECT
public:
    GarbageView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    GarbageModel& model() { return *m_model; }
    GarbageCanvas& canvas() { return *m_canvas; }

private:
    void refresh();
    void goToLine(uint32_t file, uint32_t line);

    Document& m_document;
    Cursor& m_cursor;
    GarbageModel* m_model;
    GarbageCanvas* m_canvas;
    QLabel* m_empty;
};

}
