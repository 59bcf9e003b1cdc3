// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/text/sre_matcher.h"

#include <algorithm>

#include "core/python/heap/heap.h"
#include "core/python/modules/text/sre_machine.h"
#include "core/python/objects/exceptions/errors.h"

namespace memtape::sre {

template <class Char> Outcome Matcher<Char>::run(ssize start, Reach reach, bool mustAdvance) {
    const Instruction* const code = m_program.code.data();
    const Char* const text = m_text;
    const ssize end = m_end;
    const Instruction* i = code;
    ssize at = start, low = 0, tried = 0;
    auto number = [code](const Instruction* instruction) { return static_cast<uint32_t>(instruction - code); };
    m_barrier = 0;
    m_stack.cutTo(0);
    if (!m_stack.push(Kept::Bottom, 0, 0, 0)) return Outcome::Error;

    for (;;) {
        switch (i->op) {
        case Op::Fail: goto fail;
        case Op::Accept:
            if ((reach == Reach::WholeText && at != end) || (mustAdvance && at == start)) goto fail;
            m_matching.begin = start;
            m_matching.stop = at;
            return Outcome::Found;
        case Op::Literal:
            if (at == end || text[at] != i->a) goto fail;
            ++at, ++i;
            continue;
        case Op::NotLiteral:
            if (at == end || text[at] == i->a) goto fail;
            ++at, ++i;
            continue;
        case Op::Any:
            if (at == end || text[at] == '\n') goto fail;
            ++at, ++i;
            continue;
        case Op::AnyAll:
            if (at == end) goto fail;
            ++at, ++i;
            continue;
        case Op::Set:
            if (at == end || !m_program.contains(m_program.sets[i->a], text[at])) goto fail;
            ++at, ++i;
            continue;
        case Op::At:
            if (!atPlace(i->a, at)) goto fail;
            ++i;
            continue;
        case Op::Mark:
            if (!m_stack.push(Kept::Mark, i->a, m_matching.marks[i->a], m_matching.lastIndex)) return Outcome::Error;
            m_matching.marks[i->a] = at;
            if (i->a & 1) m_matching.lastIndex = i->a / 2 + 1;
            ++i;
            continue;
        case Op::GroupRef: {
            ssize past = groupAgain(*i, at);
            if (past < 0) goto fail;
            at = past;
            ++i;
            continue;
        }
        case Op::GroupExists: {
            ssize from = m_matching.marks[2 * i->a], to = m_matching.marks[2 * i->a + 1];
            i = from >= 0 && to >= from ? i + 1 : code + i->target;
            continue;
        }
        case Op::Jump: i = code + i->target; continue;
        case Op::Split:
            if (!admits(i->first, at)) {
                i = code + i->target;
                continue;
            }
            if (admits(i->other, at) && !m_stack.push(Kept::Alternative, i->target, at, 0)) return Outcome::Error;
            ++i;
            continue;

        case Op::RepeatGreedy:
        case Op::RepeatPossessive: {
            ssize room = end - at, most = static_cast<ssize>(i->most);
            if (room < static_cast<ssize>(i->least)) goto fail;
            tried = runOf(*i, at, i->most == maxRepeat || most > room ? end : at + most);
            low = at + static_cast<ssize>(i->least);
            if (tried < low) goto fail;
            if (i->op == Op::RepeatGreedy && !i->givesNothingBack) goto giveBack;
            at = tried;
            ++i;
            continue;
        }
        case Op::RepeatLazy: {
            ssize room = end - at, most = static_cast<ssize>(i->most);
            low = at + static_cast<ssize>(i->least);
            if (room < static_cast<ssize>(i->least) || runOf(*i, at, low) != low) goto fail;
            tried = i->most == maxRepeat || most > room ? end : at + most;
            goto takeMore;
        }

        case Op::LoopEnter:
            if (!pushLoop(i->a)) return Outcome::Error;
            m_loops[i->a] = {-1, -1};
            i = code + i->target;
            continue;
        case Op::MaxUntil: {
            LoopState& loop = m_loops[i->a];
            ssize count = loop.count + 1;
            if (count < static_cast<ssize>(i->least)) {
                if ((--m_steps == 0 && !lookAtBreaker()) || !pushLoop(i->a)) return Outcome::Error;
                loop.count = count;
                i = code + i->target;
            } else if ((count < static_cast<ssize>(i->most) || i->most == maxRepeat) && at != loop.last && admits(i->first, at)) {
                if (!m_stack.push(Kept::LoopRest, number(i), at, loop.last)) return Outcome::Error;
                loop = {count, at};
                i = code + i->target;
            } else {
                ++i;
            }
            continue;
        }
        case Op::MinUntil: {
            LoopState& loop = m_loops[i->a];
            ssize count = loop.count + 1;
            if (count < static_cast<ssize>(i->least)) {
                if ((--m_steps == 0 && !lookAtBreaker()) || !pushLoop(i->a)) return Outcome::Error;
                loop.count = count;
                i = code + i->target;
                continue;
            }
            bool again = (count < static_cast<ssize>(i->most) || i->most == maxRepeat) && at != loop.last && admits(i->first, at);
            if (again && !m_stack.push(Kept::LoopAgain, number(i), at, count)) return Outcome::Error;
            ++i;
            continue;
        }

        case Op::Look:
            if (at < static_cast<ssize>(i->a)) {
                if (!i->negative) goto fail;
                i = code + i->target;
                continue;
            }
            if (!m_stack.push(Kept::Look, number(i), at, static_cast<ssize>(m_barrier))) return Outcome::Error;
            m_barrier = m_stack.count() - 1;
            at -= static_cast<ssize>(i->a);
            ++i;
            continue;
        case Op::LookEnd: {
            const Entry barrier = m_stack[m_barrier];
            if (code[barrier.index].negative) {
                for (; m_stack.count() > m_barrier + 1; m_stack.pop())
                    if (isChange(m_stack.top().kind)) putBack(m_stack.top());
                m_stack.pop();
                m_barrier = static_cast<size_t>(barrier.b);
                goto fail;
            }
            leaveBarrier();
            at = barrier.a;
            ++i;
            continue;
        }
        case Op::Atomic:
            if (!m_stack.push(Kept::Atomic, 0, at, static_cast<ssize>(m_barrier))) return Outcome::Error;
            m_barrier = m_stack.count() - 1;
            ++i;
            continue;
        case Op::AtomicEnd:
            leaveBarrier();
            ++i;
            continue;

        // Two barriers: one around the whole, and one around each run of the body, of which none is gone back into once it is over.
        case Op::PossessiveEnter:
            if (!pushLoop(i->a) || !m_stack.push(Kept::Atomic, 0, at, static_cast<ssize>(m_barrier))) return Outcome::Error;
            m_barrier = m_stack.count() - 1;
            m_loops[i->a] = {0, -1};
            i = code + i->target;
            goto possessiveNext;
        case Op::PossessiveEnd:
            m_barrier = static_cast<size_t>(m_stack[m_barrier].b);
            keepChanges(m_barrier + 1);
            ++m_loops[i->a].count;
            goto possessiveNext;
        }

    possessiveNext:
        if (--m_steps == 0 && !lookAtBreaker()) return Outcome::Error;
        if (!runsAgain(m_loops[i->a], *i, at)) goto possessiveOver;
        if (!m_stack.push(Kept::Possessive, number(i), at, static_cast<ssize>(m_barrier))) return Outcome::Error;
        m_barrier = m_stack.count() - 1;
        i = code + i->target;
        continue;

    possessiveOver:
        leaveBarrier();
        ++i;
        continue;

    giveBack: // from `tried` down to `low`, the next place at which what follows can begin
        while (!admits(i->first, tried)) {
            if (tried == low) goto fail;
            --tried;
        }
        if (tried > low && !m_stack.push(Kept::Greedy, number(i), low, tried)) return Outcome::Error;
        at = tried;
        ++i;
        continue;

    takeMore: // from `low` up to `tried`
        while (!admits(i->first, low)) {
            if (low == tried || !unitMatches(*i, text[low])) goto fail;
            ++low;
        }
        if (low < tried && !m_stack.push(Kept::Lazy, number(i), low, tried)) return Outcome::Error;
        at = low;
        ++i;
        continue;

    fail:
        if (--m_steps == 0 && !lookAtBreaker()) return Outcome::Error;
        for (;;) {
            const Entry entry = m_stack.top();
            i = code + entry.index;
            switch (entry.kind) {
            case Kept::Mark:
            case Kept::Loop:
                putBack(entry);
                m_stack.pop();
                continue;
            case Kept::Alternative:
                m_stack.pop();
                at = entry.a;
                break;
            case Kept::LoopRest:
                m_stack.pop();
                --m_loops[i->a].count;
                m_loops[i->a].last = entry.b;
                at = entry.a;
                ++i;
                break;
            case Kept::LoopAgain:
                m_stack.pop();
                at = entry.a;
                if (!pushLoop(i->a)) return Outcome::Error;
                m_loops[i->a] = {entry.b, at};
                i = code + i->target;
                break;
            case Kept::Greedy:
                m_stack.pop();
                low = entry.a;
                tried = entry.b - 1;
                goto giveBack;
            case Kept::Lazy:
                m_stack.pop();
                if (!unitMatches(*i, text[entry.a])) continue;
                low = entry.a + 1;
                tried = entry.b;
                goto takeMore;
            case Kept::Bottom: return Outcome::None;
            case Kept::Atomic:
                m_stack.pop();
                m_barrier = static_cast<size_t>(entry.b);
                continue;
            case Kept::Look:
                m_stack.pop();
                m_barrier = static_cast<size_t>(entry.b);
                if (!i->negative) continue;
                at = entry.a;
                i = code + i->target;
                break;
            case Kept::Possessive: // the body does not match once more
                m_stack.pop();
                m_barrier = static_cast<size_t>(entry.b);
                if (m_loops[i->a].count < static_cast<ssize>(i->least)) continue;
                at = entry.a;
                goto possessiveOver;
            }
            break;
        }
    }
}

template <class Char> Outcome Matcher<Char>::search(ssize start, bool mustAdvance) {
    for (ssize at = start; at <= m_end; ++at) {
        if (m_program.atBeginningOnly && at > 0) break;
        if (!m_program.prefix.empty()) {
            at = nextPrefix(at);
            if (at < 0) break;
        } else if (m_program.first != noSet) {
            while (at < m_end && !admits(m_program.first, at)) ++at;
            if (at == m_end) break;
        }
        Outcome outcome = run(at, Reach::Some, mustAdvance && at == start);
        if (outcome != Outcome::None) return outcome;
    }
    return Outcome::None;
}

namespace {

// By the width of the text's characters.
template <class Do> Outcome withMatcher(Matching& matching, Do&& doIt) {
    std::fill(matching.marks.begin(), matching.marks.end(), -1);
    matching.lastIndex = -1;
    if (matching.kind == 1) {
        Matcher<uint8_t> matcher(matching);
        return doIt(matcher);
    }
    if (matching.kind == 2) {
        Matcher<uint16_t> matcher(matching);
        return doIt(matcher);
    }
    Matcher<uint32_t> matcher(matching);
    return doIt(matcher);
}

}

bool Matching::prepare() {
    uint64_t bytes = uint64_t{program->marks} * sizeof(ssize);
    if (bytes > heap.limit()) return raiseMemoryError();
    marks.assign(program->marks, -1);
    return true;
}

Outcome Matching::matchAt(ssize at, Reach reach, bool mustAdvance) {
    if (at > end) return Outcome::None;
    return withMatcher(*this, [&](auto& matcher) { return matcher.run(at, reach, mustAdvance); });
}

Outcome Matching::searchFrom(ssize at, bool mustAdvance) {
    if (at > end) return Outcome::None;
    return withMatcher(*this, [&](auto& matcher) { return matcher.search(at, mustAdvance); });
}

}
