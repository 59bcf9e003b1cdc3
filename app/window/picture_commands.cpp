// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_commands.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>

#include "app/window/status_line.h"
#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/compare_view.h"
#include "ui/views/inspector/garbage/garbage_view.h"
#include "ui/views/inspector/heap_view.h"
#include "ui/views/inspector/map_view.h"
#include "ui/views/lessons/lesson_panel.h"

namespace memtape {

namespace {

// From the least to the most.
constexpr ActionId details[] = {ActionId::DetailNames, ActionId::DetailValues, ActionId::DetailObjects, ActionId::DetailBytes};

}

PictureCommands::PictureCommands(Workbench& bench, Views& views, WindowLayout& layout)
    : m_bench(bench),
      m_views(views),
      m_layout(layout),
      m_canvas(views.of<Canvas>()) {
    connectChoices();
    connectObjects();
    m_canvas.view().installEventFilter(this);
}

void PictureCommands::connectChoices() {
    const Actions& actions = m_bench.actions;
    const Settings& settings = m_bench.settings;
    for (int i = 0; i < 4; ++i)
        actions.on(details[i], this, [this, i] {
            showDetail(i);
            m_bench.settings.setDetail(i);
        });
    showDetail(settings.detail());
    // A switch that the settings keep does what it says at once.
    auto keep = [&](ActionId id, bool isOn, auto set) {
        actions[id]->setChecked(isOn);
        set(isOn);
        actions.on(id, this, set);
    };
    keep(ActionId::EveryObjectAsBox, settings.everyObjectAsBox(), [this](bool on) {
        m_canvas.setEveryObjectAsBox(on);
        m_bench.settings.setEveryObjectAsBox(on);
    });
    keep(ActionId::Motion, settings.motion(), [this](bool on) {
        m_canvas.setMotion(on);
        m_bench.settings.setMotion(on);
    });
    keep(ActionId::NewestFirst, settings.newestFrameFirst(), [this](bool on) {
        m_canvas.setNewestFirst(on);
        m_bench.settings.setNewestFrameFirst(on);
    });
    keep(ActionId::Legend, settings.legendShown(), [this](bool on) {
        m_canvas.view().setLegendShown(on);
        m_bench.settings.setLegendShown(on);
    });
    // What was chosen for a program is kept with it.
    actions.on(ActionId::TreesAcross, this, [this](bool on) { m_canvas.setTreesAcross(on); });
    auto showChoices = [this] { m_bench.actions[ActionId::TreesAcross]->setChecked(m_canvas.choices().treesAcross); };
    connect(&m_bench.document, &Document::programChanged, this, [this, showChoices] {
        m_canvas.setChoices(PictureChoices::fromMap(m_bench.settings.pictureOf(m_bench.document.path())));
        showChoices();
    });
    connect(&m_canvas, &Canvas::choicesChanged, this, [this, showChoices] {
        m_bench.settings.keepPictureOf(m_bench.document.path(), m_canvas.choices().toMap());
        showChoices();
    });
    actions[ActionId::Follow]->setChecked(true);
    actions.on(ActionId::Follow, this, [this](bool on) { m_canvas.setFollow(on); });
    actions.on(ActionId::ShowHidden, this, [this] { m_canvas.showHidden(); });
    actions.on(ActionId::Fit, this, [this] { m_canvas.view().fit(); });
    actions.on(ActionId::Home, this, [this] { m_canvas.view().home(); });
}

void PictureCommands::connectObjects() {
    const Actions& actions = m_bench.actions;
    actions.on(ActionId::ChangedOutOfSight, this, [this] { m_canvas.revealNextChange(); });
    actions.on(ActionId::NextObject, this, [this] { m_canvas.selectNeighbour(false); });
    actions.on(ActionId::PreviousObject, this, [this] { m_canvas.selectNeighbour(true); });
    actions.on(ActionId::HeapList, this, [this] {
        auto& heap = m_views.of<HeapView>();
        m_layout.showInspectorPage(heap);
        heap.searchField().setFocus();
    });
    actions.on(ActionId::Garbage, this, [this] { m_layout.showInspectorPage(m_views.of<GarbageView>()); });
    actions.on(ActionId::Map, this, [this] { m_layout.showInspectorPage(m_views.of<MapView>()); });
    auto& compare = m_views.of<CompareView>();
    actions.on(ActionId::Compare, this, [this, &compare] { m_layout.showInspectorPage(compare); });
    connect(&compare, &CompareView::marksChanged, &m_canvas, &Canvas::setCompared);
    connect(&compare, &CompareView::recordingWanted, this, [this, &compare] {
        const QString path = QFileDialog::getOpenFileName(&m_bench.window, tr("Compare with a recording"),
                                                          QFileInfo(m_bench.document.path()).absolutePath(), tr("Recordings (*.tape)"));
        if (!path.isEmpty()) compare.openRecording(path);
    });
    connect(&m_canvas, &Canvas::heapListRequested, this, [this] { m_layout.showInspectorPage(m_views.of<HeapView>()); });
    connect(&m_canvas, &Canvas::changeRequested, this, [this](bool backwards) { m_bench.playback.nextChange(backwards); });
    connect(&m_bench.selection, &Selection::revealRequested, &m_canvas, &Canvas::revealObject);
    connect(&m_canvas, &Canvas::pictureChanged, this, [this] { m_views.of<StatusLine>().showFacts(m_canvas.picture()); });
}

void PictureCommands::setLook(int detail, bool everyObjectAsBox) {
    showDetail(detail < 0 ? m_bench.settings.detail() : detail);
    everyObjectAsBox |= m_bench.settings.everyObjectAsBox();
    m_canvas.setEveryObjectAsBox(everyObjectAsBox);
    m_bench.actions[ActionId::EveryObjectAsBox]->setChecked(everyObjectAsBox);
}

void PictureCommands::showDetail(int detail) {
    detail = std::clamp(detail, 0, 3);
    m_canvas.setDetail(Detail(detail));
    for (int i = 0; i < 4; ++i) m_bench.actions[details[i]]->setChecked(i == detail);
}

bool PictureCommands::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) return handleKey(*static_cast<QKeyEvent*>(event));
    return QObject::eventFilter(watched, event);
}

// Among the tiles of a group, once one of them is selected; the arrows by themselves are steps.
bool PictureCommands::handleTileKey(int key) {
    switch (key) {
    case Qt::Key_Left: return m_canvas.selectTile(-1, 0);
    case Qt::Key_Right: return m_canvas.selectTile(1, 0);
    case Qt::Key_Up: return m_canvas.selectTile(0, -1);
    case Qt::Key_Down: return m_canvas.selectTile(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter: return m_canvas.openSelectedTile();
    default: return false;
    }
}

bool PictureCommands::handleKey(QKeyEvent& key) {
    auto& lesson = m_views.of<LessonPanel>();
    bool isPlain = key.modifiers() == Qt::NoModifier;
    if ((key.modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier && handleTileKey(key.key())) return true;
    if (key.key() == Qt::Key_L && isPlain) m_bench.actions[ActionId::Legend]->trigger();
    else if (key.key() == Qt::Key_F && isPlain) m_bench.actions[ActionId::Fit]->trigger();
    else if (key.key() == Qt::Key_Question) m_bench.actions[ActionId::Keys]->trigger();
    else if (key.key() == Qt::Key_Escape) {
        m_bench.selection.clear();
        m_bench.selection.hover({});
    } else if (key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9 && lesson.asksForChoice()) lesson.answer(key.key() - Qt::Key_1);
    else if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        if (m_bench.selection.isEmpty()) return false;
        if (lesson.asksForObject()) lesson.answerObject(m_bench.selection.object());
        else m_layout.showInspector(true);
    } else return m_bench.playback.handleKey(&key);
    return true;
}

}
