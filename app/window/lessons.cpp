// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons.h"

#include <QApplication>

#include "app/window/messages.h"
#include "app/window/view_registry.h"
#include "app/window/window_layout.h"
#include "app/window/workbench.h"
#include "ui/editor/code_panel.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/happened_view.h"
#include "ui/views/lesson_gallery.h"
#include "ui/views/lesson_panel.h"

namespace memtape {

Lessons::Lessons(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages)
    : m_bench(bench),
      m_views(views),
      m_layout(layout),
      m_messages(messages),
      m_lessons(builtInLessons()) {
    layout.setTabVisible(views.of<LessonPanel>(), false);
    connectQuestions();
    connectGallery();
}

void Lessons::connectQuestions() {
    LessonPanel* panel = &m_views.of<LessonPanel>();
    connect(panel, &LessonPanel::questionOpened, this, [this](quint64 step) {
        m_bench.cursor.setBarrier(step);
        m_views.of<HappenedView>().setOutlookHidden(true);
    });
    connect(panel, &LessonPanel::questionAnswered, this, [this, panel] {
        m_bench.cursor.clearBarrier();
        m_views.of<HappenedView>().setOutlookHidden(false);
        if (panel->isAncestorOf(QApplication::focusWidget())) m_views.of<Canvas>().view().setFocus(); // "Press →", it says next
    });
    connect(
        &m_views.of<Canvas>().scene(), &MemoryScene::objectPicked, panel,
        [panel](ObjectId id) {
            if (id && panel->asksForObject()) panel->answerObject(id);
        },
        Qt::QueuedConnection); // it moves on, and with it the items
    connect(panel, &LessonPanel::lessonDone, this, [this](const QString& id) { m_bench.settings.setLessonDone(id); });
    connect(panel, &LessonPanel::neighbourRequested, this, &Lessons::openNeighbour);
}

void Lessons::connectGallery() {
    LessonGallery* gallery = &m_views.of<LessonGallery>();
    m_bench.actions.on(ActionId::Lessons, this, [this] { toggleGallery(); });
    connect(gallery, &LessonGallery::closed, this, [this] {
        m_layout.showMain(m_views.of<CodePanel>());
        m_views.of<Canvas>().view().setFocus();
    });
    connect(gallery, &LessonGallery::lessonChosen, this, &Lessons::chosen);
    connect(&m_bench.appearance, &Appearance::changed, this, &Lessons::listLessons);
}

const Lesson* Lessons::find(const QString& id) const {
    for (const Lesson& lesson : m_lessons)
        if (lesson.id == id) return &lesson;
    return nullptr;
}

QString Lessons::title() const {
    const Lesson* lesson = find(m_openId);
    return lesson ? Lesson::in(lesson->title, m_language) : QString();
}

void Lessons::open(const QString& id) {
    const Lesson* lesson = find(id);
    if (!lesson) return;
    m_openId = id;
    m_messages.clear();
    Q_EMIT lookWanted(lesson->detail, lesson->everyObjectAsBox);
    m_bench.follower.startAtFirstLine();
    QString name = id.mid(id.indexOf(QLatin1Char('-')) + 1).replace(QLatin1Char('-'), QLatin1Char('_'));
    m_bench.document.setProgram({}, lesson->program, name + lesson->ending);
    auto& code = m_views.of<CodePanel>();
    code.setReadOnly(true, true);
    m_layout.showMain(code);
    auto& panel = m_views.of<LessonPanel>();
    panel.setLesson(*lesson, m_language);
    m_layout.setTabVisible(panel, true);
    m_layout.showTab(panel);
    m_layout.giveTabsHalf(); // lessons are short, what is said about them is not
    Q_EMIT titleChanged();
    m_bench.document.record();
    m_views.of<Canvas>().view().setFocus();
}

void Lessons::leave() {
    if (!m_openId.isEmpty()) Q_EMIT lookWanted(-1, false);
    m_openId.clear();
    auto& panel = m_views.of<LessonPanel>();
    panel.clearLesson();
    m_layout.setTabVisible(panel, false);
    m_layout.showTab(m_views.of<HappenedView>());
    m_views.of<CodePanel>().setReadOnly(false, false);
}

void Lessons::openFirst() {
    if (m_lessons.isEmpty()) return;
    open(m_lessons.first().id);
    connect(
        &m_bench.document, &Document::recordingFinished, this,
        [this] {
            if (m_openId == m_lessons.first().id && m_bench.document.run()) showPicture(m_lessons.first());
        },
        Qt::SingleShotConnection);
}

void Lessons::showPicture(const Lesson& lesson) {
    const Document& document = m_bench.document;
    if (auto at = document.run()->nextAtLine(0, uint32_t(lesson.pictureLine), document.mainFile(), false)) m_bench.cursor.moveTo(*at);
    sayHint(lesson);
}

void Lessons::sayHint(const Lesson& lesson) {
    if (lesson.pictureLine && !lesson.hint.isEmpty()) m_messages.hintAtLine(lesson.pictureLine, Lesson::in(lesson.hint, m_language));
}

void Lessons::setLanguage(const QString& code) {
    m_language = code;
    m_views.of<LessonPanel>().setLanguage(code);
    listLessons();
    if (const Lesson* lesson = find(m_openId); lesson && m_messages.hasHintAtLine()) sayHint(*lesson);
}

void Lessons::listLessons() { m_views.of<LessonGallery>().setLessons(m_lessons, m_bench.settings.doneLessons(), m_language); }

void Lessons::toggleGallery() {
    auto& gallery = m_views.of<LessonGallery>();
    listLessons();
    if (m_layout.isMain(gallery)) {
        m_layout.showMain(m_views.of<CodePanel>());
        m_views.of<Canvas>().view().setFocus();
    } else {
        m_layout.showMain(gallery);
        gallery.focusFirst();
    }
}

void Lessons::openNeighbour(bool previous) {
    for (qsizetype i = 0; i < m_lessons.size(); ++i) {
        if (m_lessons[i].id != m_openId) continue;
        qsizetype to = i + (previous ? -1 : 1);
        if (to >= 0 && to < m_lessons.size()) open(m_lessons[to].id);
        else m_layout.showMain(m_views.of<LessonGallery>());
        return;
    }
}

}
