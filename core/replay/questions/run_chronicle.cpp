// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/run_chronicle.h"

#include <algorithm>

#include "core/replay/player.h"
#include "core/replay/questions/line_growth.h"
#include "core/tape/tape.h"

namespace memtape {

void ReleaseLog::add(uint64_t step, const ReleaseSeen& seen) {
    auto [place, isNew] = m_kindOf.try_emplace({seen.cause, seen.type, seen.size}, static_cast<uint32_t>(m_kinds.size()));
    if (isNew) m_kinds.push_back(seen);
    m_entries.push_back({static_cast<uint32_t>(step), place->second});
}

Releases ReleaseLog::between(uint64_t from, uint64_t to) const {
    auto behind = [](uint64_t step, const Entry& entry) { return step < entry.step; };
    auto begin = from ? std::upper_bound(m_entries.begin(), m_entries.end(), from, behind) : m_entries.begin();
    const auto end = std::upper_bound(m_entries.begin(), m_entries.end(), to, behind);
    std::vector<uint64_t> objects(m_kinds.size());
    for (; begin < end; ++begin) objects[begin->kind]++;
    ReleaseSum sum;
    for (size_t k = 0; k < objects.size(); k++)
        if (objects[k]) sum.add(m_kinds[k].cause, m_kinds[k].type, objects[k], objects[k] * m_kinds[k].size);
    return sum.take();
}

namespace {

class Chronicler final : public Observer {
public:
    Chronicler(ReleaseLog& log, uint64_t firstStep)
        : m_steps(firstStep),
          m_releases([this, &log](const ReleaseSeen& seen) { log.add(m_steps, seen); }) {}

    void see(const RawChange& raw, const Memory& memory) override {
        m_releases.see(raw, memory);
        if (raw.kind == EventKind::Step) m_steps++;
        collections.see(raw, memory);
    }

    CollectionWatch collections;

private:
    uint64_t m_steps; // before what is seen now
    ReleaseWatch m_releases;
};

}

std::shared_ptr<const RunChronicle> chronicleOf(const std::shared_ptr<const Tape>& tape, size_t points, const std::atomic<bool>& stop) {
    auto out = std::make_shared<RunChronicle>();
    out->steps = tape->stepCount();
    out->points = points;
    const uint64_t lastStep = out->steps ? out->steps - 1 : 0;
    Chronicler chronicler(out->releases, tape->firstStep());
    ReplayShared shared(tape);
    Player player(shared);
    player.memory().setObserver(&chronicler);
    for (size_t p = 0; p < points; p++) {
        if (stop.load(std::memory_order_relaxed)) return nullptr;
        player.playTo(momentOf(p, points, tape->firstStep(), lastStep) + 1);
        for (auto [line, bytes] : bytesByLine(player.memory())) {
            std::vector<uint64_t>& growth = out->growth[line];
            growth.resize(points); // nothing where it is not met
            growth[p] = bytes;
        }
    }
    out->collections = chronicler.collections.all();
    return out;
}

}
