// SPDX-License-Identifier: GPL-3.0-or-later
// Draw it: what is to be drawn, what is right about what was drawn, and that nothing tells the answer before.
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/draw/draw_task.h"
#include "ui/models/draw/draw_words.h"

using namespace memtape;

namespace {

const QString shared = QStringLiteral("a = [1]\nb = [2]\nc = [a, b, a]\ndone = 1\n");

struct Drawn {
    std::unique_ptr<Run> run;
    uint64_t step;
    PictureOptions options;
    DrawTask task;

    explicit Drawn(const QString& program, uint32_t line)
        : run(recordedRun(program)),
          step(stepAtLine(*run, line)),
          task(buildPicture(*run, step, options)) {}
    Picture picture() { return buildPicture(*run, step, options); }
    int dotOf(const QString& place) {
        const auto reading = run->readingAt(step);
        for (int i = 0; i < task.dots().size(); ++i)
            if (DrawWords(task, *reading).place(i).startsWith(place)) return i;
        FAIL("no such dot: " << place.toStdString());
        return -1;
    }
    QString truth() {
        const auto reading = run->readingAt(step);
        return DrawWords(task, *reading).truth();
    }
    QString verdict() {
        const auto reading = run->readingAt(step);
        return DrawWords(task, *reading).verdict();
    }
    void drawAll() {
        for (int i = 0; i < task.dots().size(); ++i) task.draw(i, task.dots()[i].target);
    }
};

// Rows that have an arrow in a picture.
int arrowsIn(const Picture& picture) {
    int count = 0;
    auto countRows = [&](const QVector<RowPicture>& rows) {
        for (const RowPicture& row : rows) count += !row.ref.isChip && picture.findBox(row.ref.id);
    };
    for (const CardPicture& card : picture.cards) countRows(card.rows);
    for (const BoxPicture& box : picture.boxes) countRows(box.rows);
    return count;
}

}

TEST_CASE("each arrow of the picture is to be drawn, and none is there before", "[draw]") {
    Drawn drawn(shared, 4);
    const Picture asked = drawn.task.over(drawn.picture());
    CHECK(drawn.task.dots().size() == arrowsIn(drawn.picture()));
    CHECK(drawn.task.dots().size() == 6); // a, b, c, and three items
    CHECK(arrowsIn(asked) == 0);
    CHECK(asked.boxes.size() == drawn.picture().boxes.size());
    for (const DrawTask::Dot& dot : drawn.task.dots()) {
        const RowPicture& row = dot.isCard ? asked.cards[dot.index].rows[dot.row] : asked.boxes[dot.index].rows[dot.row];
        CHECK(!row.ref.isNone()); // an empty row says "name removed"
        CHECK(row.ref.id != dot.target);
    }
}

TEST_CASE("arrows are right where they lead to what the row refers to, whichever name leads there, too", "[draw]") {
    Drawn drawn(shared, 4);
    const ObjectId one = drawn.task.dots()[drawn.dotOf(QStringLiteral("the name a"))].target;
    drawn.task.draw(drawn.dotOf(QStringLiteral("item 0")), one);
    drawn.task.draw(drawn.dotOf(QStringLiteral("item 1")), one);
    drawn.task.draw(drawn.dotOf(QStringLiteral("item 2")), one);
    drawn.task.check();
    CHECK(drawn.task.verdict(drawn.dotOf(QStringLiteral("item 0"))) == DrawTask::Verdict::Right);
    CHECK(drawn.task.verdict(drawn.dotOf(QStringLiteral("item 1"))) == DrawTask::Verdict::Wrong);
    CHECK(drawn.task.verdict(drawn.dotOf(QStringLiteral("item 2"))) == DrawTask::Verdict::Right);
    CHECK(drawn.task.count(DrawTask::Verdict::Missing) == 3);
    CHECK(drawn.verdict() == QStringLiteral("2 of 6 arrows right; wrong: 1; missing: 3."));
}

TEST_CASE("what is shown is what was drawn; at the end, what is so", "[draw]") {
    Drawn drawn(shared, 4);
    drawn.task.draw(0, drawn.task.objects().last());
    CHECK(arrowsIn(drawn.task.over(drawn.picture())) == 1);
    drawn.task.show();
    CHECK(pictureText(drawn.task.over(drawn.picture())) == pictureText(drawn.picture()));
    drawn.task.draw(1, drawn.task.objects().first()); // too late
    CHECK_FALSE(drawn.task.dots()[1].drawn);
}

TEST_CASE("trying again keeps what is right, and begins at the first arrow that is not", "[draw]") {
    Drawn drawn(shared, 4);
    drawn.task.draw(0, drawn.task.dots()[0].target);
    drawn.task.draw(1, drawn.task.dots()[0].target);
    drawn.task.check();
    drawn.task.tryAgain();
    CHECK(drawn.task.stage() == DrawTask::Stage::Drawing);
    CHECK(drawn.task.drawnCount() == 1);
    CHECK(drawn.task.current() == 1);
}

TEST_CASE("the keyboard goes from dot to dot, and on to the next one that has no arrow", "[draw][keyboard]") {
    Drawn drawn(shared, 4);
    CHECK(drawn.task.current() == 0);
    drawn.task.moveCurrent(-1);
    CHECK(drawn.task.current() == 5);
    drawn.task.draw(5, drawn.task.objects()[0]);
    CHECK(drawn.task.current() == 0);
    drawn.task.draw(0, drawn.task.objects()[0]);
    CHECK(drawn.task.current() == 1);
    drawn.task.erase(0);
    CHECK(drawn.task.current() == 0);
    CHECK(drawn.task.drawnCount() == 1);
}

TEST_CASE("a picture in another detail keeps the arrows that were drawn", "[draw]") {
    Drawn drawn(shared, 4);
    drawn.drawAll();
    drawn.options.detail = Detail::Bytes;
    drawn.task.over(drawn.picture());
    CHECK(drawn.task.isRight());
    drawn.options.everyObjectAsBox = true; // more arrows, the same rows
    drawn.task.over(drawn.picture());
    CHECK(drawn.task.count(DrawTask::Verdict::Right) == 6);
    CHECK(drawn.task.count(DrawTask::Verdict::Wrong) == 0);
    CHECK(drawn.task.dots().size() > 6);
}

TEST_CASE("the sentences are of the state: where each wrong arrow leads, or which object several lead to", "[draw]") {
    Drawn drawn(shared, 4);
    drawn.drawAll();
    const int item = drawn.dotOf(QStringLiteral("item 1"));
    drawn.task.draw(item, drawn.task.dots()[drawn.dotOf(QStringLiteral("the name a"))].target);
    CHECK(drawn.truth() == QStringLiteral("Item 1 of C, the list of 3 refers to B, the list of 1."));
    drawn.task.draw(item, drawn.task.dots()[item].target);
    CHECK(drawn.verdict() == QStringLiteral("All 6 arrows are right."));
    CHECK(drawn.truth() ==
          QStringLiteral("3 arrows lead to one object, A, the list of 1: the name a, item 0 of C, the list of 3, item 2 of C, the list of 3."));
}

TEST_CASE("nothing is asked where no arrow is drawn, or very many are", "[draw]") {
    CHECK(Drawn(QStringLiteral("n = 1\nm = 2\n"), 2).task.fit() == DrawTask::Fit::NoArrows);
    CHECK(Drawn(shared, 4).task.fit() == DrawTask::Fit::Fits);
    QString many; // a list of many would be folded
    for (int i = 0; i < 30; ++i) many += QStringLiteral("n%1 = [%1]\n").arg(i);
    Drawn large(many + QStringLiteral("done = 1\n"), 31);
    CHECK(large.task.fit() == DrawTask::Fit::TooLarge);
    CHECK(DrawWords::refusal(DrawTask::Fit::TooLarge).contains(QStringLiteral("26 objects")));
}

// Of many programs, at many steps: the task knows each arrow by the row's own reference in the state, by another way than the picture's.
TEST_CASE("each answer is what the row's place refers to in the recorded state", "[draw]") {
    for (const QString& name : textbookPrograms()) {
        INFO(name.toStdString());
        auto run = recordedRun(programText(name));
        int looked = 0;
        for (uint64_t step = 0; step < run->stepCount(); step += 1 + run->stepCount() / 25) {
            const Picture picture = buildPicture(*run, step, {});
            const DrawTask task(picture);
            const auto state = run->stateAt(step);
            for (const DrawTask::Dot& dot : task.dots()) {
                const auto place = dot.isCard ? placeOf(picture.cards[dot.index], picture.cards[dot.index].rows[dot.row])
                                              : placeOf(picture.boxes[dot.index], picture.boxes[dot.index].rows[dot.row]);
                if (!place) continue; // what the line holds
                ++looked;
                if (!dot.isCard && run->readingAt(step)->kind(picture.boxes[dot.index].id) == ObjectKind::Routine) {
                    CHECK(place->owner == dot.target); // its row leads to the cell in which the variable lies
                } else if (place->owner) {
                    bool isThere = false;
                    for (const CellView& cell : state->cells(place->owner, 0, 1000))
                        isThere = isThere || (cell.kind == place->cell && cell.index == place->index && reachedFrom(cell) == dot.target);
                    CHECK(isThere);
                } else {
                    bool isThere = false;
                    for (const SlotView& slot : state->frame(place->frame).slots)
                        isThere = isThere || (slot.index == place->index && slot.value == dot.target);
                    CHECK(isThere);
                }
            }
        }
        CHECK(looked > 0);
    }
}
