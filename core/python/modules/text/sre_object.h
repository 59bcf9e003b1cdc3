// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The objects of regular expressions: re.Pattern, re.Match, and _sre's scanners and templates, laid out as CPython 3.13's.
//
//   sre_pattern.cpp      Pattern itself, and what finds matches
//   sre_replace.cpp      Pattern.split, sub and subn
//   sre_match.cpp        Match
//   sre_scanner.cpp      Scanner
//   sre_template.cpp     templates, and text from matches
//   sre_subject.cpp      the text that is searched

#include <cstddef>

#include "core/python/modules/text/sre_matcher.h"
#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape::sre {

struct PatternObject : VarObject { // count: words of code
    ssize groups;
    Object *groupIndex, *indexGroup; // dict: name → number; tuple: names by number; null where no group has a name
    Object* pattern;                 // str, bytes-like or None
    int32_t flags;
    Object* weakrefs;
    int32_t isBytes;  // −1: made of None, fits any text
    Program* program; // outside of the region, freed with its pattern or at the end of the run
    uint32_t code[1];
};
constexpr size_t patternSize = 96;
static_assert(offsetof(PatternObject, weakrefs) == 64 && sizeof(PatternObject) == patternSize);

struct MatchObject : VarObject { // count: of marks
    Object *string, *regs, *pattern;
    ssize pos, endPos, lastIndex; // lastIndex −1: none
    ssize groups;                 // with the whole match
    ssize marks[1];               // begin and end of each; −1: took no part
};

struct TemplateObject : VarObject { // count: of items
    ssize pieces;                   // how many texts an expansion joins at most
    Object* literal;                // in front of the first group
    struct Item {
        ssize group;
        Object* literal; // behind it; null: nothing
    } items[1];
};

extern Type *patternType, *matchType, *scannerType, *templateType;
inline PatternObject* asPattern(Object* o) { return static_cast<PatternObject*>(o); }
inline MatchObject* asMatch(Object* o) { return static_cast<MatchObject*>(o); }
inline TemplateObject* asTemplate(Object* o) { return static_cast<TemplateObject*>(o); }

// A text that a pattern is matched against, and the state of that. A local variable: it holds the bytes of a buffer.
struct Subject : Matching {
    PatternObject* pattern = nullptr;
    Object* string = nullptr; // kept by the caller
    ssize length = 0, pos = 0;
    HeldBuffer buffer;

    // False: TypeError pending.
    bool open(PatternObject* of, Object* text, ssize from = 0, ssize to = PTRDIFF_MAX);
    Owned slice(ssize from, ssize to) const;
};

// A walk over a text: each match begins where the last one ended, and none is the same empty one twice.
struct Walk {
    Subject& subject;
    ssize at;
    bool mustAdvance = false;
    Outcome next(Outcome outcome) {
        if (outcome == Outcome::Found) {
            mustAdvance = subject.begin == subject.stop;
            at = subject.stop;
        }
        return outcome;
    }
    Outcome search() { return next(subject.searchFrom(at, mustAdvance)); }
    Outcome match() { return next(subject.matchAt(at, Reach::Some, mustAdvance)); }
};

// Part of a text, bounds clipped: of a str a str, of anything else bytes. The whole of an exact one is itself.
Owned sliceText(Object* string, ssize from, ssize to);
Owned newMatch(const Subject& subject);
Owned newScanner(PatternObject* pattern, Object* string, ssize pos, ssize endPos);
Owned matchGroup(MatchObject* match, ssize group, Object* absent);
// The number of a group by number or name; −1: there is none, or what hashing the name raised is pending.
ssize groupNumber(PatternObject* pattern, Object* given, ssize groups);

// What a replacement text stands for: a template, or a str or bytes without groups. re._compile_template reads it.
Owned readTemplate(PatternObject* pattern, Object* source);
Owned makeTemplate(Object* module, Args args); // _sre.template
Owned expandTemplate(TemplateObject* what, MatchObject* match);
// The items of a list in one text of the kind that `string` is.
Owned joinPieces(Object* string, Object* list);

Owned patternSplit(Object* self, Args args);
Owned patternSub(Object* self, Args args);
Owned patternSubn(Object* self, Args args);
Owned makePattern(Object* module, Args args); // _sre.compile

void definePatternType(Type* t);
void defineMatchType(Type* t);
void defineScannerType(Type* t);
void defineTemplateType(Type* t);

}
