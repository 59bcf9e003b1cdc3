// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scene/arrow_scenes.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace memtape {

namespace {

constexpr double headerMiddle = 16, cellMiddle = 56, nodeHeight = 72;

class SceneBuilder {
public:
    explicit SceneBuilder(QString name, bool isPlanar = true) {
        scene.name = std::move(name);
        scene.isPlanar = isPlanar;
    }

    int box(double x, double y, double width, double height) {
        scene.obstacles.append(QRectF(x, y, width, height));
        return int(scene.obstacles.size()) - 1;
    }
    int node(double x, double y, double width = 133) { return box(x, y, width, nodeHeight); }

    // From a cell of a node in the form of a row; `cells` of them.
    void fromCell(int from, int cell, int cells, int to, const QVector<Side>& exits, const QVector<Side>& entries) {
        const QRectF& source = scene.obstacles[from];
        double x = std::round((source.left() + source.width() * (cell + 0.5) / cells) / 8) * 8;
        add(from, QPointF(x, source.top() + cellMiddle), to, exits, entries);
    }
    // From a row of a card or column: the dot is at its right.
    void fromRow(int from, double y, int to, const QVector<Side>& entries = {Side::Left, Side::Right, Side::Top, Side::Bottom}) {
        const QRectF& source = scene.obstacles[from];
        QVector<ArrowPort> exits{{QPointF(source.right() - 14, y), Side::Right}, {QPointF(source.left() + 6, y), Side::Left}};
        scene.arrows.append({source, exits, scene.obstacles[to], ports(to, entries), to});
    }

    ArrowScene scene;

private:
    QVector<ArrowPort> ports(int to, const QVector<Side>& sides) const {
        const QRectF& target = scene.obstacles[to];
        double middle = std::round(target.center().x() / 8) * 8, height = target.top() + headerMiddle;
        QVector<ArrowPort> all;
        for (Side side : sides) switch (side) {
            case Side::Left: all.append({QPointF(target.left(), height), side}); break;
            case Side::Right: all.append({QPointF(target.right(), height), side}); break;
            case Side::Top: all.append({QPointF(middle, target.top()), side}); break;
            case Side::Bottom: all.append({QPointF(middle, target.bottom()), side}); break;
            }
        return all;
    }
    void add(int from, QPointF dot, int to, const QVector<Side>& exits, const QVector<Side>& entries) {
        QVector<ArrowPort> leaves;
        for (Side side : exits) leaves.append({dot, side});
        scene.arrows.append({scene.obstacles[from], leaves, scene.obstacles[to], ports(to, entries), to});
    }
};

const QVector<Side> anySide{Side::Left, Side::Right, Side::Top, Side::Bottom};
const QVector<Side> outOfCell{Side::Right, Side::Bottom, Side::Left};

// A list of lists beside its cells; names of the stack for the list and one of its rows.
ArrowScene matrix(int rows, bool withAlias) {
    SceneBuilder made(QStringLiteral("matrix of %1%2").arg(rows).arg(withAlias ? QStringLiteral(" with alias") : QString()), !withAlias);
    int card = made.box(18, 16, 292, 160), frame = made.box(18, 200 + rows * 88, 292, 96);
    int list = made.box(371, 32, 93, 40 + rows * 88);
    made.fromRow(card, 64, list);
    for (int i = 0; i < rows; ++i) {
        int row = made.node(525, 72 + i * 88, 181);
        made.fromRow(list, 72 + i * 88 + headerMiddle, row);
    }
    if (withAlias) made.fromRow(frame, 256 + rows * 88, list + 2);
    return made.scene;
}

// A list whose cells refer to one list, which has a name too.
ArrowScene sharedRows() {
    SceneBuilder made(QStringLiteral("one row three times"));
    int list = made.box(371, 32, 93, 136);
    int row = made.node(525, 72, 173);
    for (int y : {72, 104, 136}) made.fromRow(list, y, row);
    int alias = made.box(18, 200, 292, 64);
    made.fromRow(alias, 240, row);
    return made.scene;
}

ArrowScene chain(int count, int inLine, bool isDouble, bool isRing) {
    SceneBuilder made(QStringLiteral("%1 chain of %2, %3 in a line")
                          .arg(isRing     ? QStringLiteral("ring")
                               : isDouble ? QStringLiteral("double")
                                          : QStringLiteral("simple"))
                          .arg(count)
                          .arg(inLine),
                      (!isDouble && !isRing) || count <= inLine);
    int card = made.box(18, 16, 292, 96);
    QVector<int> nodes;
    double pitch = isDouble ? 128 : 112;
    for (int i = 0; i < count; ++i) nodes.append(made.node(371 + i % inLine * 179, 48 + i / inLine * pitch));
    made.fromRow(card, 64, nodes.front());
    int cells = isDouble ? 3 : 2;
    for (int i = 0; i + 1 < count; ++i) made.fromCell(nodes[i], cells - 1, cells, nodes[i + 1], outOfCell, anySide);
    if (isDouble)
        for (int i = 1; i < count; ++i)
            made.fromCell(nodes[i], 0, cells, nodes[i - 1], {Side::Bottom, Side::Left, Side::Right},
                          {Side::Bottom, Side::Right, Side::Left, Side::Top});
    if (isRing) made.fromCell(nodes.back(), cells - 1, cells, nodes.front(), outOfCell, anySide);
    return made.scene;
}

void plantTree(SceneBuilder& made, int depth, bool isDown, double x, double y) {
    QVector<QVector<int>> levels;
    double width = 133, across = isDown ? width + 24 : nodeHeight + 24, along = isDown ? nodeHeight + 48 : width + 48;
    for (int level = 0; level < depth; ++level) {
        QVector<int> nodes;
        double pitch = across * (1 << (depth - 1 - level));
        for (int i = 0; i < 1 << level; ++i) {
            double side = (i + 0.5) * pitch - across / 2, ahead = level * along;
            nodes.append(isDown ? made.node(x + side, y + ahead) : made.node(x + ahead, std::round((y + side) / 8) * 8));
        }
        levels.append(nodes);
    }
    for (int level = 0; level + 1 < depth; ++level)
        for (int i = 0; i < levels[level].size(); ++i)
            for (int child : {0, 1}) {
                if (isDown)
                    made.fromCell(levels[level][i], child * 2, 3, levels[level + 1][2 * i + child], {Side::Bottom, Side::Right, Side::Left},
                                  {Side::Top, Side::Left, Side::Right});
                else {
                    int from = levels[level][i];
                    double rowY = made.scene.obstacles[from].top() + (child ? 56 : 32);
                    made.fromRow(from, rowY, levels[level + 1][2 * i + child]);
                }
            }
}

ArrowScene tree(int depth, bool isDown) {
    SceneBuilder made(QStringLiteral("tree of %1 levels, %2").arg(depth).arg(isDown ? QStringLiteral("down") : QStringLiteral("across")));
    plantTree(made, depth, isDown, 373, 48);
    int card = made.box(18, 16, 292, 96);
    made.fromRow(card, 64, 0);
    return made.scene;
}

// Buckets in a column, a chain beside each.
ArrowScene hashTable(int buckets, int longest) {
    SceneBuilder made(QStringLiteral("hash table"));
    int list = made.box(371, 32, 93, 40 + buckets * 88);
    for (int i = 0; i < buckets; ++i) {
        int last = -1;
        for (int k = 0; k < 1 + (i * 7) % longest; ++k) {
            int node = made.node(525 + k * 181, 72 + i * 88);
            if (last < 0) made.fromRow(list, 72 + i * 88 + headerMiddle, node);
            else made.fromCell(last, 2, 3, node, outOfCell, anySide);
            last = node;
        }
    }
    return made.scene;
}

// Objects in rows that refer to one another in every direction, and to themselves.
ArrowScene graph() {
    SceneBuilder made(QStringLiteral("graph"), false);
    QVector<int> nodes;
    for (int i = 0; i < 9; ++i) nodes.append(made.box(371 + i % 3 * 197, 48 + i / 3 * 152, 141, 104));
    auto link = [&](int from, int row, int to) { made.fromRow(nodes[from], made.scene.obstacles[nodes[from]].top() + 40 + row * 24, nodes[to]); };
    link(0, 0, 1), link(0, 1, 3), link(0, 2, 4);
    link(1, 0, 2), link(1, 1, 4), link(2, 0, 5), link(2, 1, 1), link(3, 0, 6), link(3, 1, 4), link(3, 2, 0);
    link(4, 0, 8), link(4, 1, 7), link(5, 0, 5), link(5, 1, 8), link(6, 0, 7), link(7, 0, 3), link(8, 0, 8), link(8, 1, 2);
    return made.scene;
}

// Frames that refer to objects all over the heap, some of them to one.
ArrowScene stackOfFrames() {
    SceneBuilder made(QStringLiteral("stack of frames"), false);
    QVector<int> cards, lists;
    for (int i = 0; i < 6; ++i) cards.append(made.box(18, 16 + i * 112, 292, 96));
    for (int i = 0; i < 6; ++i) lists.append(made.node(371 + i % 2 * 221, 48 + i * 104, 173));
    for (int i = 0; i < 6; ++i) {
        made.fromRow(cards[i], 56 + i * 112, lists[i]);
        made.fromRow(cards[i], 80 + i * 112, lists[(i * 5) % 6]);
    }
    return made.scene;
}

}

std::vector<ArrowScene> structureScenes() {
    return {matrix(4, false),
            matrix(9, false),
            matrix(4, true),
            sharedRows(),
            chain(5, 3, false, false),
            chain(9, 4, false, false),
            chain(3, 3, true, false),
            chain(8, 3, true, false),
            chain(5, 5, false, true),
            chain(6, 3, false, true),
            tree(3, true),
            tree(4, true),
            tree(4, false),
            hashTable(6, 4),
            graph(),
            stackOfFrames()};
}

ArrowScene randomScene(unsigned seed, int boxes, int arrows, bool near) {
    SceneBuilder made(QStringLiteral("random %1").arg(seed), false);
    std::mt19937 random(seed);
    auto below = [&](int bound) { return int(random() % unsigned(bound)); };
    int columns = std::max(1, int(std::sqrt(boxes * 0.7)));
    int cards = std::max(1, boxes / 8);
    for (int i = 0; i < cards; ++i) made.box(18, 16 + i * 112, 292, 96);
    for (int i = 0; i < boxes; ++i) {
        double width = 101 + below(100), height = 56 + below(8) * 8;
        made.box(371 + i % columns * 248 + below(16), 48 + i / columns * 160 + below(4) * 8, width, height);
    }
    for (int i = 0; i < arrows; ++i) {
        int to = below(boxes), from;
        if (below(5) == 0) from = below(cards);
        else {
            int row = to / columns + below(3) - 1, column = to % columns + below(3) - 1;
            from = near ? row * columns + column : below(boxes);
            if (from < 0 || from >= boxes) from = to;
            from += cards;
        }
        const QRectF& source = made.scene.obstacles[from];
        int rows = std::max(1, int(source.height() - 40) / 24 + 1);
        made.fromRow(from, source.top() + 32 + below(rows) * 24 - (source.height() < 60 ? 8 : 0), cards + to);
    }
    return made.scene;
}

ArrowScene largeScene(int boxes) {
    SceneBuilder made(QStringLiteral("large"), false);
    int planted = 0;
    for (double y = 48; planted + 63 <= boxes; y += 6 * 120 + 48) {
        plantTree(made, 6, true, 373, y);
        planted = int(made.scene.obstacles.size());
    }
    double top = made.scene.obstacles.isEmpty() ? 48 : made.scene.obstacles.back().bottom() + 48;
    for (int last = -1, i = 0; planted < boxes; ++planted, ++i) {
        int node = made.node(373 + i % 20 * 181, top + i / 20 * 112);
        if (last >= 0) made.fromCell(last, 1, 2, node, outOfCell, anySide);
        last = node;
    }
    return made.scene;
}

}
