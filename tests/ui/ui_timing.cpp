// SPDX-License-Identifier: GPL-3.0-or-later
// How long a step takes, in CPU time, in the window with many objects in the picture: facts, layout of what is shown, paint.
//     ui_timing [OBJECTS] [VIEW_WIDTH VIEW_HEIGHT]
// Or how long the plan of a run takes that makes so many objects, of each of several structures, without groups and with them:
//     ui_timing plan [OBJECTS [STRUCTURE]]
// Or how long the window does not answer while a program of sixty million steps is recorded, in time of day:
//     ui_timing live
// Or a step, forwards, of the whole window at 1440 x 900, without and with an object inspected that changes at each step:
//     ui_timing window
// Or what a step takes more with a page of the inspector open, over a heap of so many objects of the program:
//     ui_timing pages [OBJECTS]
// Or, of a recording of millions of steps, how long what is inside a line is waited for, and a search over all of it:
//     ui_timing inside TAPE STEP
//     ui_timing find TAPE EXPRESSION
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include "app/window/files/program_files.h"
#include "app/window/main_window.h"
#include "app/window/view_registry.h"
#include "app/window/workbench.h"
#include "core/languages/languages.h"
#include "core/worker/worker_verb.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/ui/tape_timing.h"
#include "ui/models/compare/comparison_model.h"
#include "ui/models/garbage/garbage_model.h"
#include "ui/models/heap/heap_model.h"
#include "ui/models/map/map_figures.h"
#include "ui/models/picture/kept_boxes.h"
#include "ui/scene/canvas.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/run_plan.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/kept/settings_store.h"
#include "ui/state/program_runner.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include "ui/style/appearance.h"
#include "ui/views/inspector/compare_view.h"
#include "ui/views/inspector/garbage/garbage_view.h"

using namespace memtape;

namespace {

// Of this thread, in milliseconds: other programs on the machine do not count.
double now() {
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Waits until all of the window that has changed has been painted: nothing is, for a while, and nothing is worked on.
class Painting : public QObject {
public:
    Painting() {
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(20);
        qApp->installEventFilter(this);
    }
    // After so many milliseconds of day all of it was there.
    double await(const std::function<bool()>& isBusy) {
        m_hasPainted = false;
        m_clock.start();
        m_quiet.start();
        while (m_quiet.isActive() || !m_hasPainted || isBusy()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (!m_quiet.isActive() && (!m_hasPainted || isBusy())) m_quiet.start();
        }
        return m_last;
    }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        m_hasPainted = true;
        m_last = double(m_clock.nsecsElapsed()) / 1e6;
        m_quiet.start();
        return false;
    }

private:
    QTimer m_quiet;
    QElapsedTimer m_clock;
    bool m_hasPainted = false;
    double m_last = 0;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

}

// A clock that should strike every 5 ms; what it misses is time in which the window could not paint.
int timeLive() {
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    settings.setTimelineFolded(false);
    MainWindow window(makeSessionRunner(), settings);
    window.bench().document.setLimit(Limit::Steps, 60'000'000);
    window.show();
    QFile file(folder.filePath(QStringLiteral("long.py")));
    if (!file.open(QIODevice::WriteOnly)) return 1;
    file.write("n = 0\nwhile True:\n    n += 1\n");
    file.close();
    QElapsedTimer whole, strike;
    std::vector<double> gaps;
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, [&] { gaps.push_back(double(strike.nsecsElapsed()) / 1e6), strike.restart(); });
    strike.start();
    clock.start(5);
    whole.start();
    window.files().open(file.fileName());
    while (window.bench().document.isRecording() && whole.elapsed() < 120000) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (window.bench().cursor.stepCount() > 100) window.bench().cursor.moveTo(quint64(whole.elapsed()) * 37 % window.bench().cursor.stepCount());
    }
    std::sort(gaps.begin(), gaps.end());
    printf("%llu steps in %lld ms; the window's clock: median %.0f ms, 99 of 100 within %.0f ms, longest %.0f ms\n",
           (unsigned long long)window.bench().cursor.stepCount(), (long long)whole.elapsed(), median(gaps), gaps[gaps.size() * 99 / 100],
           gaps.back());
    return 0;
}

int timeWindow() {
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    MainWindow window(makeSessionRunner(), settings);
    window.resize(1440, 900);
    window.show();
    QFile file(folder.filePath(QStringLiteral("list.py")));
    if (!file.open(QIODevice::WriteOnly)) return 1;
    file.write("items = list(range(500))\nfor i in range(20000):\n    items[i % 500] = i\n");
    file.close();
    window.files().open(file.fileName());
    while (window.bench().document.isRecording()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (int i = 0; i < 50; ++i) QApplication::processEvents();
    Painting painting;
    const auto atOnce = [] { return false; };
    for (bool inspected : {false, true}) {
        window.bench().cursor.jumpTo(20000);
        if (inspected) window.bench().selection.select(window.views().of<Canvas>().scene().boxesInOrder().first());
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            double start = now();
            window.bench().cursor.moveTo(window.bench().cursor.step() + 1);
            painting.await(atOnce);
            times.push_back(now() - start);
        }
        printf("%s: a step of the window %.1f ms, the first one %.1f ms\n", inspected ? "inspecting a list" : "nothing selected", median(times),
               times[0]);
    }
    double start = now();
    window.bench().appearance.setTextScale(1.1);
    painting.await(atOnce);
    printf("larger text: %.1f ms\n", now() - start);
    return 0;
}

int timePages(int objects) {
    QTemporaryDir folder;
    SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    Settings settings(store);
    MainWindow window(makeSessionRunner(), settings);
    window.resize(1440, 900);
    window.show();
    QFile file(folder.filePath(QStringLiteral("kept.py")));
    if (!file.open(QIODevice::WriteOnly)) return 1;
    file.write(
        QStringLiteral("kept = []\nfor n in range(%1):\n    kept.append([n])\nfor n in range(200):\n    last = (n, n)\n").arg(objects).toUtf8());
    file.close();
    window.files().open(file.fileName());
    while (window.bench().document.isRecording() || !window.bench().document.run()->isWhole()) QApplication::processEvents(QEventLoop::AllEvents, 50);
    uint64_t end = window.bench().document.stepCount();
    HeapModel heap;
    MapReader map;
    Run& run = *window.bench().document.run();
    struct Page {
        const char* name;
        std::function<void(uint64_t)> show;
    };
    const Page pages[] = {{"Heap", [&](uint64_t step) { heap.show(&run, step, std::nullopt); }}, {"Map", [&](uint64_t step) { map.at(run, step); }}};
    for (const Page& page : pages)
        for (bool near : {true, false}) {
            std::vector<double> times;
            for (uint64_t i = 0; i < 40; ++i) {
                uint64_t step = near ? end - 300 + i : end - 1 - (i * 97) % (end / 2);
                run.stateAt(step); // that the state is at the step is nobody's cost here
                double start = now();
                page.show(step);
                times.push_back(now() - start);
            }
            printf("%s, %d objects, %s: %.1f ms (median of 40)\n", page.name, objects, near ? "from step to step" : "from anywhere to anywhere",
                   median(times));
        }
    struct Open {
        ActionId id;
        const char* name;
        std::function<bool()> isBusy; // beside the window
    };
    GarbageModel& garbage = window.views().of<GarbageView>().model();
    ComparisonModel& comparison = window.views().of<CompareView>().model();
    Painting painting;
    const Open opened[] = {{ActionId::HeapList, "Heap", [] { return false; }},
                           {ActionId::Garbage, "Garbage", [&] { return garbage.isBusy(); }},
                           {ActionId::Map, "Map", [] { return false; }},
                           {ActionId::Compare, "Compare", [&] { return comparison.isBusy(); }}};
    for (const Open& page : opened) {
        window.bench().cursor.jumpTo(end - 300);
        window.bench().actions[page.id]->trigger();
        while (page.isBusy()) QApplication::processEvents(QEventLoop::AllEvents, 50);
        std::vector<double> times, whole;
        for (int i = 0; i < 40; ++i) {
            double start = now();
            window.bench().cursor.moveTo(window.bench().cursor.step() + 1);
            whole.push_back(painting.await(page.isBusy));
            times.push_back(now() - start);
        }
        printf("the whole window with %s open: a step %.1f ms, all of it shown after %.1f ms\n", page.name, median(times), median(whole));
    }
    return 0;
}

int timePlans(int objects, const QString& only) {
    geometry::labelWidth(QStringLiteral("a")); // the window has measured its fonts before it plans
    struct Structure {
        const char *name, *program;
    };
    const Structure structures[] = {
        {"tree", "class Node:\n    def __init__(self, key):\n        self.key = key\n        self.left = self.right = None\n"
                 "level = [Node(0)]\nroot, count = level[0], 1\nwhile count < COUNT:\n    node = level.pop(0)\n"
                 "    node.left, node.right = Node(count), Node(count + 1)\n    level += [node.left, node.right]\n    count += 2\n"
                 "level = node = None\n"},
        {"chain",
         "class Node:\n    def __init__(self, next):\n        self.next = next\nhead = None\nfor n in range(COUNT):\n    head = Node(head)\n"},
        {"rows", "rows = []\nfor n in range(COUNT // 3):\n    rows.append([[n], [n, n]])\n"},
        {"graph", "class Place:\n    def __init__(self, n):\n        self.n, self.near = n, []\n"
                  "places = [Place(n) for n in range(COUNT // 2)]\nfor place in places:\n    for way in (1, 7, 11):\n"
                  "        place.near.append(places[(place.n * way + 1) % len(places)])\n"},
        {"loose", "class Thing:\n    pass\nthings = {}\nfor n in range(COUNT // 2):\n    thing = Thing()\n    thing.parts = [thing]\n"
                  "    things[n] = thing\n    if n % 3 == 0:\n        del things[n]\n"},
        {"coming and going", "kept = []\nfor n in range(COUNT):\n    kept.append([n, kept[-1:]])\n    if n % 4:\n        kept.pop(0)\n"},
    };
    for (const Structure& structure : structures)
        for (size_t groupFrom : {size_t(0), PictureOptions().groupFrom}) {
            if (!only.isEmpty() && only != QLatin1String(structure.name)) continue;
            const QString program = QString::fromUtf8(structure.program).replace(QStringLiteral("COUNT"), QString::number(objects));
            auto run = recordedRun(program);
            PictureOptions options;
            options.groupFrom = groupFrom;
            auto copy = run->clone();
            copy->summary(copy->stepCount() - 1, copy->stepCount()); // that the tape is learnt is not the plan's
            const double start = now();
            const RunPlan plan = planRun(*copy, options);
            const double took = now() - start;
            constexpr uint64_t looks = 50;
            qsizetype boxes = 0, without = 0;
            for (uint64_t i = 1; i <= looks; ++i) {
                const Picture picture = buildPicture(*run, run->stepCount() * i / looks - 1, options);
                boxes += picture.boxes.size();
                RunPlan whole = plan;
                whole.placeMissing(picture);
                without += std::count_if(picture.boxes.begin(), picture.boxes.end(),
                                         [&](const BoxPicture& box) { return whole.places.value(box.id) != plan.places.value(box.id); });
            }
            printf("%s%s: %llu steps, %lld boxes planned in %.0f ms; of %lld drawn at %d steps %lld have no place\n", structure.name,
                   groupFrom ? ", in groups" : "", (unsigned long long)run->stepCount(), (long long)plan.places.size(), took, (long long)boxes,
                   int(looks), (long long)without);
        }
    return 0;
}

int main(int argc, char** argv) {
    setvbuf(stdout, nullptr, _IOLBF, 0); // what is measured is told at once, also to a pipe
    memtape::registerLanguages();
    if (auto status = memtape::runIfWorker(argc, argv)) return *status;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (argc > 1 && QLatin1String(argv[1]) == QLatin1String("live")) return timeLive();
    if (argc > 1 && QLatin1String(argv[1]) == QLatin1String("window")) return timeWindow();
    if (argc > 1 && QLatin1String(argv[1]) == QLatin1String("plan"))
        return timePlans(argc > 2 ? atoi(argv[2]) : 3000, QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    if (argc > 1 && QLatin1String(argv[1]) == QLatin1String("pages")) return timePages(argc > 2 ? atoi(argv[2]) : 1000);
    if (argc > 3 && QLatin1String(argv[1]) == QLatin1String("inside"))
        return timeInside(QString::fromLocal8Bit(argv[2]), strtoull(argv[3], nullptr, 10));
    if (argc > 3 && QLatin1String(argv[1]) == QLatin1String("find")) return timeFind(QString::fromLocal8Bit(argv[2]), QString::fromUtf8(argv[3]));
    int objects = argc > 1 ? atoi(argv[1]) : 1000;
    QString program = QStringLiteral("class Node:\n"
                                     "    def __init__(self, key):\n"
                                     "        self.key = key\n"
                                     "        self.left = self.right = None\n"
                                     "level = [Node(0)]\n"
                                     "root, count = level[0], 1\n"
                                     "while count < %1:\n"
                                     "    node = level.pop(0)\n"
                                     "    node.left, node.right = Node(count), Node(count + 1)\n"
                                     "    level += [node.left, node.right]\n"
                                     "    count += 2\n"
                                     "level = node = None\n"
                                     "here = root\n"
                                     "for turn in range(30):\n"
                                     "    here.key = turn\n"
                                     "    here = here.left or root\n")
                          .arg(objects);
    double start = now();
    auto since = [&start] {
        double passed = now() - start;
        start = now();
        return passed;
    };
    auto run = recordedRun(program);
    printf("recorded %llu steps\n", (unsigned long long)run->stepCount());
    since();
    PictureOptions options;
    options.groupFrom = 0;
    options.mostBoxes = 100'000;
    RunPlan plan = planRun(*run->clone(), options);
    printf("planned in %.0f ms\n", since());
    MemoryScene scene;
    scene.setPlan(plan);
    MemoryView view(scene);
    view.resize(argc > 3 ? atoi(argv[2]) : 1000, argc > 3 ? atoi(argv[3]) : 700);
    view.show();
    QImage image(view.size(), QImage::Format_RGB32);
    PictureMemory memory;
    for (bool fitted : {false, true}) {
        std::vector<double> facts, shown, painted;
        uint64_t last = run->stepCount();
        for (uint64_t step = last - 60; step < last; ++step) {
            since();
            Picture picture = buildPicture(*run, step, options, memory);
            facts.push_back(since());
            scene.show(picture);
            shown.push_back(since());
            if (fitted && painted.empty()) view.fit();
            QPainter painter(&image);
            since();
            view.viewport()->render(&painter);
            painted.push_back(since());
        }
        printf("%s: %lld boxes, %lld arrows: facts %.1f ms, picture %.1f ms, paint %.1f ms; a step %.1f ms (medians of 60)\n",
               fitted ? "whole" : "100 %", (long long)scene.picture().boxes.size(), (long long)scene.arrows().size(), median(facts), median(shown),
               median(painted), median(facts) + median(shown) + median(painted));
    }
    return 0;
}
