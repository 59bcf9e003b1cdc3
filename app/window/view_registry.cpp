// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/view_registry.h"

#include <QCoreApplication>

#include "app/window/status_line.h"
#include "app/window/workbench.h"
#include "core/base/check.h"
#include "ui/controls/timeline.h"
#include "ui/controls/transport_bar.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/views/files_view.h"
#include "ui/views/happened_view.h"
#include "ui/views/input_view.h"
#include "ui/views/inspector_view.h"
#include "ui/views/lesson_gallery.h"
#include "ui/views/lesson_panel.h"
#include "ui/views/output_view.h"

namespace memtape {

#define MAKE(Class, ...) [](Workbench& bench) -> QWidget* { return new Class(__VA_ARGS__); }

const QVector<ViewRow>& viewRegistry() {
    static const QVector<ViewRow> rows = {
        {ViewPlace::Top, nullptr, MAKE(TransportBar, bench.document, bench.cursor, bench.playback, bench.appearance, bench.actions)},
        {ViewPlace::Main, nullptr, MAKE(CodePanel, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Main, nullptr, MAKE(LessonGallery, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "What happened"), MAKE(HappenedView, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Lesson"), MAKE(LessonPanel, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Output"), MAKE(OutputView, bench.document, bench.cursor, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Input"), MAKE(InputView, bench.document, bench.appearance)},
        {ViewPlace::Tab, QT_TRANSLATE_NOOP("memtape::Views", "Files"), MAKE(FilesView, bench.document, bench.appearance)},
        {ViewPlace::Centre, nullptr, MAKE(Canvas, bench.document, bench.cursor, bench.selection, bench.appearance)},
        {ViewPlace::Inspector, QT_TRANSLATE_NOOP("memtape::Views", "Object"),
         MAKE(InspectorView, bench.document, bench.cursor, bench.selection, bench.appearance)},
        {ViewPlace::Bottom, nullptr, MAKE(Timeline, bench.document, bench.cursor, bench.playback, bench.appearance)},
        {ViewPlace::Status, nullptr, MAKE(StatusLine, bench.document, bench.cursor, bench.appearance)},
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
