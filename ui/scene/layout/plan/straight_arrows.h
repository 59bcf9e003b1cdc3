// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The arrows of one step of a run, judged roughly: as if each went straight. So it is known fast, for many arrangements, about how much they cross.

#include <QPointF>
#include <vector>

#include "ui/models/picture/picture.h"
#include "ui/scene/layout/plan/laid_boxes.h"
#include "ui/scene/layout/run_record.h"

namespace memtape {

class StraightArrows {
public:
    // `stackEdge`: from where the arrows of the stack go.
    StraightArrows(const RunRecord& record, uint64_t step, double stackEdge, Detail detail);

    struct Arrow {
        int from, to; // boxes; from −1: a row of the stack
        int place;
        double y;
    };
    const std::vector<Arrow>& arrows() const { return m_arrows; }
    const std::vector<int>& boxes() const { return m_boxes; } // that are drawn

    // In crossings; long ways and boxes in the way count too.
    double tangle(const Laid& laid) const;

    // The same for what is moved while all the rest stands: what of the tangle has to do with it.
    struct Way {
        QPointF from, to;
        double length = 0; // as it will have to go
    };
    std::vector<Way> waysOf(const Laid& laid) const;
    // `isMoved`: by box. The ways of those arrows that begin or end there are found anew, and put back.
    double tangleOf(const std::vector<char>& isMoved, const Laid& laid, std::vector<Way>& ways) const;

private:
    Way wayOf(const Arrow& arrow, const Laid& laid) const;
    double tangleOfPair(size_t a, size_t b, const std::vector<Way>& ways) const;
    double throughOf(size_t arrow, int box, const Laid& laid, const std::vector<Way>& ways) const;

    std::vector<Arrow> m_arrows;
    std::vector<int> m_boxes;
    double m_stackEdge;
    Detail m_detail;
};

}
