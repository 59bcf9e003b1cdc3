// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/releases.h"

#include <algorithm>
#include <iterator>

#include "core/replay/player.h"
#include "core/replay/questions/release_watch.h"
#include "core/tape/tape.h"

namespace memtape {

namespace {

struct CauseRow {
    ReleaseCause cause;
    std::string_view key, text;
};
constexpr CauseRow causes[] = {
    {ReleaseCause::NameUnbound, "name unbound", "a name was removed"},
    {ReleaseCause::NameRebound, "name rebound", "a name was bound to something else"},
    {ReleaseCause::CallEnded, "call ended", "a call ended, and its names with it"},
    {ReleaseCause::PartReplaced, "part replaced", "an item, attribute or entry was set to something else"},
    {ReleaseCause::PartRemoved, "part removed", "an item, attribute or entry was removed"},
    {ReleaseCause::HolderReleased, "holder released", "what held it was released"},
    {ReleaseCause::LineDone, "line done", "only the running line had held it"},
    {ReleaseCause::Collected, "collected", "the cycle collector took it"},
    {ReleaseCause::GivenBack, "given back", "the program gave its block back"},
    {ReleaseCause::ProgramEnded, "program ended", "the program ended"},
};
static_assert(std::size(causes) == releaseCauses);

}

std::string_view keyOf(ReleaseCause cause) { return causes[static_cast<size_t>(cause)].key; }
std::string_view textOf(ReleaseCause cause) { return causes[static_cast<size_t>(cause)].text; }

void ReleaseSum::add(ReleaseCause cause, uint32_t type, uint64_t objects, uint64_t bytes) {
    const size_t row = static_cast<size_t>(cause);
    m_out.rows[row].released.objects += objects;
    m_out.rows[row].released.bytes += bytes;
    m_types[row][type] += objects;
}

Releases ReleaseSum::take() {
    for (size_t c = 0; c < releaseCauses; c++) {
        auto& types = m_out.rows[c].types;
        for (auto [type, objects] : m_types[c]) types.push_back({type, objects});
        std::sort(types.begin(), types.end(),
                  [](const ReleasedType& a, const ReleasedType& b) { return a.objects != b.objects ? a.objects > b.objects : a.type < b.type; });
    }
    return std::move(m_out);
}

Releases releasesOf(const std::shared_ptr<const Tape>& tape, uint64_t from, uint64_t to) {
    ReleaseSum sum;
    ReleaseWatch watch([&sum](const ReleaseSeen& seen) { sum.add(seen.cause, seen.type, 1, seen.size); });
    ReplayShared shared(tape);
    Player player(shared);
    if (from) player.playTo(from + 1);
    player.memory().setObserver(&watch);
    player.playTo(to + 1);
    return sum.take();
}

}
