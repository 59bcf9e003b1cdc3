// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inside_line.h"

#include <algorithm>

namespace memtape {

namespace {

// The stack on which a part's result is about to lie. Of a call that other steps belong to, the operands are gone already.
std::vector<Granule> stackBefore(const LinePart& part, uint64_t step) {
    if (part.begins.step == step || part.stackAfter.empty()) return part.stackBefore;
    std::vector<Granule> stack = part.stackAfter;
    if (part.value) stack.pop_back();
    return stack;
}

}

std::optional<InsideLine> insideLineAt(const std::vector<LinePart>& parts, uint64_t step, uint32_t number) {
    std::vector<const LinePart*> ofStep;
    for (const LinePart& part : parts)
        if (part.ends.step == step) ofStep.push_back(&part);
    std::sort(ofStep.begin(), ofStep.end(), [](const LinePart* a, const LinePart* b) { return a->number < b->number; });
    if (number > ofStep.size()) return std::nullopt;

    InsideLine inside;
    inside.number = number;
    inside.ofStep = static_cast<uint32_t>(ofStep.size());
    inside.justDone = number ? ofStep[number - 1] : nullptr;
    inside.now = inside.justDone ? inside.justDone->ends : PartMoment{step, 0};
    const auto isDone = [&](const LinePart& part) { return part.ends.step < step || (part.ends.step == step && part.number <= number); };
    const LinePart* next = number < ofStep.size() ? ofStep[number] : nullptr;
    if (next) {
        inside.atWork = next;
        inside.stack = stackBefore(*next, step);
    } else {
        for (const LinePart& part : parts) { // the innermost of those that are under way
            const bool isLeaving =
                part.isRaising || part.kind == LinePartKind::Return || part.kind == LinePartKind::Raise; // with its step it is over
            if (part.begins.step <= step && !isDone(part) && (!isLeaving || part.begins.step == step)) inside.atWork = &part;
        }
        if (inside.justDone) inside.stack = inside.justDone->stackAfter;
        if (inside.atWork && inside.atWork->begins.step == step) inside.stack = inside.atWork->stackBefore;
    }
    const LinePart* of = inside.atWork ? inside.atWork : inside.justDone;
    for (const LinePart& part : parts) // else the line that an error has just left
        if (!inside.atWork && !inside.justDone && part.isRaising && part.begins.step < step) of = &part;
    if (!of) return inside;
    for (const LinePart& part : parts) {
        if (part.passage != of->passage) continue;
        PartState state = isDone(part) ? PartState::Done : PartState::ToCome;
        if (&part == inside.atWork) state = PartState::AtWork;
        else if (part.isRaising && part.begins.step < step) state = PartState::Raising;
        inside.rows.push_back({&part, state});
    }
    return inside;
}

}
