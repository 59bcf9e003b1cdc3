// SPDX-License-Identifier: GPL-3.0-or-later
// Steps as a film: what is shown when.
#include "ui/export/animation/animation.h"

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "tests/ui/export/animation/film.h"
#include "ui/export/animation/animation_writer.h"
#include "ui/export/snapshot.h"
#include "ui/scene/layout/run_plan.h"

using namespace memtape;

namespace {

const QString program = QStringLiteral("def f(x):\n    return [x]\na = [1]\nb = f(a)\na = b\nc = a\n");

// Keeps the frames as they come.
class Kept : public AnimationWriter {
public:
    struct Frame {
        QImage image;
        int from, until;
    };
    QVector<Frame> frames;
    int longestSide() const override { return 16000; }

protected:
    void put(const QImage& frame, const QImage&, const QRect&, int from, int until) override { frames.append({frame, from, until}); }
    QByteArray close(int) override { return "all"; }
};

std::vector<uint64_t> stepsOf(Run& run) {
    std::vector<uint64_t> steps;
    for (uint64_t step = 0; step < run.stepCount(); ++step) steps.push_back(step);
    return steps;
}

QVector<Kept::Frame> framesOf(const ExportOptions& options, const std::vector<uint64_t>& only = {}) {
    auto run = recordedRun(program);
    const std::vector<uint64_t> steps = only.empty() ? stepsOf(*run) : only;
    Kept kept;
    QString error;
    CHECK(animate(kept, *run, steps, options, planFor(*run, options), &error) == "all");
    CHECK(error.isEmpty());
    return kept.frames;
}

ExportOptions usual() {
    ExportOptions options;
    options.animation.seconds = 1;
    return options;
}

// What is in sight at a time.
QImage shownAt(const QVector<Kept::Frame>& frames, int time) {
    for (const Kept::Frame& frame : frames)
        if (frame.from <= time && time < frame.until) return frame.image;
    FAIL("nothing is shown at " << time);
    return {};
}

}

TEST_CASE("each step is shown as long as was asked, the last one for a second more, and nothing is between", "[animation]") {
    const auto frames = framesOf(usual());
    auto run = recordedRun(program);
    CHECK(frames.first().from == 0);
    CHECK(frames.last().until == int(run->stepCount()) * 1000 + 1000);
    for (int i = 1; i < frames.size(); ++i) {
        CHECK(frames[i].from == frames[i - 1].until);
        CHECK(frames[i].image.size() == frames[0].image.size());
    }
}

TEST_CASE("what moves has come to rest after 200 ms, where a cut shows it at once", "[animation]") {
    ExportOptions options = usual();
    const auto moving = framesOf(options);
    options.animation.moves = false;
    const auto cut = framesOf(options);
    auto run = recordedRun(program);
    CHECK(cut.size() == int(run->stepCount()));
    CHECK(moving.size() > cut.size());
    int moved = 0;
    for (int step = 0; step < int(run->stepCount()); ++step) {
        const int time = step * 1000;
        CHECK(shownAt(moving, time + 200) == shownAt(cut, time + 200));
        CHECK(shownAt(moving, time + 999) == shownAt(cut, time));
        moved += shownAt(moving, time) != shownAt(cut, time);
    }
    CHECK(moved >= 4); // a call, its return, and two names that come to refer to another object
}

TEST_CASE("the frame rate says in how many frames things move", "[animation]") {
    ExportOptions options = usual();
    options.animation.framesPerSecond = 10;
    const auto few = framesOf(options);
    options.animation.framesPerSecond = 50;
    const auto many = framesOf(options);
    CHECK(many.size() > 2 * few.size());
    for (const auto& frame : many) CHECK(frame.until - frame.from >= 20);
    CHECK(few.last().until == many.last().until);
}

TEST_CASE("steps that are no neighbours are cut", "[animation]") {
    CHECK(framesOf(usual(), {0, 4, 8}).size() == 3);
    CHECK(framesOf(usual(), {7, 8}).size() > 2);
    CHECK(framesOf(usual(), {8, 7}).size() >= 2);
    CHECK(framesOf(usual(), {3}).size() == 1);
}

TEST_CASE("each step has its own line and its own words, on a page that stays where it is", "[animation]") {
    ExportOptions options = usual();
    options.animation.moves = false;
    options.code = true;
    auto run = recordedRun(program);
    const auto frames = framesOf(options);
    REQUIRE(frames.size() == int(run->stepCount()));
    for (double width : {0.0, 420.0}) {
        options.width = width;
        const auto shown = framesOf(options);
        // The page is the same as that of a single step, where that is the largest.
        for (const auto& frame : shown) CHECK(frame.image.size() == shown.first().image.size());
        if (width > 0) CHECK(shown.first().image.width() == 420);
    }
}

TEST_CASE("an animation is the same each time, in each format, and its frames are those that were drawn", "[animation]") {
    auto run = recordedRun(program);
    const ExportOptions options = usual();
    const RunPlan plan = planFor(*run, options);
    QString error;
    const auto drawn = framesOf(options);
    struct Format {
        QByteArray (*write)(Run&, const std::vector<uint64_t>&, const ExportOptions&, const RunPlan&, QString*);
        Film (*read)(const QByteArray&);
        bool isExact;
    };
    for (const Format& format :
         {Format{webpAnimation, filmOfWebp, true}, Format{apngAnimation, filmOfApng, true}, Format{gifAnimation, filmOfGif, false}}) {
        const QByteArray bytes = format.write(*run, stepsOf(*run), options, plan, &error);
        CHECK(bytes == format.write(*run, stepsOf(*run), options, plan, &error));
        const Film film = format.read(bytes);
        REQUIRE(film.size() == drawn.size());
        CHECK(durationOf(film) == drawn.last().until);
        if (format.isExact)
            for (int i = 0; i < film.size(); ++i) CHECK(film[i].image == drawn[i].image);
    }
}

TEST_CASE("what would be too large is told before it is drawn", "[animation]") {
    auto run = recordedRun(QStringLiteral("n = 0\nwhile n < 600:\n    n = n + 1\n"));
    ExportOptions options = usual();
    options.animation.moves = false;
    const RunPlan plan = planFor(*run, options);
    QString error;
    CHECK(gifAnimation(*run, stepsOf(*run), options, plan, &error).isEmpty());
    CHECK(error.contains(QStringLiteral("would have about")));
    CHECK(error.contains(QStringLiteral("--range")));
    options.scale = 16;
    CHECK(webpAnimation(*run, {0, 1}, options, plan, &error).isEmpty());
    CHECK(error.contains(QStringLiteral("16 million pixels")));
}

TEST_CASE("an animation that is stopped is no file", "[animation]") {
    auto run = recordedRun(program);
    ExportOptions options = usual();
    size_t asked = 0;
    options.goesOn = [&](size_t done, size_t of) {
        CHECK(of == run->stepCount());
        CHECK(done == ++asked);
        return done < 3;
    };
    QString error;
    CHECK(webpAnimation(*run, stepsOf(*run), options, planFor(*run, options), &error).isEmpty());
    CHECK(asked == 3);
    CHECK(error.contains(QStringLiteral("nothing is written")));
}
