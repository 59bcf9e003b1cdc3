// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/plan_trials.h"

#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/plan/plan_weights.h"

namespace memtape {

namespace {

constexpr int mostArrows = 24000; // that are routed in all, so that planning ends: counted, not timed, so that a plan repeats

}

PlanTrials::PlanTrials(const RunRecord& record, const QRectF& heap, QVector<Picture> samples)
    : m_view(heap.adjusted(-heap.left(), -metrics::heapTop, metrics::heapMargin, metrics::heapMargin)),
      m_pictures(std::move(samples)),
      m_arrowsLeft(mostArrows) {
    for (int i = 0; i < record.boxes.size(); ++i) m_numbers.insert(record.boxes[i].id, i);
    auto lifeOf = [](const RecordedBox& box) { return double(box.end - box.begin + 1); };
    double life = 0, told = 0;
    for (const RecordedBox& box : record.boxes) {
        life += lifeOf(box);
        told += box.told;
    }
    for (const RecordedBox& box : record.boxes)
        m_missed.push_back((life > 0 ? lifeOf(box) / life * plan_weights::outOfSight : 0) +
                           (told > 0 ? box.told / told * plan_weights::toldOutOfSight : 0));
    for (const Picture& picture : std::as_const(m_pictures)) m_samples.emplace_back(record, picture.step, heap.left() - 40, picture.detail);
}

double PlanTrials::unseen(const Laid& laid) const {
    double bad = 0;
    for (size_t box = 0; box < m_missed.size(); ++box) bad += isSeen(laid, box) ? 0 : m_missed[box];
    return bad;
}

double PlanTrials::unseen(const Laid& laid, const std::vector<int>& boxes) const {
    double bad = 0;
    for (int box : boxes) bad += isSeen(laid, size_t(box)) ? 0 : m_missed[size_t(box)];
    return bad;
}

double PlanTrials::roughly(const Laid& laid) const {
    double bad = unseen(laid);
    for (const StraightArrows& sample : m_samples) bad += sample.tangle(laid) / double(m_samples.size());
    return bad;
}

double PlanTrials::badness(const Laid& laid, double enough) {
    double bad = unseen(laid);
    for (const Picture& picture : std::as_const(m_pictures)) {
        if (bad >= enough) break;
        PicturePlaces places{geometry::placeCards(picture), {}, {}};
        for (const BoxPicture& box : picture.boxes) {
            int number = m_numbers.value(box.id, -1);
            places.forms.append(number < 0 ? BoxForm() : laid.forms[size_t(number)]);
            QRectF reserved = number < 0 ? QRectF() : QRectF(laid.places[size_t(number)], laid.sizes[size_t(number)]);
            places.boxes.append(drawnRect(box, places.forms.last(), reserved, picture.detail));
        }
        QVector<ArrowEnds> ends;
        for (const PictureArrow& arrow : arrowsOf(picture, places)) ends.append(arrow.ends);
        m_arrowsLeft -= int(ends.size());
        ArrowRouter router(obstaclesOf(places), ArrowRouter::Effort::Little);
        router.setRoom(m_view);
        double ways = 0;
        for (const ArrowRoute& route : router.route(ends)) ways += route.path.length();
        bad += (router.tangle() + ways * plan_weights::longWay) / double(m_pictures.size());
    }
    return bad;
}

}
