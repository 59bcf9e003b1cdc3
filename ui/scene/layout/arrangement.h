// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the boxes of one cluster (a root of the forest, and all below it) stand to one another: what a box leads to stands at its right,
// beside its cells; a chain runs in a line that wraps; a tree stands on its root.

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "ui/scene/layout/box_forms.h"
#include "ui/scene/layout/chains.h"
#include "ui/scene/layout/spacing.h"

namespace memtape {

enum class Nesting : uint8_t { Beside, Below }; // where what a container of containers leads to stands

struct ArrangementRoom {
    Detail detail = Detail::Objects;
    QSizeF heap; // its part of the view
    TreeDirection tree = TreeDirection::Fit;
    Spacing spacing;
    Nesting nesting = Nesting::Beside;
    double lineWidth = 0; // that a row of cells may have
};

class Arrangement {
public:
    Arrangement(const RunRecord& record, const ObjectForest& forest, const Chains& chains, std::vector<BoxForm>& forms, const ArrangementRoom& room);
    void run();

    // All that a root's cluster takes, from the root's top left corner.
    QRectF extent(int root) const { return m_at[size_t(root)].extent; }
    // Top left corners of all boxes of a cluster, with its root's at `origin`.
    void place(int root, QPointF origin, std::vector<QPointF>& places) const;
    QSizeF size(int box) const { return m_at[size_t(box)].size; }
    double port(int box) const;                                                           // where a level arrow enters, below its top
    const std::vector<int>& membersOf(int root) const { return m_members[size_t(root)]; } // the root first

private:
    struct At {
        QPointF offset;  // from `anchor`
        int anchor = -1; // the box it is placed by
        QSizeF size;
        QRectF extent;          // of the box and all below it, from its top left corner
        double room = 0;        // how wide it may be
        bool isCramped = false; // it would stand better in more
        int treeRoot = -1;
    };
    struct Slot { // children that are never there together stand in one
        int place = -1;
        QRectF extent;
        std::vector<int> boxes;
    };

    void arrange(int root, double room, std::vector<int>& members);
    void walk(int root, double room, std::vector<int>& members);
    bool arrangeBelow(int node);
    void settle(int node);
    void measure(int node); // by its form
    void arrangeBeside(int node);
    bool mayStandOver(int node) const;
    bool arrangeOver(int node);
    bool standsInTwo(int node, const std::vector<Slot>& slots) const;
    void arrangeInTwo(int node, const std::vector<Slot>& slots);
    void arrangeChain(const Chain& chain);
    void arrangeTree(int root);
    QRectF standOnRoot(int root, const std::vector<int>& members);
    std::vector<Slot> slotsOf(const std::vector<int>& children) const;
    bool isLeft(int onlyChild) const;
    int onlyKin(int node) const;
    bool isChainHead(int node) const;
    void hang(int child, int anchor, QPointF offset);

    const RunRecord& m_record;
    const ObjectForest& m_forest;
    const Chains& m_chains;
    std::vector<BoxForm>& m_forms;
    ArrangementRoom m_room;
    std::vector<At> m_at;
    std::vector<std::vector<int>> m_members;   // by root: in the order in which they are placed
    QHash<uint32_t, QVector<int>> m_kinPlaces; // by type: the attributes that its branches stand in, in order
};

}
