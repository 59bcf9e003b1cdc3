// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/plan/plan_search.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <memory>
#include <numeric>

#include "ui/scene/layout/plan/cluster_moves.h"
#include "ui/scene/layout/plan/cluster_shapes.h"
#include "ui/scene/layout/plan/plan_of_many.h"
#include "ui/scene/layout/plan/plan_trials.h"

namespace memtape {

namespace {

// As close as arrows can still run between.
constexpr Spacing tight{.cluster = 16, .beside = 32, .sibling = 8, .chain = 32, .level = 24, .branch = 8};

// What is liked less is taken where it makes up for that; in crossings of a picture.
struct SpacingChoice {
    Spacing spacing;
    double dislike; // of a picture, in crossings
};
const SpacingChoice spacings[] = {{Spacing(), 0}, {close, 0.5}, {tight, 1.5}};
struct ShapeChoice {
    Nesting nesting;
    TreeDirection tree;
    double dislike; // where the whole run has it
};
const ShapeChoice shapeChoices[] = {{Nesting::Beside, TreeDirection::Fit, 0},
                                    {Nesting::Below, TreeDirection::Fit, 0.5},
                                    {Nesting::Beside, TreeDirection::Down, 0.2},
                                    {Nesting::Beside, TreeDirection::Across, 0.6}};
constexpr double splitDislike = 1;

constexpr int mostThoughtOf = 800; // manners that are judged roughly
constexpr size_t mostRouted = 120; // of which the arrows are routed
constexpr size_t mostMoved = 8;    // of the best ones, whose clusters are moved one by one
constexpr double goodEnough = 1;   // below so much nothing else is tried
constexpr double worthATry = 6;    // of what is roughly worse than the best by no more than that, arrows are routed
constexpr double worthIt = 0.3;    // by which one that comes later must be better

struct Candidate {
    size_t family = 0, spacing = 0;
    std::vector<size_t> shapes; // by root
    PackingManner manner;
    bool operator==(const Candidate& other) const = default;
};

struct Judged {
    Candidate candidate;
    double bad;
};

class Search {
public:
    Search(const RunRecord& record, const ObjectForest& forest, const Chains& chains, const SearchRoom& room, const QVector<Picture>& samples,
           const std::atomic<bool>* cancelled)
        : m_record(record),
          m_room(room),
          m_trials(record, room.heap, samples),
          m_cancelled(cancelled) {
        addFamily(record, forest, chains);
        m_split = splitForest(forest, chains, *m_families[0].shapes[1][0], room.heap.size());
        if (m_split.roots.size() > forest.roots.size()) addFamily(record, m_split, chains);
    }

    FoundPlan run() {
        think();
        bringIntoSight();
        improve();
        return choose();
    }

private:
    struct Family {
        const ObjectForest* forest;
        std::vector<std::vector<std::unique_ptr<ClusterShapes>>> shapes; // by spacing, then by choice
        std::vector<BoxLink> links;
    };

    void addFamily(const RunRecord& record, const ObjectForest& forest, const Chains& chains) {
        Family& family = m_families.emplace_back();
        family.forest = &forest;
        const std::vector<BoxForm> forms = chooseForms(record, forest, m_room.forms);
        const bool hasTrees =
            std::any_of(forest.nodes.begin(), forest.nodes.end(), [](const ForestNode& node) { return node.kinship == Kinship::Tree; });
        for (const SpacingChoice& choice : spacings) {
            family.shapes.emplace_back();
            for (const ShapeChoice& shape : shapeChoices) {
                if (shape.tree != TreeDirection::Fit && (!hasTrees || m_room.tree != TreeDirection::Fit)) continue;
                ArrangementRoom inThis{m_room.forms.detail, m_room.heap.size(), m_room.tree == TreeDirection::Fit ? shape.tree : m_room.tree,
                                       choice.spacing,      shape.nesting,      m_room.forms.lineWidth};
                family.shapes.back().push_back(std::make_unique<ClusterShapes>(record, forest, chains, forms, inThis));
            }
        }
        family.links = linksBetween(record, forest, family.shapes[0][0]->arrangement());
        for (auto& ofSpacing : family.shapes)
            for (auto& shapes : ofSpacing) shapes->setLinks(family.links);
    }

    bool isCancelled() const { return m_cancelled && m_cancelled->load(std::memory_order_relaxed); }
    const Family& familyOf(const Candidate& candidate) const { return m_families[candidate.family]; }

    Candidate firstOf(size_t family, size_t spacing, size_t shape) const {
        return {family, spacing, std::vector<size_t>(m_families[family].forest->roots.size(), shape), {}};
    }
    std::vector<int> asNamed(const Candidate& candidate) const { return orderAsNamed(m_record, *familyOf(candidate).forest); }
    const ClusterShapes& shapeOf(const Candidate& candidate, size_t root) const {
        return *familyOf(candidate).shapes[candidate.spacing][candidate.shapes[root]];
    }

    double dislikeOf(const Candidate& candidate) const {
        double dislike = spacings[candidate.spacing].dislike + (candidate.family > 0 ? splitDislike : 0), boxes = 0, shaped = 0;
        for (size_t root = 0; root < candidate.shapes.size(); ++root) {
            const ClusterShapes &plain = *familyOf(candidate).shapes[candidate.spacing][0], &own = shapeOf(candidate, root);
            const double count = double(plain.cluster(root).boxes.size());
            boxes += count;
            if (own.size(root) != plain.size(root)) shaped += count * shapeChoices[candidate.shapes[root]].dislike;
        }
        return boxes > 0 ? dislike + shaped / boxes : dislike;
    }

    Laid lay(const Candidate& candidate, std::vector<ClusterMoves::Cluster>* found = nullptr) const {
        std::vector<const PackedCluster*> clusters;
        const std::vector<BoxLink>& boxLinks = familyOf(candidate).links;
        for (size_t root = 0; root < candidate.shapes.size(); ++root) clusters.push_back(&shapeOf(candidate, root).cluster(root));
        std::vector<ClusterLink> links;
        if (candidate.manner.isPulled)
            for (size_t i = 0; i < boxLinks.size(); ++i) {
                const BoxLink& link = boxLinks[i];
                links.push_back({link.fromRoot, link.toRoot, shapeOf(candidate, size_t(link.fromRoot)).dot(i),
                                 shapeOf(candidate, size_t(link.toRoot)).port(i), link.weight});
            }
        std::vector<QPointF> places = packClusters(clusters, links, m_room.heap, spacings[candidate.spacing].spacing, candidate.manner);
        const size_t boxes = familyOf(candidate).forest->nodes.size();
        Laid laid{std::vector<QPointF>(boxes), std::vector<QSizeF>(boxes), std::vector<BoxForm>(boxes)};
        for (size_t root = 0; root < candidate.shapes.size(); ++root) shapeOf(candidate, root).put(root, places[root], laid);
        for (size_t root = 0; found && root < candidate.shapes.size(); ++root)
            found->push_back(
                {clusters[root], shapeOf(candidate, root).arrangement().membersOf(familyOf(candidate).forest->roots[root]), places[root]});
        return laid;
    }

    // Whether it is the best so far.
    bool consider(Candidate candidate) {
        auto isKnown = [&](const Judged& judged) { return judged.candidate == candidate; };
        // the first is kept even of a search that is called off: there is always a best
        if (!m_best.empty() && (--m_left < 0 || isCancelled() || std::any_of(m_best.begin(), m_best.end(), isKnown))) return false;
        const double bad = m_trials.roughly(lay(candidate)) + dislikeOf(candidate);
        // What is as bad as another to a hair stands where that stands.
        auto place = std::find_if(m_best.begin(), m_best.end(), [&](const Judged& judged) { return bad < judged.bad + 1e-9; });
        if (place != m_best.end() && bad > place->bad - 1e-9) return false;
        const bool isBest = place == m_best.begin();
        m_best.insert(place, {std::move(candidate), bad});
        if (m_best.size() > kept) m_best.pop_back();
        return isBest;
    }

    void think() {
        for (size_t family = 0; family < m_families.size(); ++family)
            for (size_t spacing = 0; spacing < std::size(spacings); ++spacing)
                for (size_t shape = 0; shape < m_families[family].shapes[spacing].size(); ++shape) think(firstOf(family, spacing, shape));
    }

    void think(const Candidate& first) {
        const std::vector<int> named = asNamed(first);
        auto height = [&](int i) { return shapeOf(first, size_t(i)).size(size_t(i)).height(); };
        std::vector<int> lastNamed(named.rbegin(), named.rend()), smallFirst = named, largeFirst = named;
        std::stable_sort(smallFirst.begin(), smallFirst.end(), [&](int a, int b) { return height(a) < height(b); });
        std::stable_sort(largeFirst.begin(), largeFirst.end(), [&](int a, int b) { return height(a) > height(b); });
        for (bool isPulled : {false, true})
            for (double aside : {0.35, 0.1})
                for (const auto& order : {named, lastNamed, smallFirst, largeFirst}) {
                    Candidate candidate = first;
                    candidate.manner = {order, aside, isPulled};
                    consider(std::move(candidate));
                }
    }

    // What comes of two clusters' changing their turns, or of one's changing its shape.
    template <class Visit> void eachChange(const Candidate& from, Visit visit) const {
        for (size_t i = 0; i < from.shapes.size(); ++i) {
            for (size_t shape = 0; shape < familyOf(from).shapes[0].size(); ++shape) {
                if (shape == from.shapes[i]) continue;
                Candidate other = from;
                other.shapes[i] = shape;
                visit(other);
            }
            for (size_t j = i + 1; j < from.shapes.size(); ++j) {
                Candidate other = from;
                std::swap(other.manner.order[i], other.manner.order[j]);
                visit(other);
            }
        }
        Candidate other = from;
        other.manner.isPulled = !from.manner.isPulled;
        visit(other);
    }

    // The clusters that the best leaves out of sight, those first that are missed most, choose their places before all others.
    void bringIntoSight() {
        for (bool isBetter = true; isBetter && m_left > 0;) {
            const Candidate from = m_best.front().candidate;
            isBetter = false;
            for (int root : outOfSight(from)) {
                Candidate other = from;
                auto& order = other.manner.order;
                const auto at = std::find(order.begin(), order.end(), root);
                std::rotate(order.begin(), at, at + 1);
                if ((isBetter = consider(other))) break;
            }
        }
    }

    std::vector<int> outOfSight(const Candidate& candidate) const {
        std::vector<ClusterMoves::Cluster> clusters;
        const Laid laid = lay(candidate, &clusters);
        std::vector<std::pair<double, int>> missed;
        for (size_t root = 0; root < clusters.size(); ++root) {
            const double unseen = m_trials.unseen(laid, clusters[root].boxes);
            if (unseen > 0) missed.push_back({-unseen, int(root)});
        }
        std::sort(missed.begin(), missed.end());
        std::vector<int> roots;
        for (const auto& [unseen, root] : missed) roots.push_back(root);
        return roots;
    }

    void improve() {
        for (bool isBetter = true; isBetter && m_left > 0;) {
            const Candidate from = m_best.front().candidate;
            isBetter = false;
            eachChange(from, [&](const Candidate& other) { isBetter = consider(other) || isBetter; });
        }
    }

    // Whether it is the best of those whose arrows were routed.
    bool route(const Candidate& candidate) { return route(candidate, lay(candidate)); }
    bool route(const Candidate& candidate, const Laid& laid) {
        if (isRouted() || std::find(m_routed.begin(), m_routed.end(), laid) != m_routed.end()) return false;
        const double dislike = dislikeOf(candidate);
        const double bad = m_trials.badness(laid, m_least - dislike) + dislike;
        m_routed.push_back(laid);
        if (m_routed.size() > 1 && bad > m_least - worthIt) return false;
        m_least = bad;
        m_chosen = candidate;
        m_laid = laid;
        return true;
    }
    // The same with its clusters moved to where they do better.
    void routeMoved(const Candidate& candidate) {
        std::vector<ClusterMoves::Cluster> clusters;
        Laid laid = lay(candidate, &clusters);
        if (ClusterMoves(m_record, m_trials, m_room.heap, spacings[candidate.spacing].spacing, std::move(clusters)).run(laid)) route(candidate, laid);
    }
    bool isRouted() const {
        return !m_routed.empty() && (m_least < goodEnough || !m_trials.mayGoOn() || m_routed.size() >= mostRouted || isCancelled());
    }

    // The best of those that were thought of, as its arrows are routed; and from it on.
    FoundPlan choose() {
        for (const Judged& judged : m_best) route(judged.candidate);
        const double hopeless = m_best.front().bad + worthATry;
        for (bool isBetter = true; isBetter && !isRouted();) {
            const Candidate from = m_chosen;
            isBetter = false;
            eachChange(from, [&](const Candidate& other) {
                if (isBetter || isRouted() || m_trials.roughly(lay(other)) + dislikeOf(other) > hopeless) return;
                isBetter = route(other);
            });
        }
        routeMoved(m_chosen);
        for (size_t i = 0; i < std::min(m_best.size(), mostMoved); ++i) routeMoved(m_best[i].candidate);
        return {m_laid, spacings[m_chosen.spacing].spacing};
    }

    static constexpr size_t kept = 24;
    const RunRecord& m_record;
    const SearchRoom& m_room;
    PlanTrials m_trials;
    const std::atomic<bool>* m_cancelled;
    std::deque<Family> m_families; // as the forest is, and with large clusters taken apart
    ObjectForest m_split;
    std::vector<Judged> m_best; // the best first
    int m_left = mostThoughtOf;
    std::vector<Laid> m_routed;
    Candidate m_chosen; // of those whose arrows were routed
    Laid m_laid;
    double m_least = std::numeric_limits<double>::infinity();
};

}

FoundPlan searchPlan(const RunRecord& record, const ObjectForest& forest, const Chains& chains, const SearchRoom& room,
                     const QVector<Picture>& samples, const std::atomic<bool>* cancelled) {
    return samples.isEmpty() ? planOfMany(record, forest, chains, room) : Search(record, forest, chains, room, samples, cancelled).run();
}

}
