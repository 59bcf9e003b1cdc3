// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of watched values above the timeline: their labels are whole where there is room, and their steps stand above the timeline's.
#include "tests/ui/window/window_bench.h"
#include "ui/controls/timeline.h"
#include "ui/controls/watch_row.h"
#include "ui/controls/watch_strip.h"
#include "ui/models/timeline/watches.h"

using namespace memtape;

TEST_CASE("the column of labels is as wide as the longest expression, and no wider than a quarter", "[window][watch]") {
    WindowBench bench;
    bench.window->resize(1400, 900);
    bench.open(QStringLiteral("class Node:\n    next = None\nnode = Node()\nnode.next = [1]\nend = 1\n"));
    auto& strip = bench.window->views().of<WatchStrip>();
    auto& timeline = bench.window->views().of<Timeline>();
    QApplication::processEvents();
    const double before = timeline.chart().left();
    strip.add(QStringLiteral("node"));
    QApplication::processEvents();
    CHECK(timeline.chart().left() == before); // it has room as it is
    strip.add(QStringLiteral("len(node.next)"));
    strip.add(QStringLiteral("node.next[0].real.imag"));
    QApplication::processEvents();
    REQUIRE(strip.rows().size() == 3);
    const double left = timeline.chart().left();
    CHECK(left > before);
    for (const WatchRow* row : strip.rows()) CHECK(row->labelWidth() <= left);
    strip.add(QStringLiteral("node.next.%1x").arg(QStringLiteral("next.").repeated(40)));
    QApplication::processEvents();
    CHECK(timeline.chart().left() <= timeline.width() * 0.25 / 1.0 + 7);
    while (strip.watches().count()) strip.watches().remove(0);
    QApplication::processEvents();
    CHECK(timeline.chart().left() == before);
}
