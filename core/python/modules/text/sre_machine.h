// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The matcher for texts of one width: its state and the small questions; its loop is in sre_matcher.cpp.

#include <cstring>
#include <vector>

#include "core/python/modules/text/sre_backtrack.h"
#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_matcher.h"
#include "core/python/objects/model/interpreter.h"

namespace memtape::sre {

struct LoopState {
    ssize count = 0, last = -1; // runs of the body that are over or under way; where the last one beyond the least number began
};

template <class Char> class Matcher {
public:
    explicit Matcher(Matching& matching)
        : m_matching(matching),
          m_program(*matching.program),
          m_text(static_cast<const Char*>(matching.text)),
          m_end(matching.end),
          m_loops(m_program.loops) {}

    Outcome run(ssize start, Reach reach, bool mustAdvance);
    Outcome search(ssize start, bool mustAdvance);

private:
    static constexpr uint32_t stepsBetweenLooks = 8192;

    bool admits(uint32_t set, ssize at) const { return set == noSet || (at < m_end && m_program.firsts[set].admits(m_text[at])); }
    bool unitMatches(const Instruction& i, Char c) const {
        switch (i.unit) {
        case Op::Literal: return c == i.a;
        case Op::NotLiteral: return c != i.a;
        case Op::Any: return c != '\n';
        case Op::AnyAll: return true;
        default: return m_program.contains(m_program.sets[i.a], c);
        }
    }
    ssize runOf(const Instruction& i, ssize from, ssize to) const;
    bool atPlace(uint32_t place, ssize at) const;
    bool wordBoundary(bool (*isWord)(uint32_t), ssize at) const { return (at > 0 && isWord(m_text[at - 1])) != (at < m_end && isWord(m_text[at])); }
    // The place behind a repetition of what the group matched; -1: it is not there.
    ssize groupAgain(const Instruction& i, ssize at) const;

    bool pushLoop(uint32_t number) {
        LoopState& loop = m_loops[number];
        if (m_stack.count() && m_stack.top().kind == Kept::Loop && m_stack.top().index == number) return true; // nothing lies between
        return m_stack.push(Kept::Loop, number, loop.count, loop.last);
    }
    void putBack(const Entry& entry) {
        if (entry.kind == Kept::Mark) {
            m_matching.marks[entry.index] = entry.a;
            m_matching.lastIndex = entry.b;
        } else {
            m_loops[entry.index] = {entry.a, entry.b};
        }
    }
    // Takes the alternatives above a place out. Of several changes of the same thing the first is enough.
    void keepChanges(size_t from);
    void leaveBarrier() {
        size_t around = static_cast<size_t>(m_stack[m_barrier].b);
        keepChanges(m_barrier);
        m_barrier = around;
    }
    // Whether the body of a possessive loop is to be tried (once more).
    static bool runsAgain(LoopState& loop, const Instruction& i, ssize at) {
        if (loop.count < static_cast<ssize>(i.least)) return true;
        if ((loop.count >= static_cast<ssize>(i.most) && i.most != maxRepeat) || at == loop.last) return false;
        loop.last = at;
        return true;
    }
    bool lookAtBreaker() {
        m_steps = stepsBetweenLooks;
        return mayGoOn();
    }
    ssize nextPrefix(ssize at) const;

    Matching& m_matching;
    const Program& m_program;
    const Char* m_text;
    ssize m_end;
    std::vector<LoopState> m_loops;
    BacktrackStack m_stack;
    size_t m_barrier = 0;
    uint32_t m_steps = stepsBetweenLooks;
    std::vector<uint32_t> m_keptFor; // for marks, then loops: the number of the cut that kept a change of it
    uint32_t m_cuts = 0;
};

template <class Char> ssize Matcher<Char>::runOf(const Instruction& i, ssize from, ssize to) const {
    auto until = [&](uint32_t c) {
        if constexpr (sizeof(Char) == 1) {
            if (c > 255) return to;
            const void* found = from < to ? std::memchr(m_text + from, static_cast<int>(c), static_cast<size_t>(to - from)) : nullptr;
            return found ? static_cast<const Char*>(found) - m_text : to;
        }
        while (from < to && m_text[from] != c) ++from;
        return from;
    };
    switch (i.unit) {
    case Op::AnyAll: return to;
    case Op::Any: return until('\n');
    case Op::NotLiteral: return until(i.a);
    case Op::Literal:
        while (from < to && m_text[from] == i.a) ++from;
        return from;
    default: {
        const CharacterSet& set = m_program.sets[i.a];
        if constexpr (sizeof(Char) == 1) {
            const Latin1Bits low = set.low;
            while (from < to && low.has(m_text[from])) ++from;
        } else {
            while (from < to && m_program.contains(set, m_text[from])) ++from;
        }
        return from;
    }
    }
}

template <class Char> bool Matcher<Char>::atPlace(uint32_t place, ssize at) const {
    switch (place) {
    case AtBeginning:
    case AtBeginningString: return at == 0;
    case AtBeginningLine: return at == 0 || m_text[at - 1] == '\n';
    case AtEnd: return at == m_end || (at + 1 == m_end && m_text[at] == '\n');
    case AtEndLine: return at == m_end || m_text[at] == '\n';
    case AtEndString: return at == m_end;
    // In an empty text there is no place at all that is, or is not, a boundary.
    case AtBoundary:
    case AtLocBoundary: return m_end > 0 && wordBoundary(isWordAscii, at);
    case AtNonBoundary:
    case AtLocNonBoundary: return m_end > 0 && !wordBoundary(isWordAscii, at);
    case AtUniBoundary: return m_end > 0 && wordBoundary(isWordUnicode, at);
    case AtUniNonBoundary: return m_end > 0 && !wordBoundary(isWordUnicode, at);
    }
    return false;
}

template <class Char> ssize Matcher<Char>::groupAgain(const Instruction& i, ssize at) const {
    ssize from = m_matching.marks[2 * i.a], to = m_matching.marks[2 * i.a + 1];
    if (from < 0 || to < from || to - from > m_end - at) return -1;
    for (; from < to; ++from, ++at) {
        if (m_text[from] != m_text[at] && (i.folding == Folding::None || folded(i.folding, m_text[from]) != folded(i.folding, m_text[at]))) return -1;
    }
    return at;
}

template <class Char> void Matcher<Char>::keepChanges(size_t from) {
    m_keptFor.resize(m_program.marks + m_program.loops);
    ++m_cuts;
    size_t kept = from;
    for (size_t i = from; i < m_stack.count(); ++i) {
        const Entry entry = m_stack[i];
        if (!isChange(entry.kind)) continue;
        uint32_t& last = m_keptFor[entry.kind == Kept::Mark ? entry.index : m_program.marks + entry.index];
        if (last == m_cuts) continue;
        last = m_cuts;
        m_stack[kept++] = entry;
    }
    m_stack.cutTo(kept);
}

// The next place at which the text that every match begins with stands.
template <class Char> ssize Matcher<Char>::nextPrefix(ssize at) const {
    const std::vector<uint32_t>& prefix = m_program.prefix;
    ssize length = static_cast<ssize>(prefix.size());
    for (; at <= m_end - length; ++at) {
        if constexpr (sizeof(Char) == 1) {
            if (prefix[0] > 255) return -1;
            const void* found = std::memchr(m_text + at, static_cast<int>(prefix[0]), static_cast<size_t>(m_end - length - at + 1));
            if (!found) return -1;
            at = static_cast<const Char*>(found) - m_text;
        } else if (m_text[at] != prefix[0]) {
            continue;
        }
        ssize same = 1;
        while (same < length && m_text[at + same] == prefix[static_cast<size_t>(same)]) ++same;
        if (same == length) return at;
    }
    return -1;
}

}
