// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A pattern as the matcher runs it: CPython's code (sre_codes.h), checked once and put into instructions of one size. Skips have become places,
// and every test of a single character that is not an exact one a set of its own. Which characters a part can begin with is found beforehand
// (sre_first.cpp), so that most alternatives that must fail are never entered.
//
//     alternatives     Split next · … · Jump end · Split next · … · Jump end · …
//     repeats          LoopEnter until · body… · MaxUntil or MinUntil · rest…
//     possessive ones  PossessiveEnter end · body… · PossessiveEnd · rest…
//     looking around   Look past · body… · LookEnd · rest…          (Atomic · body… · AtomicEnd)

#include <cstdint>
#include <memory>
#include <vector>

#include "core/python/modules/text/sre_characters.h"

namespace memtape::sre {

enum class Op : uint8_t {
    Fail,
    Accept,
    Literal,    // a: the character
    NotLiteral, // a
    Any,        // all but the line feed
    AnyAll,
    Set,  // a: number of the set
    At,   // a: Place
    Mark, // a: number
    GroupRef,
    GroupExists,      // a: group, target: where it goes on if not
    Jump,             // target
    Split,            // target: the next alternative; first: of this one; other: of the next ones
    RepeatGreedy,     // of one character: by `unit` and a; least, most; first: of what follows
    RepeatLazy,       // the same
    RepeatPossessive, // the same
    LoopEnter,        // target: the Until
    MaxUntil,         // target: the body; a: number of the loop; least, most; first: of the body
    MinUntil,         // the same
    Look,             // a: how far back; negative; target: behind LookEnd
    LookEnd,
    Atomic,
    AtomicEnd,       // target: the Atomic
    PossessiveEnter, // target: the end
    PossessiveEnd,   // target: the body; a: number of the loop; least, most
};

constexpr uint32_t noSet = UINT32_MAX;

struct Instruction {
    Op op = Op::Fail;
    Op unit = Op::Fail;              // of one-character repeats: Literal … Set
    Folding folding = Folding::None; // GroupRef
    bool negative = false;           // Look
    bool givesNothingBack = false;   // RepeatGreedy: no character of it could begin what follows
    uint32_t a = 0, target = 0;
    uint32_t least = 0, most = 0;
    uint32_t first = noSet, other = noSet; // numbers in `firsts`; noSet: not known, or it may be empty
};

// Characters below 256, as bits.
struct Latin1Bits {
    uint64_t words[4] = {};
    bool has(uint32_t c) const { return words[c >> 6] >> (c & 63) & 1; }
    void add(uint32_t c) { words[c >> 6] |= uint64_t{1} << (c & 63); }
    void add(const Latin1Bits& other) {
        for (int i = 0; i < 4; ++i) words[i] |= other.words[i];
    }
    bool meets(const Latin1Bits& other) const {
        uint64_t both = 0;
        for (int i = 0; i < 4; ++i) both |= words[i] & other.words[i];
        return both != 0;
    }
    bool operator==(const Latin1Bits&) const = default;
};

// One set of characters. Below 256 it is bits; above, the words of CPython's code are asked, where they do not all answer the same.
struct CharacterSet {
    enum class Form : uint8_t { Literal, NotLiteral, Words };
    enum class Above : uint8_t { None, All, Ask };
    Latin1Bits low;
    Above above = Above::Ask;
    Form form = Form::Words;
    Folding folding = Folding::None;
    uint32_t value = 0; // the character; or where its words begin
};

// What a match can begin with from some place on.
struct FirstSet {
    Latin1Bits low;
    bool above = false; // perhaps a character from 256 on
    bool operator==(const FirstSet&) const = default;
    template <class Char> bool admits(Char c) const {
        if constexpr (sizeof(Char) == 1) return low.has(c);
        else return c < 256 ? low.has(c) : above;
    }
};

struct Program {
    std::vector<Instruction> code;
    std::vector<CharacterSet> sets;
    std::vector<FirstSet> firsts;
    std::vector<uint32_t> words;  // CPython's code
    std::vector<uint32_t> prefix; // characters with which every match begins
    uint32_t loops = 0, marks = 0;
    uint32_t first = noSet;       // of the whole
    bool atBeginningOnly = false; // begins with ^ or \A

    bool contains(const CharacterSet& set, uint32_t c) const {
        if (c < 256) return set.low.has(c);
        return set.above == CharacterSet::Above::Ask ? ask(set, c) : set.above == CharacterSet::Above::All;
    }
    bool ask(const CharacterSet& set, uint32_t c) const;
};

// Null: the code is not what a compiler emits; or (with an exception pending) it nests too deep.
std::unique_ptr<Program> translate(std::vector<uint32_t> words, uint32_t groups);
// Whether the words of a set, to FAILURE, contain a character as it is. sre_sets.cpp
bool wordsContain(const uint32_t* words, uint32_t c);
// The end of a set's words, which are checked; null: they are no set.
const uint32_t* checkSet(const uint32_t* at, const uint32_t* end);
// Whether the answer of a set differs among the characters from 256 on, so far as can be told quickly.
bool setAsksAbove(const uint32_t* words);
// Fills in first sets, prefix and what follows from them.
void findFirsts(Program& program);

}
