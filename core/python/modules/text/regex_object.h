// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// re.Pattern and re.Match.
//
//   regex_pattern.cpp   Pattern: its methods
//   regex_match.cpp     Match
//   regex_search.cpp    running PCRE2 over a subject
//   regex_template.cpp  what sub() puts in place of a match

#include <string>
#include <vector>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/numbers/int_object.h"

namespace memtape {

struct RegexProgram; // what PCRE2 compiled; outside of the region, freed with its pattern or at the end of the run

struct PatternObject : Object {
    ssize groups;
    Object *groupIndex, *groupNames; // dict: name → number; tuple by number: name or None
    Object* pattern;                 // str or bytes
    RegexProgram* program;
    uint32_t flags;
    bool isBytes;
    Object* weakrefs;
};

// count: twice the number of groups, the whole match among them; marks: begin and end of each, −1: took no part.
struct MatchObject : VarObject {
    Object *string, *regs, *pattern; // regs: null until asked for
    ssize pos, endPos, lastIndex;    // lastIndex 0: none
    ssize groups;                    // with the whole match
    ssize marks[2];
};

extern Type *regexPatternType, *regexMatchType, *regexScannerType;
inline PatternObject* asPattern(Object* o) { return static_cast<PatternObject*>(o); }
inline MatchObject* asMatch(Object* o) { return static_cast<MatchObject*>(o); }

// A value of the dict of group names.
inline ssize groupIndexValue(Object* number) {
    int overflow;
    return static_cast<ssize>(intValue(number, &overflow));
}

// ---- running a pattern
struct RegexSubject {
    Object* object = nullptr;
    const uint32_t* units = nullptr;
    ssize length = 0;
    ssize pos = 0, endPos = 0;
    std::vector<uint32_t> copy;
};
enum class RegexMode { Search, Match, FullMatch };
// False: TypeError pending.
bool openSubject(PatternObject* pattern, Object* string, ssize pos, ssize endPos, RegexSubject& subject);
// The marks of the first match from `from` on; 1: found, 0: none, −1: exception. mustAdvance: not an empty one at
// `from`.
int runRegex(PatternObject* pattern, const RegexSubject& subject, ssize from, RegexMode mode, bool mustAdvance, std::vector<ssize>& marks);
// The next match of a walk over the subject: begins where the last ended, and never is the same empty one twice.
struct RegexWalk {
    PatternObject* pattern;
    const RegexSubject& subject;
    ssize at;
    bool mustAdvance = false;
    std::vector<ssize> marks;
    int next() {
        int found = runRegex(pattern, subject, at, RegexMode::Search, mustAdvance, marks);
        if (found > 0) {
            mustAdvance = marks[0] == marks[1];
            at = marks[1];
        }
        return found;
    }
};
RegexProgram* compileRegex(const std::u32string& text, bool isBytes,
                           const std::vector<int>& enclosing); // null: exception pending
void releaseRegex(RegexProgram* program);
Owned sliceSubject(const RegexSubject& subject, ssize begin, ssize end);
Owned sliceText(Object* string, ssize begin, ssize end); // str or bytes of a part
Owned newMatch(PatternObject* pattern, const RegexSubject& subject, const std::vector<ssize>& marks);
Owned matchGroup(MatchObject* match, ssize group, Object* absent);

// ---- templates
struct RegexTemplate {
    struct Part {
        Object* text = nullptr; // counted by the template's owner list
        ssize group = -1;
    };
    std::vector<Part> parts;
    bool isPlain = false;
    ~RegexTemplate();
};
bool readTemplate(PatternObject* pattern, Object* source, RegexTemplate& out);
bool expandTemplate(const RegexTemplate& parsed, const RegexSubject& subject, const std::vector<ssize>& marks, Object* list);
std::u32string regexUnits(Object* text); // of a str or of bytes
Failure raiseRegexProblem(const std::string& message, Object* pattern, int64_t position);
Owned joinParts(PatternObject* pattern, Object* list);

void definePatternType(Type* t);
void defineMatchType(Type* t);
void defineScannerType(Type* t);

}
