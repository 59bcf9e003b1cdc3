// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/loose_boxes.h"

#include <algorithm>
#include <cmath>

#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr double crossingCost = 90, columnCost = 170; // in pixels of distance
constexpr size_t mostForCrossings = 60;

bool liveTogether(const LooseBox& box, const TakenPlace& place) {
    return box.begin <= place.end + 1 && place.begin <= box.end + 1; // a ghost stands for one step
}

}

std::vector<LoosePlace> placeLooseBoxes(const std::vector<LooseBox>& boxes, std::vector<TakenPlace> taken, double highest) {
    std::vector<LoosePlace> places(boxes.size());
    std::vector<size_t> order(boxes.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return boxes[a].weight > boxes[b].weight; });
    std::vector<TakenPlace> now[looseColumns];
    for (size_t index : order) {
        const LooseBox& box = boxes[index];
        for (auto& column : now) column.clear();
        for (const TakenPlace& place : taken)
            if (liveTogether(box, place)) now[place.column].push_back(place);
        LoosePlace best{0, highest};
        double least = -1;
        auto consider = [&](int column, double top) {
            top = std::max(top, highest);
            double cost = std::abs(top - box.wish) + column * columnCost;
            if (least >= 0 && cost >= least) return;
            const auto& others = now[column];
            for (const TakenPlace& place : others)
                if (place.top - metrics::boxGap < top + box.height && place.bottom + metrics::boxGap > top) return; // not free
            if (others.size() <= mostForCrossings)
                for (const TakenPlace& place : others)
                    if ((place.wish < box.wish) != (place.top < top)) cost += crossingCost;
            if (least >= 0 && cost >= least) return;
            least = cost;
            best = {column, top};
        };
        for (int column = 0; column < looseColumns; ++column) {
            consider(column, box.wish);
            for (const TakenPlace& place : now[column]) {
                consider(column, place.bottom + metrics::boxGap);
                consider(column, place.top - metrics::boxGap - box.height);
            }
        }
        places[index] = best;
        taken.push_back({best.column, best.top, best.top + box.height, box.wish, box.begin, box.end});
    }
    return places;
}

}
