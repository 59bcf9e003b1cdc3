// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/background.h"

#include <QTest>
#include <semaphore>

#include "tests/support/ui/catch_qt.h"

using namespace memtape;
using namespace std::chrono_literals;

TEST_CASE("what was asked for last is shown, once", "[background]") {
    Background background;
    QVector<int> shown;
    for (int number = 0; number < 5; ++number)
        background.start([&shown, number](const std::atomic<bool>&) -> Background::Show { return [&shown, number] { shown.append(number); }; });
    CHECK(background.isBusy());
    REQUIRE(QTest::qWaitFor([&] { return !background.isBusy(); }, 20000));
    QTest::qWait(1);
    CHECK(shown == QVector<int>{4});
}

TEST_CASE("a result that is waited for is shown before one goes on, and not again", "[background]") {
    Background background;
    int shown = 0;
    background.start([&shown](const std::atomic<bool>&) -> Background::Show { return [&shown] { ++shown; }; });
    CHECK(background.await(20s));
    CHECK(shown == 1);
    CHECK_FALSE(background.isBusy());
    QTest::qWait(1);
    CHECK(shown == 1);
    CHECK(background.await(0ms)); // of nothing
}

TEST_CASE("what is not there in time is shown later", "[background]") {
    Background background;
    std::binary_semaphore mayEnd(0);
    int shown = 0;
    background.start([&](const std::atomic<bool>&) -> Background::Show {
        mayEnd.acquire();
        return [&shown] { ++shown; };
    });
    CHECK_FALSE(background.await(1ms));
    CHECK(background.isBusy());
    mayEnd.release();
    REQUIRE(QTest::qWaitFor([&] { return shown == 1; }, 20000));
    CHECK_FALSE(background.isBusy());
}

TEST_CASE("what nobody wants any more is not shown, nor waited for", "[background]") {
    Background background;
    std::binary_semaphore mayEnd(0);
    int shown = 0;
    background.start([&](const std::atomic<bool>&) -> Background::Show {
        mayEnd.acquire();
        return [&shown] { ++shown; };
    });
    background.stop();
    CHECK(background.await(20s));
    mayEnd.release();
    background.start([&shown](const std::atomic<bool>&) -> Background::Show { return [&shown] { shown += 10; }; });
    CHECK(background.await(20s));
    CHECK(shown == 10);
}
