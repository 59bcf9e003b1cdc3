// SPDX-License-Identifier: GPL-3.0-or-later
// A teacher's own lessons in the gallery, what stands behind the last of the course, and Lesson ▸ Check.
#include <QDir>
#include <QLabel>
#include <QPushButton>

#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/code_panel.h"
#include "ui/views/inspector/garbage/garbage_view.h"
#include "ui/views/lessons/closing_page.h"
#include "ui/views/lessons/lesson_check_view.h"
#include "ui/views/lessons/lesson_gallery.h"
#include "ui/views/lessons/lesson_panel.h"

using namespace memtape;

namespace {

struct OwnBench : WindowBench {
    QString write(const char* name, const QString& text) {
        QDir(folder.path()).mkpath(QStringLiteral("my course"));
        QString path = folder.filePath(QStringLiteral("my course/") + QLatin1String(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return path;
    }
    LessonGallery& gallery() { return window->views().of<LessonGallery>(); }
    QStringList buttons() {
        QStringList texts;
        for (QPushButton* button : gallery().findChildren<QPushButton*>()) texts.append(button->text());
        return texts;
    }
    bool galleryTells(const QString& text) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // rows of the list before
        for (QLabel* label : gallery().findChildren<QLabel*>())
            if (label->text() == text) return true;
        return false;
    }
};

}

TEST_CASE("each lesson has a small picture in the gallery, a teacher's own, too", "[window][lesson]") {
    OwnBench bench;
    const QString path = bench.write("mine.py", QStringLiteral("n = [1]\nm = n\n# lesson:en: Mine\n# at line 2:\n# lesson:en: There.\n"));
    const QString never = bench.write("never.py", QStringLiteral("while True: pass\n# lesson:en: Never ends\n# at line 5:\n# lesson:en: x\n"));
    bench.settings.setLessonFolder(bench.folder.filePath(QStringLiteral("my course")));
    bench.act(ActionId::Lessons);
    CHECK_FALSE(bench.gallery().hasPicture(path));
    REQUIRE(QTest::qWaitFor([&] { return bench.gallery().hasPicture(path); }, 60000));
    for (const Lesson& lesson : builtInLessons()) CHECK(bench.gallery().hasPicture(lesson.id));
    CHECK_FALSE(bench.gallery().hasPicture(never));
    bench.act(ActionId::Lessons);
    bench.act(ActionId::Lessons);
    CHECK(bench.gallery().hasPicture(path)); // kept
}

TEST_CASE("the gallery is as narrow as its place, and long titles end in dots", "[window][lesson]") {
    OwnBench bench;
    bench.window->resize(800, 600);
    bench.act(ActionId::Lessons);
    REQUIRE(bench.gallery().isVisible());
    CHECK(bench.gallery().widget()->width() <= bench.gallery().viewport()->width());
    int shortened = 0;
    for (const QString& text : bench.buttons()) shortened += text.endsWith(QChar(0x2026));
    CHECK(shortened > 0);
}

TEST_CASE("a lesson opens its instrument at the stop", "[window][lesson]") {
    OwnBench bench;
    bench.open(QStringLiteral("a = []\na.append(a)\ndel a\nn = 1\n"));
    auto& panel = bench.window->views().of<LessonPanel>();
    panel.setLesson(Lesson::parse(QStringLiteral("x"), QStringLiteral("a = []\na.append(a)\ndel a\nn = 1\n# lesson:en: T\n# at line 4:\n"
                                                                      "# lesson:en: t\n# instrument: garbage\n")),
                    QStringLiteral("en"));
    CHECK_FALSE(bench.window->views().of<GarbageView>().isVisible());
    panel.goToStop(0);
    CHECK(bench.window->views().of<GarbageView>().isVisible());
}

TEST_CASE("a new lesson is the template, in no file", "[window][lesson]") {
    OwnBench bench;
    bench.act(ActionId::LessonNew);
    bench.wait();
    CHECK(bench.document().text() == lessonTemplate());
    CHECK(bench.document().path().isEmpty());
    CHECK(bench.window->lessons().openId().isEmpty());
}

TEST_CASE("the lessons of a folder stand in the gallery under its name, and are done by their files", "[window][lesson]") {
    OwnBench bench;
    const QString path =
        bench.write("mine.py", QStringLiteral("n = 1\nm = n\n# lesson:en: Mine\n# lesson:en: About n.\n# at line 2:\n# lesson:en: There.\n"));
    bench.settings.setLessonFolder(bench.folder.filePath(QStringLiteral("my course")));
    bench.act(ActionId::Lessons);
    CHECK(bench.galleryTells(QStringLiteral("my course")));
    CHECK(bench.buttons().contains(QStringLiteral("1.  Mine")));
    Q_EMIT bench.gallery().lessonChosen(path);
    bench.wait();
    CHECK(bench.window->lessons().openId() == path);
    CHECK(bench.document().title() == QStringLiteral("mine.py"));
    bench.window->views().of<LessonPanel>().goToStop(0);
    CHECK(bench.settings.doneLessons() == QStringList{path});
    bench.act(ActionId::Lessons);
    CHECK(bench.buttons().contains(QStringLiteral("1.  Mine   \u2713")));
    Q_EMIT bench.gallery().folderForgotten();
    CHECK_FALSE(bench.galleryTells(QStringLiteral("my course")));
    CHECK(bench.settings.lessonFolder().isEmpty());
}

TEST_CASE("behind the last lesson stands what the article simplifies, in both languages", "[window][lesson]") {
    OwnBench bench;
    bench.window->lessons().open(builtInLessons().last().id);
    bench.wait();
    Q_EMIT bench.window->views().of<LessonPanel>().neighbourRequested(false);
    auto& page = bench.window->views().of<ClosingPage>();
    CHECK(page.isVisible());
    for (const char* part : {"Names and objects", "Counting and collecting", "detail"}) CHECK(page.text().contains(QString::fromUtf8(part)));
    page.setLanguage(QStringLiteral("ko"));
    for (const char* part : {"이름과 객체", "참조 세기와 수거", "CPython만의 세부 사항"}) CHECK(page.text().contains(QString::fromUtf8(part)));
    Q_EMIT page.closed();
    CHECK(bench.gallery().isVisible());
}

TEST_CASE("Lesson, Check lists what is wrong, and leads to the line", "[window][lesson]") {
    OwnBench bench;
    bench.open(QStringLiteral("n = 1\n# lesson:en: T\n# at line 1:\n# lesson:en: t\n# nonsense\n# at line 1:7:\n"));
    bench.act(ActionId::LessonCheck);
    auto& view = bench.window->views().of<LessonCheckView>();
    CHECK(view.isVisible());
    CHECK(view.rows() == QStringList{QStringLiteral("Line 5: This is neither program nor lesson: # nonsense"),
                                     QStringLiteral("Line 6: Line 1 does not run 7 times; the last time is 1.")});
    Q_EMIT view.lineChosen(5);
    CHECK(bench.window->views().of<CodePanel>().editor().cursorLine() == 5);
    bench.open(QStringLiteral("n = 1\n"));
    CHECK_FALSE(view.isVisible());
    bench.act(ActionId::LessonCheck);
    CHECK(bench.says(QStringLiteral("This text is no lesson")));
    CHECK_FALSE(view.isVisible());
}
