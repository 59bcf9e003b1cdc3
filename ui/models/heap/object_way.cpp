// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heap/object_way.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/replay/questions/reachability.h"
#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/inspector_words.h"

namespace memtape {

namespace {

constexpr size_t whole = 5, kept = 2; // steps of a way that is told whole; of a longer one at either end
constexpr int longest = 40;

// None: a namespace itself, or a part without a name, which is not told.
std::optional<PathStep> stepOf(const Reading& reading, const NameWalk::Hop& hop) {
    using Kind = PathStep::Kind;
    PathStep step{.name = std::string(hop.name), .index = hop.index, .key = hop.key};
    switch (hop.root) {
    case NameWalk::Root::Slot: break;
    case NameWalk::Root::Stack: step.kind = Kind::RunningLine; break;
    case NameWalk::Root::Call: step.kind = Kind::RunningCall; break;
    case NameWalk::Root::Returned: step.kind = Kind::Returned; break;
    case NameWalk::Root::Raised: step.kind = Kind::Raised; break;
    case NameWalk::Root::None: step.kind = hop.cell == CellKind::Item ? Kind::Item : Kind::Attribute; break;
    case NameWalk::Root::Namespace: step.name.clear(); break;
    }
    if (hop.cell == CellKind::Value) {
        if (!hop.key) return std::nullopt;
        const bool isName = reading.isNamespace(hop.from);
        step.kind = isName ? Kind::Name : Kind::Entry;
        if (isName) step.name = reading.state().object(hop.key).payload;
    }
    if (step.kind == Kind::Name && step.name.empty()) return std::nullopt;
    return step;
}

std::vector<PathStep> pathTo(const Reading& reading, const NameWalk& walk, ObjectId id) {
    std::vector<PathStep> path;
    const NameWalk::Hop* hop = walk.find(id);
    for (int length = 0; hop && length < longest; ++length) {
        if (std::optional<PathStep> step = stepOf(reading, *hop)) path.push_back(*std::move(step));
        hop = hop->from && !reading.isNamespace(hop->from) ? walk.find(hop->from) : nullptr; // a namespace is where a way begins
    }
    std::reverse(path.begin(), path.end());
    return path;
}

}

QString wayTo(const Reading& reading, const NameWalk& walk, ObjectId id) {
    const std::vector<PathStep> path = pathTo(reading, walk, id);
    InspectorWords words(reading);
    QString text;
    for (size_t i = 0; i < path.size(); ++i) {
        if (path.size() > whole && i == kept) {
            text += QChar(0x2026);
            i = path.size() - kept;
        }
        text += words.pathStep(path[i]);
    }
    return text;
}

}
