// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which box stands with which: over a whole run, each box has at most one other that it belongs to, the one through which it is met
// first on the way from the names. References that live under a quarter of their target's life (a name that walks along a list) are
// drawn, but shape nothing.
//
// Instances of one type that refer to one another are kin, and so are those of other types that stand in the same attributes (the numbers
// of an expression beside its operations). Kin that have at most one of their kind below them make chains, those that have several, and
// one referrer each, trees. All others make graphs: each of these stands for itself.

#include <vector>

#include "ui/scene/layout/run_record.h"

namespace memtape {

enum class Kinship : uint8_t { None, Chain, Tree };

struct ForestNode {
    int parent = -1;
    int place = 0;             // of the parent's cell
    bool isTwofold = false;    // several cells of the parent refer to it at one time
    bool ofKin = false;        // the parent is of its kind, or holds those of its kind for one of them
    std::vector<int> children; // by place, then by birth
    Kinship kinship = Kinship::None;
    double rootY = 0, rootLife = 0; // of the rows of the stack that refer to it: their mean height, and how long they do
};

struct LastingReference {
    int from, to, place;
    double life;
    bool isTwofold = false; // by several cells at one time
};

struct ObjectForest {
    std::vector<ForestNode> nodes; // as RunRecord::boxes
    std::vector<int> roots;        // from the top of the stack downwards
    std::vector<LastingReference> references;

    void detach(int node); // from its parent: it is a root, the last one
};

// Whether two boxes are never drawn at one step, the ghost of the first included.
bool livesApart(const RecordedBox& a, const RecordedBox& b);

ObjectForest makeForest(const RunRecord& record);

}
