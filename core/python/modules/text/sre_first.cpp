// SPDX-License-Identifier: GPL-3.0-or-later

// What a match can begin with, from each place where the matcher has a choice.

#include <algorithm>
#include <optional>

#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_program.h"

namespace memtape::sre {

namespace {

constexpr Latin1Bits allLow{{~uint64_t{0}, ~uint64_t{0}, ~uint64_t{0}, ~uint64_t{0}}};

class FirstFinder {
public:
    explicit FirstFinder(Program& program) : m_program(program) {}

    // The characters that one test of a character lets through.
    FirstSet ofUnit(Op op, uint32_t a) const {
        FirstSet set;
        auto allBut = [&](uint32_t c) {
            set.low = allLow;
            if (c < 256) set.low.words[c >> 6] &= ~(uint64_t{1} << (c & 63));
            set.above = true;
        };
        switch (op) {
        case Op::Literal:
            if (a < 256) set.low.add(a);
            else set.above = true;
            break;
        case Op::NotLiteral: allBut(a); break;
        case Op::Any: allBut('\n'); break;
        case Op::AnyAll: allBut(UINT32_MAX); break;
        default: set.low = m_program.sets[a].low; set.above = m_program.sets[a].above != CharacterSet::Above::None;
        }
        return set;
    }

    // Nothing where what begins there may be empty, looks at what cannot be told, or is too long to look at.
    std::optional<FirstSet> from(uint32_t place) {
        FirstSet found;
        m_seen.clear();
        m_open.assign(1, place);
        while (!m_open.empty()) {
            uint32_t at = m_open.back();
            m_open.pop_back();
            if (std::find(m_seen.begin(), m_seen.end(), at) != m_seen.end()) continue;
            if (m_seen.size() == mostPlaces) return std::nullopt;
            m_seen.push_back(at);
            if (!step(at, found)) return std::nullopt;
        }
        return found;
    }

    uint32_t number(uint32_t place) {
        std::optional<FirstSet> set = from(place);
        if (!set) return noSet;
        // The same few sets are met again and again.
        std::vector<FirstSet>& all = m_program.firsts;
        auto begin = all.size() > 16 ? all.end() - 16 : all.begin();
        auto same = std::find(begin, all.end(), *set);
        if (same == all.end()) same = all.insert(all.end(), *set);
        return static_cast<uint32_t>(same - all.begin());
    }

private:
    static constexpr size_t mostPlaces = 128;

    void add(FirstSet& to, const FirstSet& set) const {
        to.low.add(set.low);
        to.above |= set.above;
    }

    // Within a group that is not gone back into, what follows the group must not narrow a choice: the choice is made without looking there.
    bool beganBefore(uint32_t enter) const { return std::find(m_seen.begin(), m_seen.end(), enter) != m_seen.end(); }

    bool step(uint32_t at, FirstSet& found) {
        const Instruction& i = m_program.code[at];
        switch (i.op) {
        case Op::Fail: return true;
        case Op::Accept:
        case Op::LookEnd:
        case Op::GroupRef: return false;
        case Op::Literal:
        case Op::NotLiteral:
        case Op::Any:
        case Op::AnyAll:
        case Op::Set: add(found, ofUnit(i.op, i.a)); return true;
        case Op::RepeatGreedy:
        case Op::RepeatLazy:
        case Op::RepeatPossessive:
            add(found, ofUnit(i.unit, i.a));
            if (i.least == 0) m_open.push_back(at + 1);
            return true;
        case Op::At:
        case Op::Mark:
        case Op::Atomic: m_open.push_back(at + 1); return true;
        case Op::AtomicEnd:
            if (!beganBefore(i.target)) return false;
            m_open.push_back(at + 1);
            return true;
        case Op::Jump:
        case Op::Look: m_open.push_back(i.target); return true; // what is looked at beside narrows it at most
        case Op::Split:
        case Op::GroupExists:
        case Op::MaxUntil:
        case Op::MinUntil:
        case Op::PossessiveEnd:
            if (i.op == Op::PossessiveEnd && !beganBefore(i.target - 1)) return false;
            m_open.push_back(i.target);
            m_open.push_back(at + 1);
            return true;
        case Op::LoopEnter:
        case Op::PossessiveEnter:
            m_open.push_back(at + 1);
            if (m_program.code[i.target].least == 0) m_open.push_back(i.target + 1);
            return true;
        }
        return false;
    }

    Program& m_program;
    std::vector<uint32_t> m_seen, m_open;
};

}

void findFirsts(Program& program) {
    FirstFinder finder(program);
    for (uint32_t at = 0; at < program.code.size(); ++at) {
        Instruction& i = program.code[at];
        switch (i.op) {
        case Op::Split:
            i.first = finder.number(at + 1);
            i.other = finder.number(i.target);
            break;
        case Op::MaxUntil:
        case Op::MinUntil: i.first = finder.number(i.target); break;
        case Op::RepeatGreedy:
        case Op::RepeatLazy:
            i.first = finder.number(at + 1);
            if (i.first != noSet) {
                FirstSet own = finder.ofUnit(i.unit, i.a), next = program.firsts[i.first];
                i.givesNothingBack = !own.low.meets(next.low) && !(own.above && next.above);
            }
            break;
        default: break;
        }
    }
    program.first = finder.number(0);
    size_t at = 0;
    auto skipMarks = [&] {
        while (program.code[at].op == Op::Mark) ++at;
    };
    skipMarks();
    const Instruction& begin = program.code[at];
    program.atBeginningOnly = begin.op == Op::At && (begin.a == AtBeginning || begin.a == AtBeginningString);
    for (; program.code[at].op == Op::Literal; skipMarks()) program.prefix.push_back(program.code[at++].a);
}

}
