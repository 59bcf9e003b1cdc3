// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Map page: memory laid out at the step, in a drawing that scrolls.

#include <QScrollArea>

#include "ui/models/map/map_figures.h"

class QLabel;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class MapCanvas;
class Selection;

class MapView : public QScrollArea {
    Q_OBJECT
public:
    MapView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    MapCanvas& canvas() { return *m_canvas; }
    const MapFigures* figures() const { return m_figures; } // of what is shown; null: nothing

private:
    void refresh();

    Document& m_document;
    Cursor& m_cursor;
    MapReader m_reader;
    const MapFigures* m_figures = nullptr;
    MapCanvas* m_canvas;
    QLabel* m_empty;
};

}
