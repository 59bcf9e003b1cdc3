// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/plan_trials.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/layout/arrow_router.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/layout/plan/cell_dots.h"

namespace memtape {

namespace {

constexpr double outOfSight = 300;     // what it is worth that all is in sight, in crossings of a picture
constexpr double longWay = 1.0 / 1200; // a px of an arrow's way, in crossings
constexpr double throughBox = 0.5;     // of a straight arrow: it will have to go round
constexpr int mostArrows = 8000;       // that are routed in all, so that planning ends: counted, not timed, so that a plan repeats

struct Way {
    QPointF from, to;
    int source, target;
};

double side(QPointF a, QPointF b, QPointF c) { return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()); }

bool cross(const Way& a, const Way& b) {
    return (side(a.from, a.to, b.from) > 0) != (side(a.from, a.to, b.to) > 0) && (side(b.from, b.to, a.from) > 0) != (side(b.from, b.to, a.to) > 0);
}

bool meets(const Way& way, const QRectF& rect) {
    if (std::max(way.from.x(), way.to.x()) <= rect.left() || std::min(way.from.x(), way.to.x()) >= rect.right()) return false;
    if (std::max(way.from.y(), way.to.y()) <= rect.top() || std::min(way.from.y(), way.to.y()) >= rect.bottom()) return false;
    bool above = side(way.from, way.to, rect.topLeft()) > 0;
    return (side(way.from, way.to, rect.topRight()) > 0) != above || (side(way.from, way.to, rect.bottomLeft()) > 0) != above ||
           (side(way.from, way.to, rect.bottomRight()) > 0) != above;
}

}

PlanTrials::PlanTrials(const RunRecord& record, const QRectF& heap, QVector<Picture> samples)
    : m_record(record),
      m_heap(heap),
      m_view(heap.adjusted(-heap.left(), -metrics::heapTop, metrics::heapMargin, metrics::heapMargin)),
      m_pictures(std::move(samples)),
      m_arrowsLeft(mostArrows) {
    for (int i = 0; i < record.boxes.size(); ++i) m_numbers.insert(record.boxes[i].id, i);
    for (const Picture& picture : std::as_const(m_pictures)) {
        Sample sample;
        auto isThere = [&](auto& life) { return life.begin <= picture.step && picture.step <= life.end; };
        for (int i = 0; i < record.boxes.size(); ++i)
            if (isThere(record.boxes[i])) sample.boxes.push_back(i);
        for (const RecordedReference& reference : record.references)
            if (isThere(reference)) sample.arrows.push_back({reference.from, reference.to, reference.place, reference.y});
        m_samples.push_back(std::move(sample));
    }
}

// Of the boxes' lives, the part that is spent out of sight.
double PlanTrials::unseen(const Laid& laid) const {
    double seen = 0, all = 0;
    for (int i = 0; i < m_record.boxes.size(); ++i) {
        double life = double(m_record.boxes[i].end - m_record.boxes[i].begin + 1);
        all += life;
        if (m_view.contains(QRectF(laid.places[size_t(i)], laid.sizes[size_t(i)]))) seen += life;
    }
    return all > 0 ? 1 - seen / all : 0;
}

double PlanTrials::straightTangle(const Sample& sample, const Laid& laid) const {
    std::vector<Way> ways;
    double bad = 0;
    for (const Straight& arrow : sample.arrows) {
        const size_t to = size_t(arrow.to);
        const double left = laid.places[to].x(), top = laid.places[to].y();
        Way way{QPointF(m_heap.left() - 40, arrow.y), QPointF(left, top), arrow.from, arrow.to};
        bool fromAbove = false;
        if (arrow.from >= 0) {
            const size_t from = size_t(arrow.from);
            way.from = laid.places[from] + dotOfCell(laid.forms[from], arrow.place, m_pictures.front().detail);
            fromAbove = top > laid.places[from].y() + laid.sizes[from].height() && left + laid.sizes[to].width() > way.from.x();
        }
        if (fromAbove) way.to.rx() += laid.sizes[to].width() / 2;
        else way.to.ry() += geometry::portHeight(laid.forms[to].form, m_pictures.front().detail);
        const double ahead = way.to.x() - way.from.x();
        bad += (std::abs(ahead) + std::abs(way.to.y() - way.from.y()) + (fromAbove ? 0 : std::max(0.0, -ahead))) * longWay;
        ways.push_back(way);
    }
    for (size_t i = 0; i < ways.size(); ++i) {
        for (size_t j = 0; j < i; ++j)
            if (ways[i].target != ways[j].target && cross(ways[i], ways[j])) bad += 1;
        for (int box : sample.boxes)
            if (box != ways[i].source && box != ways[i].target && meets(ways[i], QRectF(laid.places[size_t(box)], laid.sizes[size_t(box)])))
                bad += throughBox;
    }
    return bad;
}

double PlanTrials::roughly(const Laid& laid) const {
    double bad = unseen(laid) * outOfSight;
    for (const Sample& sample : m_samples) bad += straightTangle(sample, laid) / double(m_samples.size());
    return bad;
}

double PlanTrials::badness(const Laid& laid, double enough) {
    double bad = unseen(laid) * outOfSight;
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
        ArrowRouter router(places.cards + places.boxes, ArrowRouter::Effort::Little);
        double ways = 0;
        for (const ArrowRoute& route : router.route(ends)) ways += route.path.length();
        bad += (router.tangle() + ways * longWay) / double(m_pictures.size());
    }
    return bad;
}

}
