// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tape_timing.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>

#include "app/window/files/program_files.h"
#include "app/window/main_window.h"
#include "app/window/workbench.h"
#include "ui/models/timeline/time_search.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/inside_lines.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/settings.h"

namespace memtape {

namespace {

constexpr int keyPause = 33, longestWait = 120'000; // ms

double millisecondsOf(const QElapsedTimer& clock) { return double(clock.nsecsElapsed()) / 1e6; }

// A window with the tape in it, learnt to its end.
struct TapeWindow {
    explicit TapeWindow(const QString& tape)
        : store(folder.filePath(QStringLiteral("settings.ini"))),
          settings(store),
          window(makeSessionRunner(), settings) {
        window.resize(1440, 900);
        window.show();
        window.files().open(tape);
        wait([this] { return bench().document.run() && bench().document.stepCount() > 0 && bench().document.run()->isWhole(); });
    }
    Workbench& bench() { return window.bench(); }
    // False: it took too long.
    template <class Until> static bool wait(Until until) {
        QElapsedTimer clock;
        clock.start();
        while (!until() && clock.elapsed() < longestWait) QApplication::processEvents(QEventLoop::AllEvents, 5);
        return until();
    }
    static void pause(int milliseconds) {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < milliseconds) QApplication::processEvents(QEventLoop::AllEvents, 1);
    }

    QTemporaryDir folder;
    SettingsStore store;
    Settings settings;
    MainWindow window;
};

}

int timeInside(const QString& tape, unsigned long long step) {
    TapeWindow window(tape);
    InsideLines& inside = window.bench().inside;
    Cursor& cursor = window.bench().cursor;
    const auto isReady = [&inside] { return inside.state() == InsideLines::State::Ready; };
    cursor.jumpTo(step);
    QElapsedTimer clock;
    clock.start();
    inside.setOpen(true);
    if (!TapeWindow::wait(isReady)) return 1;
    printf("step %llu of %llu: its parts after %.0f ms\n", step, (unsigned long long)cursor.stepCount(), millisecondsOf(clock));
    for (bool isHurried : {false, true})
        for (bool isForward : {true, false}) {
            constexpr int moves = 600;
            double longest = 0, all = 0;
            int waits = 0;
            const uint64_t from = cursor.step();
            for (int i = 0; i < moves; ++i) {
                if (!isHurried) TapeWindow::pause(keyPause);
                clock.restart();
                if (isForward) inside.forward();
                else inside.back();
                waits += !isReady();
                if (!TapeWindow::wait(isReady)) return 1;
                longest = std::max(longest, millisecondsOf(clock));
                all += millisecondsOf(clock);
            }
            printf("%s, %s: %d parts over %llu steps; one took %.1f ms, the longest %.0f ms; %d were waited for\n", isForward ? "forward" : "back",
                   isHurried ? "as quickly as can be" : "thirty keys a second", moves,
                   (unsigned long long)(isForward ? cursor.step() - from : from - cursor.step()), all / moves, longest, waits);
        }
    return 0;
}

int timeFind(const QString& tape, const QString& expression) {
    TapeWindow window(tape);
    TimeSearch search(window.bench().document);
    QElapsedTimer clock, strike;
    double first = -1, gap = 0;
    QObject::connect(&search, &TimeSearch::changed, [&] {
        if (first < 0 && search.found().count()) first = millisecondsOf(clock);
    });
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, [&] {
        gap = std::max(gap, millisecondsOf(strike));
        strike.restart();
    });
    clock.start();
    strike.start();
    ticks.start(1);
    search.look(expression);
    TapeWindow::wait([&search] { return search.result().has_value(); });
    printf("%s: %llu finds in %llu steps; the first after %.0f ms, all after %.0f ms; the window stood still for %.0f ms at most\n",
           qPrintable(expression), (unsigned long long)search.found().count(), (unsigned long long)window.bench().document.stepCount(), first,
           millisecondsOf(clock), gap);
    // while it looks, another is asked for
    search.look(QStringLiteral("(%1)").arg(expression));
    TapeWindow::pause(50);
    clock.restart();
    search.look({});
    printf("given up within %.1f ms\n", millisecondsOf(clock));
    return 0;
}

}
