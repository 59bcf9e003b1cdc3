// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/class_view.h"

#include <QApplication>
#include <QKeyEvent>

#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/controls/playback.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/style/appearance.h"
#include "ui/views/class_overlay.h"

namespace memtape {

namespace {

constexpr double larger = 1.5; // than the texts are otherwise

bool isTyping() {
    const QWidget* focused = QApplication::focusWidget();
    return focused && focused->testAttribute(Qt::WA_InputMethodEnabled);
}

}

ClassView::ClassView(Workbench& bench, Views& views, WindowLayout& layout) : m_bench(bench), m_views(views), m_layout(layout) {
    m_overlay = new ClassOverlay(*layout.page(), bench.cursor, bench.appearance);
    bench.actions.on(ActionId::ClassView, this, [this](bool on) { set(on); });
    bench.actions.on(ActionId::Spotlight, this, [this](bool on) { m_overlay->setSpotlight(on); });
}

void ClassView::set(bool on) {
    m_bench.actions[ActionId::ClassView]->setChecked(on);
    if (on == m_isOn) return;
    m_isOn = on;
    QWidget& window = m_bench.window;
    if (on) {
        m_wasFullScreen = window.isFullScreen();
        qApp->installEventFilter(this);
    } else {
        qApp->removeEventFilter(this);
        m_bench.actions[ActionId::Spotlight]->setChecked(false);
        m_overlay->setSpotlight(false);
        m_overlay->setBlack(false);
    }
    if (on) m_scaleWas = m_bench.appearance.textScale();
    m_bench.appearance.setTextScale(on ? m_scaleWas * larger : m_scaleWas);
    m_layout.setClassView(on);
    m_views.of<CodePanel>().editor().setWrapped(on); // who looks on cannot scroll, and larger letters leave room for fewer
    window.setWindowState(on || m_wasFullScreen ? window.windowState() | Qt::WindowFullScreen : window.windowState() & ~Qt::WindowFullScreen);
    m_overlay->setStepShown(on);
    m_views.of<Canvas>().view().setFocus();
}

// What a remote sends, and what is pressed in front of a class; a text that is being written keeps its letters.
bool ClassView::isMine(const QKeyEvent& key) const {
    if (m_overlay->isBlack()) return key.key() != Qt::Key_Shift && key.key() != Qt::Key_Control && key.key() != Qt::Key_Alt;
    if (key.key() == Qt::Key_F5 && !(key.modifiers() & ~Qt::ShiftModifier)) return true;
    if (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier) || isTyping()) return false;
    switch (key.key()) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Escape:
    case Qt::Key_Period:
    case Qt::Key_B:
    case Qt::Key_S: return true;
    default: return false;
    }
}

bool ClassView::eventFilter(QObject* watched, QEvent* event) {
    const bool isPress = event->type() == QEvent::KeyPress;
    if (!isPress && event->type() != QEvent::ShortcutOverride) return QObject::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != &m_bench.window || QApplication::activePopupWidget()) return false;
    auto& key = *static_cast<QKeyEvent*>(event);
    if (!isMine(key)) return false;
    event->accept(); // no command takes it for its own
    if (isPress) handle(key);
    return true;
}

void ClassView::handle(const QKeyEvent& key) {
    if (m_overlay->isBlack()) return m_overlay->setBlack(false);
    switch (key.key()) {
    case Qt::Key_PageDown: return m_bench.playback.step();
    case Qt::Key_PageUp: return m_bench.playback.back();
    case Qt::Key_F5: return begin();
    case Qt::Key_Period:
    case Qt::Key_B: return m_overlay->setBlack(true);
    case Qt::Key_S: return m_bench.actions[ActionId::Spotlight]->trigger();
    case Qt::Key_Escape:
        if (m_overlay->hasSpotlight()) m_bench.actions[ActionId::Spotlight]->trigger();
        else set(false);
        return;
    default: return;
    }
}

void ClassView::begin() {
    if (m_bench.document.isRecording()) return;
    if (m_bench.document.isStale() || !m_bench.document.stepCount()) m_bench.document.record();
    else m_bench.playback.first();
}

}
