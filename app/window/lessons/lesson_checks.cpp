// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons/lesson_checks.h"

#include <utility>

#include "app/window/lessons/lessons.h"
#include "app/window/messages.h"
#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/models/lessons/lesson_check.h"
#include "ui/state/document.h"
#include "ui/views/happened_view.h"
#include "ui/views/lessons/lesson_check_view.h"

namespace memtape {

LessonChecks::LessonChecks(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages, const Lessons& lessons)
    : m_bench(bench),
      m_views(views),
      m_layout(layout),
      m_messages(messages),
      m_lessons(lessons) {
    auto& view = views.of<LessonCheckView>();
    layout.setTabVisible(view, false);
    bench.actions.on(ActionId::LessonCheck, this, [this] { check(); });
    connect(&bench.document, &Document::recordingFinished, this, [this] {
        if (std::exchange(m_wanted, false)) show();
    });
    connect(&bench.document, &Document::programChanged, this, &LessonChecks::forget);
    connect(&view, &LessonCheckView::lineChosen, this, [this](int line) {
        m_layout.showMain(m_views.of<CodePanel>());
        m_views.of<CodePanel>().editor().goToLine(line);
    });
}

QString LessonChecks::source() const {
    const Lesson* open = m_lessons.openLesson();
    return open ? open->source : m_bench.document.text();
}

void LessonChecks::check() {
    Document& document = m_bench.document;
    if (Lesson::programOf(source()) == source()) {
        m_messages.hint(tr("This text is no lesson: no comment of it begins with # lesson:en:"));
        return;
    }
    if (document.run() && !document.isStale() && !document.isRecording()) return show();
    m_wanted = true;
    if (!document.isRecording()) document.record();
}

void LessonChecks::show() {
    Run* run = m_bench.document.run();
    if (m_bench.document.problem() || !run || run->stepCount() == 0) return; // which is said already
    auto& view = m_views.of<LessonCheckView>();
    view.setProblems(checkLesson(Lesson::parse({}, source()), *run));
    m_layout.setTabVisible(view, true);
    m_layout.showTab(view);
}

void LessonChecks::forget() {
    m_wanted = false;
    auto& view = m_views.of<LessonCheckView>();
    if (view.isVisible()) m_layout.showTab(m_views.of<HappenedView>());
    m_layout.setTabVisible(view, false);
}

}
