// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draw it: the picture of the step without its arrows, which the reader draws, where the menu or a lesson asks for it. It ends when the cursor moves.

#include <QObject>
#include <memory>

#include "ui/models/draw/draw_task.h"

class QKeyEvent;

namespace memtape {

class Canvas;
class DrawBar;
class HappenedView;
class Predictions;
class Views;
struct Workbench;

class Drawings : public QObject {
    Q_OBJECT
public:
    Drawings(Workbench& bench, Views& views, Predictions& predictions);
    void begin(); // where the cursor stands; says why where nothing can be drawn
    void end();
    const DrawTask* task() const { return m_task.get(); } // null: nothing is being drawn

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // keys of the canvas and of the window

private:
    void connectBar();
    void draw(int dot, ObjectId to);
    void change(void (DrawTask::*how)());
    void refresh(); // picture and bar
    void revealCurrent();
    void say();
    void refuse(DrawTask::Fit fit);
    bool handleKey(const QKeyEvent& key);
    bool handleDrawingKey(int key);

    Workbench& m_bench;
    Predictions& m_predictions;
    DrawBar& m_bar;
    Canvas& m_canvas;
    HappenedView& m_happened;
    std::unique_ptr<DrawTask> m_task;
    quint64 m_step = 0;      // of the task
    bool m_isByKeys = false; // the last dot was chosen so
};

}
