// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/step_motion.h"

#include <QPainter>
#include <QTest>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/memory_scene.h"

using namespace memtape;

namespace {

struct Shown {
    explicit Shown(const char* source) : run(recordedRun(QString::fromUtf8(source))) {
        scene.setPalette(Palette(Theme::Light));
        scene.setPlan(planRun(*run->clone(), {}));
    }
    void show(uint64_t step, bool moves) { scene.show(buildPicture(*run, step, {}), moves); }

    std::unique_ptr<Run> run;
    MemoryScene scene;
};

QImage drawn(MemoryScene& scene) {
    QImage image(900, 500, QImage::Format_RGB32);
    QPainter painter(&image);
    scene.render(&painter, QRectF(0, 0, 900, 500), QRectF(0, 0, 900, 500));
    return image;
}

}

TEST_CASE("an arrow swings to the new object, and the scene is as it would be without when that is over", "[motion]") {
    Shown shown("a = [1]\nb = [2]\nx = a\nx = b\npass\n");
    uint64_t after = stepAtLine(*shown.run, 5);
    shown.show(after, false);
    QImage still = drawn(shown.scene);
    shown.show(after - 1, false);
    shown.show(after, true);
    REQUIRE(shown.scene.motion().isMoving());
    REQUIRE(drawn(shown.scene) != still);
    QTest::qWait(3 * StepMotion::duration);
    REQUIRE_FALSE(shown.scene.motion().isMoving());
    REQUIRE(drawn(shown.scene) == still);
}

TEST_CASE("a motion is cut short by the next picture", "[motion]") {
    Shown shown("def f():\n    return [1]\ny = f()\npass\n");
    for (uint64_t step = 1; step < shown.run->stepCount(); ++step) {
        shown.show(step, false);
        QImage still = drawn(shown.scene);
        shown.show(step - 1, false);
        shown.show(step, true);
        shown.show(step, false);
        REQUIRE_FALSE(shown.scene.motion().isMoving());
        REQUIRE(drawn(shown.scene) == still);
    }
}

TEST_CASE("nothing moves where nothing changed", "[motion]") {
    Shown shown("a = [1]\npass\npass\n");
    uint64_t step = stepAtLine(*shown.run, 3);
    shown.show(step - 1, false);
    shown.show(step, true);
    REQUIRE_FALSE(shown.scene.motion().isMoving());
}
