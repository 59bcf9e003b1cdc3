// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/catch_qt.h"
#include "ui/state/cursor.h"

using namespace memtape;

TEST_CASE("jumps are remembered, single steps are not", "[cursor]") {
    Cursor cursor;
    cursor.reset(100, 5);
    cursor.moveTo(6);
    REQUIRE_FALSE(cursor.canGoBack());
    cursor.jumpTo(50);
    cursor.moveTo(51);
    cursor.jumpTo(90);
    cursor.goBack();
    REQUIRE(cursor.step() == 51);
    cursor.goBack();
    REQUIRE(cursor.step() == 6);
    cursor.goForward();
    REQUIRE(cursor.step() == 51);
    cursor.jumpTo(2);
    REQUIRE_FALSE(cursor.canGoForward());
}

TEST_CASE("a cursor stays within its run", "[cursor]") {
    Cursor cursor;
    cursor.jumpTo(3);
    REQUIRE(cursor.step() == 0);
    cursor.reset(10, 99);
    REQUIRE(cursor.step() == 9);
    cursor.setStepCount(4);
    REQUIRE(cursor.step() == 3);
    REQUIRE(cursor.atEnd());
}

TEST_CASE("a cursor stays behind what is gone of its run", "[cursor]") {
    Cursor cursor;
    cursor.reset(100, 5, 40);
    REQUIRE(cursor.step() == 40);
    REQUIRE(cursor.atStart());
    cursor.jumpTo(10);
    REQUIRE(cursor.step() == 40);
    REQUIRE_FALSE(cursor.canGoBack());
    cursor.moveTo(41);
    REQUIRE_FALSE(cursor.atStart());
    cursor.moveTo(0);
    REQUIRE(cursor.step() == 40);
    cursor.reset(10, 3);
    REQUIRE(cursor.firstStep() == 0);
}
