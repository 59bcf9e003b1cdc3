// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>

#include "tests/support/ui/catch_qt.h"
#include "ui/scene/items/box_head.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"
#include "ui/style/appearance.h"

using namespace memtape;

namespace {

BoxPicture boxOf(const char* type, const char* count, const char* brief, Mark mark = Mark::None) {
    BoxPicture box;
    box.type = QString::fromLatin1(type);
    box.count = QString::fromLatin1(count);
    box.briefCount = QString::fromLatin1(brief);
    box.mark = mark;
    return box;
}

// As narrow as the layout ever makes it.
double narrowest(const BoxPicture& box) { return std::max(metrics::boxMinimum, lanes::above(geometry::headerWidth(box, Detail::Objects, true))); }

double typeWidth(const BoxPicture& box) { return QFontMetricsF(interfaceFont(13, true)).horizontalAdvance(box.type); }

}

TEST_CASE("the narrowest box names its type whole, with its count, whether it was just made or not", "[layout]") {
    for (const char* type : {"list", "dict", "set", "tuple", "Node", "bytearray"})
        for (Mark mark : {Mark::None, Mark::Made, Mark::Changed}) {
            INFO(type);
            BoxPicture box = boxOf(type, "2 references", "2", mark), often = boxOf(type, "1200 references", "1200", mark);
            BoxHead head = headOf(box, narrowest(box), Detail::Objects);
            CHECK(head.type.width() >= typeWidth(box));
            CHECK(head.countText == QStringLiteral("2"));
            CHECK(headOf(often, narrowest(often), Detail::Objects).type.width() >= typeWidth(often)); // what has no room goes, not the type
            CHECK(head.type.right() <= head.count.right() - QFontMetricsF(interfaceFont(12)).horizontalAdvance(head.countText));
        }
}

TEST_CASE("the sign of a box that was just made stands beside its type where there is room, else on its corner", "[layout]") {
    BoxPicture box = boxOf("list", "1 reference", "1", Mark::Made);
    BoxHead wide = headOf(box, 240, Detail::Objects), narrow = headOf(box, narrowest(box), Detail::Objects);
    CHECK(wide.countText == QStringLiteral("1 reference"));
    CHECK(wide.sign.x() > wide.type.right());
    CHECK(wide.sign.y() == metrics::headerHeight / 2);
    CHECK(narrow.sign.x() > narrowest(box) - 8);
    CHECK(narrow.sign.y() < 8);
}
