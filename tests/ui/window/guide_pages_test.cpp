// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide/guide.h"
#include "app/window/guide/guide_pages.h"
#include "app/window/inspector_panel.h"
#include "app/window/messages.h"
#include "app/window/status_line.h"
#include "app/window/window_language.h"

#include <QDir>
#include <QFile>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/ui/window/window_bench.h"
#include "ui/editor/code_panel.h"

using namespace memtape;

namespace {

const QString source = QStringLiteral(MEMTAPE_SOURCE_DIR "/docs/guide/");

}

TEST_CASE("each part of the window has a page of the guide, in every language", "[window][guide]") {
    WindowBench bench;
    for (const ViewRow& row : viewRegistry()) {
        const std::unique_ptr<QWidget> part(row.make(bench.window->bench()));
        const QString page = guidePageOf(part.get());
        INFO(part->metaObject()->className() << ": " << page);
        if (part->metaObject() == &CodePanel::staticMetaObject || part->metaObject() == &StatusLine::staticMetaObject)
            CHECK(page == firstGuidePage());
        else CHECK(page != firstGuidePage());
        for (const char* language : {"en/", "ko/"}) CHECK(QFile::exists(source + QLatin1String(language) + page + QStringLiteral(".md")));
    }
    CHECK(guidePageOf(nullptr) == firstGuidePage());
}

TEST_CASE("F1 on the tabs is about the page that they show", "[window][guide]") {
    WindowBench bench;
    bench.open(QStringLiteral("xs = [1]\n"));
    auto* inspector = bench.window->findChild<InspectorPanel*>();
    const QVector<QPair<ActionId, QString>> pages = {{ActionId::Garbage, QStringLiteral("09-what-stays")},
                                                     {ActionId::Map, QStringLiteral("08-heap-and-map")},
                                                     {ActionId::Compare, QStringLiteral("10-finding-and-comparing")}};
    for (const auto& [id, page] : pages) {
        bench.act(id);
        int buttons = 0;
        for (const auto* tab : inspector->findChildren<QToolButton*>()) {
            if (inspector->findChild<QStackedWidget*>()->isAncestorOf(tab)) continue; // of a page
            ++buttons;
            if (tab->text().isEmpty()) continue; // what closes the panel
            CHECK(guidePageOf(tab) == page);
        }
        CHECK(buttons > 4);
    }
}

namespace {

// A guide of one page in each language, in a window, and what was opened of it.
struct Guided : WindowBench {
    Guided() {
        for (const char* language : {"en", "ko"}) {
            QDir(pages.path()).mkpath(QLatin1String(language));
            QFile page(pages.filePath(QLatin1String(language) + QLatin1Char('/') + firstGuidePage() + QStringLiteral(".html")));
            REQUIRE(page.open(QIODevice::WriteOnly));
        }
        for (MessageBar* bar : {&messages.bar(), &messages.hintBar(), &messages.endBar(), &messages.questions().bar()}) bar->setParent(window.get());
        QObject::disconnect(window->bench().actions[ActionId::Guide], nullptr, &window->guide(), nullptr); // F1 is for the one of here
    }
    std::unique_ptr<Guide> guideIn(const QString& place) {
        return std::make_unique<Guide>(window->bench(), messages, window->language(), QStringList{place}, [this](const QUrl& address) {
            opened.append(address.path());
            return hasBrowser;
        });
    }
    QString bar() { return messages.questions().bar().text(); }
    QTemporaryDir pages;
    Messages messages{window->bench()};
    QStringList opened;
    bool hasBrowser = true;
};

}

TEST_CASE("the first start says once that there is a guide, in the window's language", "[window][guide]") {
    Guided bench;
    bench.guideIn(bench.pages.filePath(QStringLiteral("none")))->pointOnce();
    CHECK(bench.bar().isEmpty()); // there is none
    auto guide = bench.guideIn(bench.pages.path());
    guide->pointOnce();
    CHECK(bench.bar().startsWith(QStringLiteral("The guide explains")));
    bench.window->language().set(QStringLiteral("ko"));
    guide->retranslate();
    CHECK(bench.bar().contains(QStringLiteral("안내서")));

    SECTION("its button opens the first page") {
        Q_EMIT bench.messages.questions().bar().buttonPressed(0);
        REQUIRE(bench.opened.size() == 1);
        CHECK(bench.opened[0].endsWith(QStringLiteral("/ko/") + firstGuidePage() + QStringLiteral(".html")));
    }
    SECTION("F1 is an answer, too") { bench.act(ActionId::Guide); }
    SECTION("it can be dismissed") {
        Q_EMIT bench.messages.questions().bar().dismissed();
        guide->retranslate();
    }
    CHECK(bench.bar().isEmpty());
    bench.guideIn(bench.pages.path())->pointOnce();
    CHECK(bench.bar().isEmpty());
    bench.store.write();
    SettingsStore later(bench.folder.filePath(QStringLiteral("settings.ini")));
    CHECK(Settings(later).guideTold());
}

TEST_CASE("where nothing can show the guide, the window says where it lies", "[window][guide]") {
    Guided bench;
    bench.hasBrowser = false;
    const auto guide = bench.guideIn(bench.pages.path());
    bench.act(ActionId::Guide);
    REQUIRE(bench.opened.size() == 1);
    CHECK(bench.messages.bar().text().contains(bench.opened[0]));
}

TEST_CASE("what lies within a part is about the part", "[window][guide]") {
    WindowBench bench;
    auto* canvas = bench.window->findChild<Canvas*>();
    REQUIRE(canvas);
    const auto within = canvas->findChildren<QWidget*>();
    REQUIRE_FALSE(within.isEmpty());
    for (const QWidget* widget : within) CHECK(guidePageOf(widget) == QStringLiteral("02-reading-the-picture"));
}

TEST_CASE("a guide is found where it is, in the window's language", "[window][guide]") {
    QTemporaryDir none, folder;
    QDir(folder.path()).mkpath(QStringLiteral("ko"));
    QFile page(folder.filePath(QStringLiteral("ko/12-lessons-and-predicting.html")));
    REQUIRE(page.open(QIODevice::WriteOnly));
    const QStringList folders{none.path(), folder.path()};
    CHECK(guideAddress(QStringLiteral("12-lessons-and-predicting"), QStringLiteral("ko"), folders) == QUrl::fromLocalFile(page.fileName()));
    CHECK(guideAddress(QStringLiteral("12-lessons-and-predicting"), QStringLiteral("en"), folders).isEmpty());
    CHECK(guideAddress(QStringLiteral("12-lessons-and-predicting"), QStringLiteral("ko"), {none.path()}).isEmpty());
}
