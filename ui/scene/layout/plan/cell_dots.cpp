// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/cell_dots.h"

#include <algorithm>

#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

QPointF dotOfCell(const BoxForm& form, int place, Detail detail) {
    const double top = geometry::boxHeaderHeight(detail);
    if (form.isAcross()) {
        auto width = [&](int i) {
            return form.cellWidths.isEmpty() ? metrics::cellMinimum : form.cellWidths[std::min(i, int(form.cellWidths.size()) - 1)];
        };
        double x = metrics::rowSide;
        for (int i = 0; i < place; ++i) x += width(i);
        return {lanes::nearest(x + width(place) / 2), top + metrics::cellPadding + metrics::cellDot};
    }
    double y = top + metrics::bodyPadding;
    for (int i = 0; i < place; ++i) y += i < form.cellHeights.size() ? form.cellHeights[i] : metrics::rowHeight;
    return {form.width - 14, y + (place < form.dots.size() ? form.dots[place] : metrics::rowHeight / 2)};
}

}
