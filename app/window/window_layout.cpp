// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_layout.h"

#include <QFrame>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/window/inspector_panel.h"
#include "app/window/messages.h"
#include "app/window/tab_stack.h"
#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/style/message_bar.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/lesson_panel.h"
#include "ui/views/lessons/predict_bar.h"

namespace memtape {

namespace {

constexpr int fiveParts = 1360; // narrower: the inspector takes the place of what is below the code
constexpr int roomy = 1120;     // narrower: the timeline folds, buttons become icons
constexpr int tall = 640;       // lower: the timeline folds
constexpr int inspectorWidth = 276;
constexpr int leastCanvas = 200;
constexpr double mostLeft = 0.36, usualLeft = 0.34; // of the width
constexpr double leftInClass = 0.36;                // where letters are larger
constexpr int fewLines = 180;                       // the program and its title bar, where the window is low
constexpr double leastMain = 0.28;                  // of the height, where it is lower still, or letters are larger

QWidget* column(QVBoxLayout*& layout) {
    auto* widget = new QWidget;
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return widget;
}

QFrame* line() {
    auto* frame = new QFrame;
    frame->setProperty("look", "line");
    return frame;
}

const QString acrossName = QStringLiteral("across"), leftName = QStringLiteral("left"); // in the settings

}

WindowLayout::WindowLayout(Workbench& bench, Views& views, Messages& messages) : m_bench(bench), m_views(views) {
    m_inspector = new InspectorPanel(bench.appearance);
    for (const Views::View& view : views.at(ViewPlace::Inspector)) m_inspector->addPage(view.widget);
    buildLeft();
    buildAcross(messages);
    buildPage(messages);
    m_inspector->hide();
    bench.actions.on(ActionId::Inspector, this, [this](bool on) { showInspector(on); });
    connect(m_inspector, &InspectorPanel::closeRequested, this, [this] {
        m_bench.selection.clear();
        showInspector(false);
    });
    connect(m_inspector, &InspectorPanel::pageChanged, this, &WindowLayout::widenInspector);
    connect(&bench.selection, &Selection::objectChanged, this, &WindowLayout::followSelection);
    connect(&bench.appearance, &Appearance::changed, this, &WindowLayout::arrange);
}

void WindowLayout::buildLeft() {
    m_main = new QStackedWidget;
    for (const Views::View& view : m_views.at(ViewPlace::Main)) m_main->addWidget(view.widget);
    m_tabs = new TabStack;
    for (const Views::View& view : m_views.at(ViewPlace::Tab)) m_tabs->addTab(view.widget);
    m_left = new QSplitter(Qt::Vertical);
    m_left->addWidget(m_main);
    m_left->addWidget(m_tabs);
    m_left->setStretchFactor(0, 1);
    m_left->setSizes({440, 230});
    m_left->setHandleWidth(1);
}

void WindowLayout::buildAcross(Messages& messages) {
    QVBoxLayout* middle;
    QWidget* centre = column(middle);
    middle->addWidget(&messages.endBar());
    middle->addWidget(&messages.hintBar());
    for (const Views::View& view : m_views.at(ViewPlace::Above)) middle->addWidget(view.widget);
    for (const Views::View& view : m_views.at(ViewPlace::Centre)) middle->addWidget(view.widget, 1);
    m_across = new QSplitter(Qt::Horizontal);
    m_across->addWidget(m_left);
    m_across->addWidget(centre);
    m_across->addWidget(m_inspector);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setStretchFactor(2, 0);
    m_across->setSizes({424, 766, 250});
    m_across->setHandleWidth(1);
    m_across->setCollapsible(1, false);
}

void WindowLayout::buildPage(Messages& messages) {
    QVBoxLayout *rows, *top, *bottom;
    m_page = column(rows);
    m_top = column(top);
    m_bottom = column(bottom);
    for (const Views::View& view : m_views.at(ViewPlace::Top)) top->addWidget(view.widget);
    top->addWidget(line());
    for (const Views::View& view : m_views.at(ViewPlace::Bottom)) bottom->addWidget(view.widget);
    bottom->addWidget(line());
    for (const Views::View& view : m_views.at(ViewPlace::Status)) bottom->addWidget(view.widget);
    rows->addWidget(m_top);
    rows->addWidget(&messages.questions().bar());
    rows->addWidget(&messages.bar());
    rows->addWidget(m_across, 1);
    rows->addWidget(m_bottom);
}

void WindowLayout::restore() {
    const Settings& settings = m_bench.settings;
    if (!settings.geometry().isEmpty()) m_bench.window.restoreGeometry(settings.geometry());
    if (!settings.splitter(acrossName).isEmpty()) m_across->restoreState(settings.splitter(acrossName));
    if (!settings.splitter(leftName).isEmpty()) m_left->restoreState(settings.splitter(leftName));
    showInspector(false);
    arrange();
    restoreInspector();
}

void WindowLayout::keep() {
    m_bench.settings.keepGeometry(m_bench.window.saveGeometry());
    m_bench.settings.setInspectorPage(QLatin1String(m_inspector->currentPage()->metaObject()->className()));
    m_bench.settings.setInspectorOpen(!m_inspector->isHidden());
    if (inspectorIsLeft()) showInspector(false);
    m_bench.settings.keepSplitter(acrossName, m_across->saveState());
    m_bench.settings.keepSplitter(leftName, m_left->saveState());
}

void WindowLayout::arrange() {
    const Appearance& appearance = m_bench.appearance;
    int whole = m_bench.window.width(), width = int(whole / appearance.textScale());
    bool narrow = width < fiveParts;
    if (narrow != inspectorIsLeft()) {
        bool shown = !m_inspector->isHidden();
        showInspector(false);
        if (narrow) m_left->addWidget(m_inspector);
        else m_across->addWidget(m_inspector);
        showInspector(shown);
    }
    m_views.of<TransportBar>().setCompact(width < roomy);
    m_views.of<Timeline>().setForcedFold(width < roomy || m_bench.window.height() / appearance.textScale() < tall);
    int least = appearance.scaled(width < roomy ? 260 : 300);
    m_left->setMinimumWidth(least);
    m_main->setMinimumHeight(
        std::min(appearance.scaled(fewLines), int(m_bench.window.height() * leastMain))); // a low window takes from the tabs, too
    if (m_left->width() > whole * (m_isClassView ? leftInClass + 0.02 : mostLeft)) {
        int left = std::max(least, int(whole * usualLeft));
        m_across->setSizes({left, whole - left});
    }
}

void WindowLayout::retitle() {
    for (const Views::View& view : m_views.at(ViewPlace::Tab)) m_tabs->setTabText(view.widget, view.title());
    for (const Views::View& view : m_views.at(ViewPlace::Inspector)) m_inspector->setTitle(view.widget, view.title());
}

void WindowLayout::showMain(QWidget& view) { m_main->setCurrentWidget(&view); }

bool WindowLayout::isMain(const QWidget& view) const { return m_main->currentWidget() == &view; }

void WindowLayout::showTab(QWidget& view) { m_tabs->showTab(&view); }

void WindowLayout::setTabVisible(QWidget& view, bool visible) { m_tabs->setTabVisible(&view, visible); }

void WindowLayout::giveTabsHalf() {
    int height = m_left->height();
    m_left->setSizes({height / 2, height - height / 2});
}

bool WindowLayout::inspectorIsLeft() const { return m_inspector->parentWidget() == m_left; }

void WindowLayout::showInspector(bool shown) {
    shown = shown && !m_isClassView;
    m_bench.actions[ActionId::Inspector]->setChecked(shown);
    if (shown == !m_inspector->isHidden()) return;
    if (!inspectorIsLeft()) {
        m_inspector->setVisible(shown);
        int width = wantedWidth(), left = m_left->width();
        if (shown) m_across->setSizes({left, std::max(leastCanvas, m_bench.window.width() - left - width), width});
        return;
    }
    if (shown) m_leftSizes = m_left->sizes();
    m_tabs->setVisible(!shown);
    m_inspector->setVisible(shown);
    int height = m_left->height();
    if (shown) m_left->setSizes({height * 2 / 5, 0, height - height * 2 / 5});
    else if (m_leftSizes.size() > 1) m_left->setSizes(m_leftSizes);
}

QWidget* WindowLayout::objectPage() const { return m_views.at(ViewPlace::Inspector).first().widget; }

int WindowLayout::wantedWidth() const {
    int wanted = inspectorWidth;
    for (const Views::View& view : m_views.at(ViewPlace::Inspector))
        if (view.widget == m_inspector->currentPage()) wanted = std::max(wanted, view.row->width);
    return m_bench.appearance.scaled(wanted);
}

// A page that wants less leaves the width as it is, so that the picture stays while one looks from page to page.
void WindowLayout::widenInspector() {
    if (inspectorIsLeft() || m_inspector->isHidden()) return;
    QList<int> sizes = m_across->sizes();
    int missing = std::min(wantedWidth() - sizes[2], sizes[1] - leastCanvas);
    if (missing > 0) m_across->setSizes({sizes[0], sizes[1] - missing, sizes[2] + missing});
}

// The first page is about what is selected, so that it opens when something is.
void WindowLayout::restoreInspector() {
    for (const Views::View& view : m_views.at(ViewPlace::Inspector)) {
        if (m_bench.settings.inspectorPage() != QLatin1String(view.widget->metaObject()->className())) continue;
        m_inspector->showPage(view.widget);
        showInspector(m_bench.settings.inspectorOpen() && view.widget != objectPage());
    }
}

void WindowLayout::showInspectorPage(QWidget& view) {
    m_inspector->showPage(&view);
    showInspector(true);
}

void WindowLayout::followSelection() {
    if (m_views.of<LessonPanel>().asksForObject() || m_views.of<PredictBar>().asksForObject()) return; // it may be the answer
    if (!m_bench.selection.isEmpty()) {
        if (m_inspector->isHidden()) m_inspector->showPage(objectPage());
        showInspector(true);
        QMetaObject::invokeMethod(
            this, [this] { m_views.of<Canvas>().revealObject(m_bench.selection.object()); }, Qt::QueuedConnection); // once it has its place
    } else if (inspectorIsLeft() && m_inspector->currentPage() == objectPage()) {
        showInspector(false);
    }
}

void WindowLayout::setClassView(bool on) {
    if (on == m_isClassView) return;
    if (on) {
        m_inspectorWasOpen = !m_inspector->isHidden();
        showInspector(false);
        m_acrossWas = m_across->saveState();
        m_leftWas = m_left->saveState();
        if (isMain(m_views.of<CodePanel>())) showTab(m_views.of<HappenedView>());
    }
    m_isClassView = on;
    m_top->setVisible(!on);
    m_bottom->setVisible(!on);
    if (!on) {
        m_across->restoreState(m_acrossWas);
        m_left->restoreState(m_leftWas);
    }
    arrange();
    const int whole = m_across->width(), left = int(whole * leftInClass);
    if (on) m_across->setSizes({left, whole - left});
    if (!on && m_inspectorWasOpen) showInspector(true);
}

}
