// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/chains.h"

#include <algorithm>
#include <map>

namespace memtape {

namespace {

constexpr size_t wholeChain = 12; // places: so many are not made fewer

class Finding {
public:
    Finding(const RunRecord& record, ObjectForest& forest) : m_record(record), m_forest(forest) {}

    Chains run() {
        m_chains.of.assign(m_forest.nodes.size(), -1);
        m_position.assign(m_forest.nodes.size(), 0);
        for (int node = 0; node < int(m_forest.nodes.size()); ++node)
            if (isMember(node) && !hasKinParent(node)) follow(node);
        joinFragments();
        for (Chain& chain : m_chains.all)
            if (chain.places.size() > wholeChain) goRound(chain);
        findThoseThatRunBack();
        return std::move(m_chains);
    }

private:
    bool isMember(int node) const { return m_forest.nodes[size_t(node)].kinship == Kinship::Chain; }
    bool hasKinParent(int node) const { return m_forest.nodes[size_t(node)].parent >= 0 && m_forest.nodes[size_t(node)].ofKin; }
    int next(int node) const {
        for (int child : m_forest.nodes[size_t(node)].children)
            if (m_forest.nodes[size_t(child)].ofKin && isMember(child)) return child;
        return -1;
    }

    void follow(int head) {
        Chain chain;
        chain.head = head;
        for (int node = head; node >= 0; node = next(node)) {
            m_chains.of[size_t(node)] = int(m_chains.all.size());
            m_position[size_t(node)] = int(chain.places.size());
            chain.places.push_back({node});
        }
        m_chains.all.push_back(std::move(chain));
    }

    // A line that leads into the middle of another one: its boxes stand where those before that place stood, if these are never there at
    // the same time.
    void joinFragments() {
        std::vector<int> leadsTo(m_forest.nodes.size(), -1);
        for (const LastingReference& reference : m_forest.references)
            if (isMember(reference.from) && isMember(reference.to) && next(reference.from) < 0) leadsTo[size_t(reference.from)] = reference.to;
        for (size_t i = 0; i < m_chains.all.size(); ++i) {
            const Chain& chain = m_chains.all[i];
            if (chain.places.empty() || chain.places.back().size() != 1) continue;
            int into = leadsTo[size_t(chain.places.back()[0])];
            if (into < 0 || m_chains.of[size_t(into)] == int(i)) continue;
            join(int(i), m_chains.of[size_t(into)], m_position[size_t(into)]);
        }
        m_chains.all.erase(std::remove_if(m_chains.all.begin(), m_chains.all.end(), [](const Chain& chain) { return chain.places.empty(); }),
                           m_chains.all.end());
        for (size_t i = 0; i < m_chains.all.size(); ++i)
            for (const auto& place : m_chains.all[i].places)
                for (int node : place) m_chains.of[size_t(node)] = int(i);
    }

    void join(int from, int host, int before) {
        Chain& fragment = m_chains.all[size_t(from)];
        Chain& chain = m_chains.all[size_t(host)];
        int shift = before - int(fragment.places.size()); // of the fragment's first place, in the chain's
        for (size_t i = 0; i < fragment.places.size(); ++i) {
            int at = shift + int(i);
            if (at < 0) continue;
            for (int node : fragment.places[i])
                for (int other : chain.places[size_t(at)])
                    if (!livesApart(m_record.boxes[node], m_record.boxes[other])) return;
        }
        if (shift < 0) {
            chain.places.insert(chain.places.begin(), size_t(-shift), {});
            for (const auto& place : chain.places)
                for (int node : place) m_position[size_t(node)] -= shift;
            shift = 0;
        }
        for (size_t i = 0; i < fragment.places.size(); ++i)
            for (int node : fragment.places[i]) {
                m_chains.of[size_t(node)] = host;
                m_position[size_t(node)] = shift + int(i);
                chain.places[size_t(shift) + i].push_back(node);
            }
        int head = fragment.head, parent = m_forest.nodes[size_t(head)].parent;
        auto leave = [head](std::vector<int>& list) { list.erase(std::remove(list.begin(), list.end(), head), list.end()); };
        leave(parent >= 0 ? m_forest.nodes[size_t(parent)].children : m_forest.roots);
        m_forest.nodes[size_t(head)].parent = -1;
        fragment.places.clear();
    }

    // A long line of which few are there at a time goes round in as many places as are needed.
    void goRound(Chain& chain) const {
        std::map<uint64_t, int> births;
        std::vector<int> members;
        for (const auto& place : chain.places)
            for (int node : place) {
                members.push_back(node);
                ++births[m_record.boxes[node].begin];
                --births[m_record.boxes[node].end + 2];
            }
        int now = 0, most = 0;
        for (const auto& [step, change] : births) most = std::max(most, now += change);
        for (size_t places = size_t(most) + 1; places * 2 <= chain.places.size(); ++places) {
            std::vector<std::vector<int>> round(places);
            bool fits = true;
            for (size_t i = 0; fits && i < members.size(); ++i) {
                auto& place = round[i % places];
                for (int other : place) fits = fits && livesApart(m_record.boxes[other], m_record.boxes[members[i]]);
                place.push_back(members[i]);
            }
            if (!fits) continue;
            chain.places = std::move(round);
            return;
        }
    }

    void findThoseThatRunBack() {
        for (const LastingReference& reference : m_forest.references) {
            const int in = m_chains.of[size_t(reference.from)];
            if (in < 0 || in != m_chains.of[size_t(reference.to)]) continue;
            if (m_position[size_t(reference.to)] <= m_position[size_t(reference.from)]) m_chains.all[size_t(in)].runsBack = true;
        }
    }

    const RunRecord& m_record;
    ObjectForest& m_forest;
    Chains m_chains;
    std::vector<int> m_position;
};

}

Chains findChains(const RunRecord& record, ObjectForest& forest) { return Finding(record, forest).run(); }

}
