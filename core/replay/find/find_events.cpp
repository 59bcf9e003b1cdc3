// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/find/find_events.h"

#include <algorithm>

namespace memtape {

namespace {

constexpr int deepestBase = 50;

bool endsIn(std::string_view path, std::string_view ending) {
    if (path.size() < ending.size() || path.substr(path.size() - ending.size()) != ending) return false;
    return path.size() == ending.size() || path[path.size() - ending.size() - 1] == '/';
}

}

FindEvents::FindEvents(const Memory& memory, const FindExpression& what) : m_memory(memory), m_holds(what.nodes.size()) {
    for (uint32_t n = 0; n < what.nodes.size(); n++) {
        if (what.nodes[n].kind != FindNode::Kind::Event) continue;
        const FindEvent& event = what.nodes[n].event;
        Leaf leaf{n, &event, 0, false, {}};
        // no object lies between two granules, nor below the first
        if (event.number >= shownAddress(1) && event.number < shownAddress(granuleEnd) && event.number % 16 == 0)
            leaf.granule = static_cast<Granule>((event.number - shownAddress(0)) / 16);
        m_leaves.push_back(std::move(leaf));
    }
}

void FindEvents::note(const Event& e) {
    for (Leaf& leaf : m_leaves) {
        switch (leaf.event->kind) {
        case FindEvent::Kind::Made:
            // where an object is already it only changes its type
            leaf.happened |= e.kind == EventKind::Alloc && e.object == leaf.granule && leaf.granule && !m_memory.objectAt(e.object);
            break;
        case FindEvent::Kind::Released: leaf.happened |= e.kind == EventKind::Free && e.object == leaf.granule && leaf.granule; break;
        case FindEvent::Kind::Output: {
            if (e.kind != EventKind::Output) break;
            std::string& tail = leaf.tails[e.a & 1];
            tail += e.bytes;
            size_t at = tail.find(leaf.event->text);
            leaf.happened |= at != std::string::npos;
            // what follows the last one may be the beginning of another
            for (; at != std::string::npos; at = tail.find(leaf.event->text)) tail.erase(0, at + leaf.event->text.size());
            if (size_t most = leaf.event->text.size() - 1; tail.size() > most) tail.erase(0, tail.size() - most);
            break;
        }
        case FindEvent::Kind::Collection: leaf.happened |= e.kind == EventKind::CollectBegin && m_memory.now().programBegan; break;
        case FindEvent::Kind::Line:
        case FindEvent::Kind::Exception: break;
        }
    }
}

bool FindEvents::atStep() {
    const StepInfo& step = m_memory.step();
    bool any = false;
    for (Leaf& leaf : m_leaves) {
        bool holds = leaf.happened;
        leaf.happened = false;
        if (leaf.event->kind == FindEvent::Kind::Line) {
            holds = step.kind == StepKind::Line && step.line == leaf.event->number &&
                    (leaf.event->text.empty() || endsIn(m_memory.filePath(m_memory.code(step.code).file), leaf.event->text));
        } else if (leaf.event->kind == FindEvent::Kind::Exception) {
            holds = step.kind == StepKind::Exception && step.raised != m_lastRaised && isRaised(*leaf.event);
        }
        m_holds[leaf.node] = holds;
        any |= holds;
    }
    if (step.kind == StepKind::Exception) m_lastRaised = step.raised; // on its way out it is met in each frame again
    return any;
}

bool FindEvents::atEnd() {
    bool any = false;
    for (Leaf& leaf : m_leaves) {
        m_holds[leaf.node] = leaf.happened;
        any |= leaf.happened;
        leaf.happened = false;
    }
    return any;
}

bool FindEvents::isRaised(const FindEvent& event) const {
    const ObjectId raised = m_memory.step().raised;
    return raised && (event.text.empty() || isOfType(m_memory.type(m_memory.typeIdOf(raised)), event.text));
}

// A type of errors is also of the types that it was made of.
bool FindEvents::isOfType(const TypeInfo& type, const std::string& name, int depth) const {
    if (type.name == name || type.qualname == name) return true;
    if (depth == deepestBase) return false;
    return std::any_of(type.bases.begin(), type.bases.end(), [&](Granule base) {
        const TypeInfo* of = m_memory.typeOfClass(m_memory.objectAt(base));
        return of && isOfType(*of, name, depth + 1);
    });
}

}
