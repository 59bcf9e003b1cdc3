// SPDX-License-Identifier: GPL-3.0-or-later
// What following the run keeps in sight.
#include "tests/ui/window/window_bench.h"

using namespace memtape;

namespace {

// A cache that throws out what was not used for longest; the last line asks for what it has thrown out.
const QString cache = QStringLiteral("class Entry:\n"
                                     "    def __init__(self, key, value):\n"
                                     "        self.key = key\n"
                                     "        self.value = value\n"
                                     "        self.newer = self.older = None\n"
                                     "class Cache:\n"
                                     "    def __init__(self, room):\n"
                                     "        self.room = room\n"
                                     "        self.entries = {}\n"
                                     "        self.newest = self.oldest = None\n"
                                     "    def put(self, key, value):\n"
                                     "        if len(self.entries) == self.room:\n"
                                     "            last = self.oldest\n"
                                     "            self.oldest = last.newer\n"
                                     "            self.oldest.older = None\n"
                                     "            del self.entries[last.key]\n"
                                     "        entry = self.entries[key] = Entry(key, value)\n"
                                     "        entry.older = self.newest\n"
                                     "        if self.newest:\n"
                                     "            self.newest.newer = entry\n"
                                     "        self.newest = entry\n"
                                     "        self.oldest = self.oldest or entry\n"
                                     "    def get(self, key):\n"
                                     "        return self.entries[key].value\n"
                                     "cache = Cache(4)\n"
                                     "for n, key in enumerate('abcdef'):\n"
                                     "    cache.put(key, [n, n * n])\n"
                                     "print(cache.get('c'))\n"
                                     "print(cache.get('a'))\n");

struct FollowBench : WindowBench {
    MemoryView& memoryView() { return window->views().of<Canvas>().view(); }
    MemoryScene& scene() { return window->views().of<Canvas>().scene(); }
    bool isWhollySeen(const QRectF& place) {
        QRectF part = memoryView().viewport()->rect();
        part.setLeft(memoryView().stackEdge());
        return part.contains(memoryView().mapFromScene(place).boundingRect());
    }
    // Of the error that comes up at this step, or that a frame leaves by; null: there is none.
    QRectF raised() {
        for (const CardPicture& card : scene().picture().cards)
            for (const RowPicture& row : card.rows)
                if (row.kind == RowKind::Raised) return scene().rectOf(row.ref.box());
        return {};
    }
};

}

TEST_CASE("the error that ends a program is in sight wherever it comes by", "[window][follow]") {
    const QSize size = GENERATE(QSize(1280, 800), QSize(1366, 768), QSize(1024, 768));
    INFO(size.width() << " x " << size.height());
    FollowBench bench;
    bench.window->resize(size);
    bench.open(cache);
    bench.act(ActionId::Last);
    int steps = 0;
    for (QRectF error = bench.raised(); !error.isNull(); error = bench.raised()) {
        INFO("step " << bench.cursor().step());
        CHECK(bench.isWhollySeen(error));
        ++steps;
        bench.act(ActionId::Back);
    }
    CHECK(steps >= 2); // in the method, and in the module
}
