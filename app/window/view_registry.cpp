// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/view_registry.h"

#include <QCoreApplication>

#include "app/window/status_line.h"
#include "app/window/workbench.h"
#include "core/base/check.h"
#include "ui/controls/time_search_bar.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/controls/watch_strip.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/views/files_view.h"
#include "ui/views/happened_view.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector/compare_view.h"
#include "ui/views/inspector/garbage/garbage_view.h"
#include "ui/views/inspector/heap_view.h"
#include "ui/views/inspector/inside_view.h"
#include "ui/views/inspector/inspector_view.h"
#include "ui/views/inspector/map_view.h"
#include "ui/views/lessons/closing_page.h"
#include "ui/views/lessons/draw_bar.h"
#include "ui/views/lessons/lesson_check_view.h"
#include "ui/views/lessons/lesson_gallery.h"
#include "ui/views/lessons/lesson_panel.h"
#include "ui/views/lessons/predict_bar.h"
#include "ui/views/output_view.h"

namespace memtape {

#define MAKE(Class, ...) &Class::staticMetaObject, [](Workbench& bench) -> QWidget* { return new Class(__VA_ARGS__); }

const QVector<ViewRow>& viewRegistry() {
    static const QVector<ViewRow> rows = {
        {ViewPlace::Top, nullptr, "04-moving-in-time",
         MAKE(TransportBar, bench.document, bench.cursor, bench.playback, bench.appearance, bench.actions)},
        {ViewPlace::Main, nullptr, "01-first-steps", MAKE(CodePanel, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Main, nullptr, "12-lessons-and-predicting", MAKE(LessonGallery, bench.appearance)},
        {ViewPlace::Main, nullptr, "16-language-cpython-model", MAKE(ClosingPage, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "What happened"), "05-what-happened",
         MAKE(HappenedView, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Inside the line"), "06-inside-a-line",
         MAKE(InsideView, bench.document, bench.inside, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Lesson"), "12-lessons-and-predicting",
         MAKE(LessonPanel, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Check"), "13-making-a-lesson", MAKE(LessonCheckView, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Output"), "05-what-happened",
         MAKE(OutputView, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Input"), "05-what-happened", MAKE(InputView, bench.document, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Files"), "05-what-happened", MAKE(FilesView, bench.document, bench.appearance)},
        {ViewPlace::Above, nullptr, "12-lessons-and-predicting", MAKE(PredictBar, bench.appearance)},
        {ViewPlace::Above, nullptr, "12-lessons-and-predicting", MAKE(DrawBar, bench.appearance)},
        {ViewPlace::Centre, nullptr, "02-reading-the-picture", MAKE(Canvas, bench.document, bench.cursor, bench.selection, bench.appearance)},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Object"), "07-asking-about-an-object",
         MAKE(InspectorView, bench.document, bench.cursor, bench.selection, bench.appearance)},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Heap"), "08-heap-and-map",
         MAKE(HeapView, bench.document, bench.cursor, bench.selection, bench.appearance), 352},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Garbage"), "09-what-stays",
         MAKE(GarbageView, bench.document, bench.cursor, bench.selection, bench.appearance), 352},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Map"), "08-heap-and-map",
         MAKE(MapView, bench.document, bench.cursor, bench.selection, bench.appearance), 440},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Compare"), "10-finding-and-comparing",
         MAKE(CompareView, bench.document, bench.cursor, bench.selection, bench.appearance), 352},
        {ViewPlace::Bottom, nullptr, "10-finding-and-comparing", MAKE(TimeSearchBar, bench.document, bench.cursor, bench.appearance, bench.actions)},
        {ViewPlace::Bottom, nullptr, "04-moving-in-time", MAKE(WatchStrip, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Bottom, nullptr, "04-moving-in-time", MAKE(Timeline, bench.document, bench.cursor, bench.playback, bench.appearance)},
        {ViewPlace::Status, nullptr, nullptr, MAKE(StatusLine, bench.document, bench.cursor, bench.appearance)},
    };
    return rows;
}

#undef MAKE

Views::Views(Workbench& bench) {
    for (const ViewRow& row : viewRegistry()) m_views.append({row.make(bench), &row});
}

QString Views::View::title() const { return row->title ? QCoreApplication::translate("memtape::Views", row->title) : QString(); }

QVector<Views::View> Views::at(ViewPlace place) const {
    QVector<View> there;
    for (const View& view : m_views)
        if (view.row->place == place) there.append(view);
    return there;
}

QWidget* Views::find(const QMetaObject& viewClass) const {
    for (const View& view : m_views)
        if (view.widget->metaObject() == &viewClass) return view.widget;
    MEMTAPE_CHECK(false);
    return nullptr;
}

}
