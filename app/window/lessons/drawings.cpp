// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons/drawings.h"

#include <QApplication>
#include <QKeyEvent>

#include "app/window/lessons/predictions.h"
#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/models/draw/draw_words.h"
#include "ui/scene/canvas.h"
#include "ui/scene/items/drawing_item.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/draw_bar.h"
#include "ui/views/lessons/lesson_panel.h"

namespace memtape {

Drawings::Drawings(Workbench& bench, Views& views, Predictions& predictions)
    : m_bench(bench),
      m_predictions(predictions),
      m_bar(views.of<DrawBar>()),
      m_canvas(views.of<Canvas>()),
      m_happened(views.of<HappenedView>()) {
    bench.actions.on(ActionId::DrawArrows, this, [this](bool on) { on ? begin() : end(); });
    connect(&views.of<LessonPanel>(), &LessonPanel::drawingWanted, this, &Drawings::begin);
    connect(&bench.cursor, &Cursor::stepChanged, this, [this](quint64 step) {
        if (step != m_step || !m_task) end();
    });
    connect(&bench.document, &Document::runReplaced, this, &Drawings::end);
    connect(&bench.appearance, &Appearance::changed, this, [this] {
        if (m_task) say();
    });
    connect(&m_canvas, &Canvas::pictureChanged, this, [this] {
        if (m_task) revealCurrent();
    });
    connectBar();
    m_canvas.view().installEventFilter(this);
    bench.window.installEventFilter(this);
}

void Drawings::connectBar() {
    connect(&m_bar, &DrawBar::checkRequested, this, [this] { change(&DrawTask::check); });
    connect(&m_bar, &DrawBar::tryAgainRequested, this, [this] { change(&DrawTask::tryAgain); });
    connect(&m_bar, &DrawBar::showRequested, this, [this] { change(&DrawTask::show); });
    connect(&m_bar, &DrawBar::closeRequested, this, &Drawings::end);
    // Afterwards: the picture is made anew, and with it the item that tells this.
    connect(&m_canvas.scene(), &MemoryScene::arrowDrawn, this, &Drawings::draw, Qt::QueuedConnection);
    connect(&m_canvas.scene(), &MemoryScene::dotChosen, this, [this](int dot) {
        if (!m_task) return;
        m_task->setCurrent(dot);
        m_isByKeys = false;
        m_canvas.scene().update(); // the item stays: it has the arrow that follows the mouse
        say();
    });
}

void Drawings::begin() {
    Run* run = m_bench.document.run();
    end();
    if (!run || m_bench.document.stepCount() == 0) return;
    m_bench.playback.stop();
    m_step = m_bench.cursor.step();
    auto task = std::make_unique<DrawTask>(m_canvas.picture());
    if (task->fit() != DrawTask::Fit::Fits) return refuse(task->fit());
    m_task = std::move(task);
    m_isByKeys = false;
    m_predictions.setPaused(true);
    m_bench.selection.clear();
    m_bench.actions[ActionId::DrawArrows]->setChecked(true);
    m_canvas.setDrawing(m_task.get());
    say();
    m_canvas.view().setFocus();
}

void Drawings::refuse(DrawTask::Fit fit) {
    m_bench.actions[ActionId::DrawArrows]->setChecked(false);
    DrawBar::Said said;
    said.title = DrawWords::refusal(fit);
    said.hasDots = false;
    m_bar.say(said);
}

void Drawings::end() {
    m_bench.actions[ActionId::DrawArrows]->setChecked(false);
    m_bar.clear();
    if (!m_task) return;
    const bool hadFocus = m_bar.isAncestorOf(QApplication::focusWidget());
    m_canvas.setDrawing(nullptr);
    m_task.reset();
    m_happened.setStoryHidden(false);
    m_predictions.setPaused(false);
    if (hadFocus) m_canvas.view().setFocus();
}

void Drawings::draw(int dot, ObjectId to) {
    if (!m_task) return;
    to ? m_task->draw(dot, to) : m_task->erase(dot);
    refresh();
}

void Drawings::change(void (DrawTask::*how)()) {
    if (!m_task) return;
    (m_task.get()->*how)();
    refresh();
    m_canvas.view().setFocus();
}

void Drawings::refresh() {
    m_canvas.refresh();
    say();
}

void Drawings::say() {
    const auto reading = m_bench.document.run()->readingAt(m_step);
    const DrawWords words(*m_task, *reading);
    DrawBar::Said said;
    const bool isTold = m_task->isRight() ? m_task->stage() != DrawTask::Stage::Drawing : m_task->stage() == DrawTask::Stage::Shown;
    m_happened.setStoryHidden(!isTold, tr("Draw the arrows, or have them shown, to see what it did."));
    if (m_task->stage() == DrawTask::Stage::Drawing) {
        said.title = DrawWords::wish();
        said.body = tr("%1 of %2 drawn").arg(m_task->drawnCount()).arg(m_task->dots().size());
        said.place = words.current();
        said.canCheck = m_task->drawnCount() > 0;
        said.canShow = true;
    } else {
        said.tone = m_task->isRight() ? BarTone::Right : BarTone::Wrong;
        said.title = words.verdict();
        if (isTold) said.body = words.truth();
        said.hasDots = false;
        said.canTryAgain = !m_task->isRight();
        said.canShow = !isTold;
    }
    m_bar.say(said);
}

bool Drawings::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (m_task && event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent*>(event))) return true;
    if (!m_task && isKey && m_bar.isVisible() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) m_bar.clear();
    return QObject::eventFilter(watched, event);
}

bool Drawings::handleKey(const QKeyEvent& key) {
    if (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) return false;
    if (key.key() == Qt::Key_Escape) {
        end();
        return true;
    }
    if (m_task->stage() == DrawTask::Stage::Drawing) return handleDrawingKey(key.key());
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) return false;
    if (m_task->isRight()) end();
    else change(&DrawTask::tryAgain);
    return true;
}

bool Drawings::handleDrawingKey(int key) {
    switch (key) {
    case Qt::Key_Up: m_task->moveCurrent(-1); break;
    case Qt::Key_Down: m_task->moveCurrent(1); break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: m_task->erase(m_task->current()); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_task->drawnCount() == 0) return false;
        change(&DrawTask::check);
        return true;
    default: {
        const int object = key - Qt::Key_A;
        if (object < 0 || object >= m_task->objects().size()) return false;
        m_task->draw(m_task->current(), m_task->objects()[object]);
    }
    }
    m_isByKeys = true;
    refresh();
    return true;
}

// The dot that the keys are at, where the view is too small for all: after each key, and when the picture is laid out anew.
void Drawings::revealCurrent() {
    const DrawingItem* drawing = m_canvas.scene().drawing();
    const int dot = m_task->current();
    if (!m_isByKeys || !drawing || dot < 0 || dot >= drawing->dots().size()) return;
    constexpr QPointF around(60, 30);
    const QPointF at = drawing->dots()[dot].dot;
    m_canvas.view().ensureVisible(QRectF(at - around, at + around), 0, 0); // also one of the names, which showRect() takes to be in sight always
}

}
