// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lessons/lessons.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "app/window/lessons/lesson_pictures.h"
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
#include "ui/views/lessons/closing_page.h"
#include "ui/views/lessons/lesson_gallery.h"
#include "ui/views/lessons/lesson_panel.h"

namespace memtape {

Lessons::Lessons(Workbench& bench, Views& views, WindowLayout& layout, Messages& messages)
    : m_bench(bench),
      m_views(views),
      m_layout(layout),
      m_messages(messages),
      m_lessons(builtInLessons()),
      m_pictures(new LessonPictures(this)) {
    layout.setTabVisible(views.of<LessonPanel>(), false);
    readOwn();
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
    connect(panel, &LessonPanel::instrumentWanted, this, &Lessons::useInstrument);
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
    connect(m_pictures, &LessonPictures::painted, this, [this, gallery](const QString& id) {
        if (const Lesson* lesson = find(id)) gallery->setPicture(id, m_pictures->pictureOf(*lesson, m_bench.appearance.palette().theme()));
    });
    m_bench.actions.on(ActionId::LessonFolder, this, [this] { chooseFolder(); });
    connect(gallery, &LessonGallery::folderWanted, this, &Lessons::chooseFolder);
    connect(gallery, &LessonGallery::folderForgotten, this, [this] { setFolder({}); });
    connect(gallery, &LessonGallery::closingPageChosen, this, &Lessons::showClosingPage);
    connect(&m_views.of<ClosingPage>(), &ClosingPage::closed, this, &Lessons::showGallery);
}

void Lessons::readOwn() { m_own = lessonsIn(m_bench.settings.lessonFolder()); }

void Lessons::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(&m_bench.window, tr("A folder of your own lessons"), m_bench.settings.lessonFolder());
    if (!folder.isEmpty()) setFolder(folder);
}

void Lessons::setFolder(const QString& folder) {
    m_bench.settings.setLessonFolder(folder);
    readOwn();
    showGallery();
    if (!folder.isEmpty() && m_own.isEmpty())
        m_messages.hint(tr("There is no lesson in that folder: a lesson is a program with comments that begin with # lesson:en:"));
}

void Lessons::showClosingPage() {
    auto& page = m_views.of<ClosingPage>();
    page.setLanguage(m_language);
    m_layout.showMain(page);
    page.setFocus();
}

void Lessons::showGallery() {
    auto& gallery = m_views.of<LessonGallery>();
    listLessons();
    m_pictures->want(m_lessons + m_own);
    m_layout.showMain(gallery);
    gallery.focusFirst();
}

const Lesson* Lessons::find(const QString& id) const {
    for (const QVector<Lesson>* lessons : {&m_lessons, &m_own})
        for (const Lesson& lesson : *lessons)
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
    closeInstrument();
    Q_EMIT lookWanted(lesson->detail, lesson->everyObjectAsBox);
    m_bench.follower.startAtFirstLine();
    const QString file = QFileInfo(id).fileName(); // of ours without its ending and behind a number
    const bool isOurs = file == id;
    const QString name = id.mid(id.indexOf(QLatin1Char('-')) + 1).replace(QLatin1Char('-'), QLatin1Char('_')) + lesson->ending;
    m_bench.document.setProgram({}, lesson->program, isOurs ? name : file);
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
    closeInstrument();
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
    m_views.of<ClosingPage>().setLanguage(code);
    listLessons();
    if (const Lesson* lesson = find(m_openId); lesson && m_messages.hasHintAtLine()) sayHint(*lesson);
}

void Lessons::listLessons() {
    LessonGallery::Shown shown{m_lessons, m_own, m_bench.settings.lessonFolder(), m_bench.settings.doneLessons()};
    m_views.of<LessonGallery>().setLessons(shown, m_language);
    showPictures();
}

void Lessons::showPictures() {
    auto& gallery = m_views.of<LessonGallery>();
    for (const QVector<Lesson>* lessons : std::initializer_list<const QVector<Lesson>*>{&m_lessons, &m_own})
        for (const Lesson& lesson : *lessons) gallery.setPicture(lesson.id, m_pictures->pictureOf(lesson, m_bench.appearance.palette().theme()));
}

void Lessons::useInstrument(const QString& name) {
    const ActionId actions[] = {ActionId::HeapList, ActionId::Garbage, ActionId::Map, ActionId::Compare}; // as lessonInstruments()
    const qsizetype at = lessonInstruments().indexOf(name);
    if (at < 0 || at >= qsizetype(std::size(actions))) return;
    m_openedInspector |= !m_bench.actions[ActionId::Inspector]->isChecked();
    m_bench.actions[actions[at]]->trigger();
    m_views.of<Canvas>().view().setFocus(); // the keys go on moving in time
}

// What a stop has opened is not in the way of the next lesson; what the user has opened stays.
void Lessons::closeInstrument() {
    if (std::exchange(m_openedInspector, false)) m_layout.showInspector(false);
}

void Lessons::toggleGallery() {
    if (m_layout.isMain(m_views.of<LessonGallery>())) {
        m_layout.showMain(m_views.of<CodePanel>());
        m_views.of<Canvas>().view().setFocus();
        return;
    }
    readOwn(); // they may have been written meanwhile
    showGallery();
}

void Lessons::openNeighbour(bool previous) {
    for (const QVector<Lesson>* lessons : std::initializer_list<const QVector<Lesson>*>{&m_lessons, &m_own})
        for (qsizetype i = 0; i < lessons->size(); ++i) {
            if (lessons->at(i).id != m_openId) continue;
            qsizetype to = i + (previous ? -1 : 1);
            if (to >= 0 && to < lessons->size()) open(QString(lessons->at(to).id));
            else if (lessons == &m_lessons && !previous) showClosingPage();
            else showGallery();
            return;
        }
}

}
