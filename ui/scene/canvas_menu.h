// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The context menu of the canvas: what can be done with the object or the row below the mouse, then with the picture.

#include <QCoreApplication>
#include <optional>

#include "core/replay/replay.h"
#include "ui/models/picture/picture.h"

class QMenu;

namespace memtape {

class Canvas;
class Cursor;
class Selection;

class CanvasMenu {
    Q_DECLARE_TR_FUNCTIONS(memtape::CanvasMenu)
public:
    // The reading of the step that is shown.
    CanvasMenu(Canvas& canvas, const Reading& reading, Cursor& cursor, Selection& selection)
        : m_canvas(canvas),
          m_reading(reading),
          m_cursor(cursor),
          m_selection(selection) {}

    // Returns when it is closed. id: none, where a row refers to nothing or nothing is below the mouse.
    void show(ObjectId id, const std::optional<RefPlace>& row, QPoint where);

private:
    void addObject(QMenu& menu, ObjectId id);
    void addForms(QMenu& menu, const BoxPicture& box);
    void addPicture(QMenu& menu);

    Canvas& m_canvas;
    const Reading& m_reading;
    Cursor& m_cursor;
    Selection& m_selection;
};

}
