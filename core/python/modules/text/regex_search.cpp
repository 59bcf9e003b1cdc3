// SPDX-License-Identifier: GPL-3.0-or-later
#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

#include <algorithm>

#include "core/python/modules/text/regex_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

struct RegexProgram {
    pcre2_code* code;
    pcre2_match_data* data;
    std::vector<int> enclosing; // by group: the group around it
};

namespace {

std::vector<RegexProgram*> programs; // alive

void freeProgram(RegexProgram* program) {
    pcre2_match_data_free(program->data);
    pcre2_code_free(program->code);
    delete program;
}

RuntimeCache programCache([] {
    for (RegexProgram* program : programs) freeProgram(program);
    programs.clear();
});

// PCRE2's own bounds, so that no pattern hangs the program under study or takes all memory.
constexpr uint32_t mostSteps = 200'000'000, mostHeapKilobytes = 256 * 1024;

pcre2_match_context* bounds() {
    static pcre2_match_context* context = [] {
        pcre2_match_context* made = pcre2_match_context_create(nullptr);
        pcre2_set_match_limit(made, mostSteps);
        pcre2_set_depth_limit(made, mostSteps);
        pcre2_set_heap_limit(made, mostHeapKilobytes);
        return made;
    }();
    return context;
}

// Match.lastindex: the group that was closed last. Of two that end at one place the outer one, or the later one, was.
bool closesLater(const RegexProgram& program, const std::vector<ssize>& marks, ssize a, ssize b) {
    ssize endA = marks[static_cast<size_t>(2 * a + 1)], endB = marks[static_cast<size_t>(2 * b + 1)];
    if (endA != endB) return endA > endB;
    for (int up = program.enclosing[static_cast<size_t>(a)]; up; up = program.enclosing[static_cast<size_t>(up)])
        if (up == b) return false;
    return true;
}

}

RegexProgram* compileRegex(const std::u32string& text, bool isBytes, const std::vector<int>& enclosing) {
    static pcre2_compile_context* context = [] {
        pcre2_compile_context* made = pcre2_compile_context_create(nullptr);
        pcre2_set_newline(made, PCRE2_NEWLINE_LF);
        return made;
    }();
    int problem;
    size_t at;
    uint32_t options = PCRE2_NEVER_BACKSLASH_C | (isBytes ? 0u : PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK);
    pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR32>(text.data()), text.size(), options, &problem, &at, context);
    if (!code) {
        PCRE2_UCHAR32 message[160];
        std::string shown;
        if (pcre2_get_error_message(problem, message, 160) >= 0)
            for (const PCRE2_UCHAR32* c = message; *c; ++c) shown += static_cast<char>(*c);
        raise(exc::OverflowError, "regular expression is too large for Memtape: {}", shown);
        return nullptr;
    }
    auto* program = new RegexProgram{code, pcre2_match_data_create_from_pattern(code, nullptr), enclosing};
    programs.push_back(program);
    return program;
}

void releaseRegex(RegexProgram* program) {
    auto found = std::find(programs.begin(), programs.end(), program);
    if (found == programs.end()) return;
    programs.erase(found);
    freeProgram(program);
}

bool openSubject(PatternObject* pattern, Object* string, ssize pos, ssize endPos, RegexSubject& subject) {
    subject.object = string;
    if (isStr(string)) {
        if (pattern->isBytes) return raise(exc::TypeError, "cannot use a bytes pattern on a string-like object");
        StrObject* text = asStr(string);
        subject.length = text->length;
        if (text->kind == 4) {
            subject.units = static_cast<const uint32_t*>(strData(text));
        } else {
            subject.copy.resize(static_cast<size_t>(text->length));
            copyChars(subject.copy.data(), 4, 0, viewOf(string), 0, text->length);
            subject.units = subject.copy.data();
        }
    } else {
        const uint8_t* bytes;
        size_t size;
        if (!bufferOf(string, &bytes, &size)) return raise(exc::TypeError, "expected string or bytes-like object, got '{}'", string->type->name);
        if (!pattern->isBytes) return raise(exc::TypeError, "cannot use a string pattern on a bytes-like object");
        subject.copy.assign(bytes, bytes + size);
        subject.length = static_cast<ssize>(size);
        subject.units = subject.copy.data();
    }
    auto bounded = [&](ssize at) { return at < 0 ? ssize{0} : at > subject.length ? subject.length : at; };
    subject.pos = bounded(pos);
    subject.endPos = std::max(bounded(endPos), ssize{0});
    return true;
}

int runRegex(PatternObject* pattern, const RegexSubject& subject, ssize from, RegexMode mode, bool mustAdvance, std::vector<ssize>& marks) {
    if (from > subject.endPos) return 0;
    uint32_t options = PCRE2_NO_UTF_CHECK;
    if (mode != RegexMode::Search) options |= PCRE2_ANCHORED;
    if (mode == RegexMode::FullMatch) options |= PCRE2_ENDANCHORED;
    if (mustAdvance) options |= PCRE2_NOTEMPTY_ATSTART;
    static const uint32_t nothing = 0;
    const uint32_t* units = subject.length ? subject.units : &nothing;
    int count = pcre2_match(pattern->program->code, units, static_cast<size_t>(subject.endPos), static_cast<size_t>(from), options,
                            pattern->program->data, bounds());
    if (count == PCRE2_ERROR_NOMATCH) return checkBreaker() ? 0 : -1;
    if (count < 0) {
        raise(exc::RuntimeError, "the regular expression takes too many steps or too much memory for Memtape");
        return -1;
    }
    const size_t* found = pcre2_get_ovector_pointer(pattern->program->data);
    marks.assign(static_cast<size_t>(2 * (pattern->groups + 1)), -1);
    for (size_t i = 0; i < 2 * static_cast<size_t>(count); ++i) marks[i] = found[i] == PCRE2_UNSET ? -1 : static_cast<ssize>(found[i]);
    return checkBreaker() ? 1 : -1;
}

Owned sliceText(Object* string, ssize begin, ssize end) {
    if (isStr(string)) return strSubstring(string, begin, end);
    const uint8_t* bytes;
    size_t size;
    if (!bufferOf(string, &bytes, &size)) return raise(exc::TypeError, "expected string or bytes-like object, got '{}'", string->type->name);
    if (begin == 0 && static_cast<size_t>(end) == size && isExactBytes(string)) return newRef(string);
    begin = std::min(begin, static_cast<ssize>(size));
    end = std::min(end, static_cast<ssize>(size));
    return newBytes(bytes + begin, static_cast<size_t>(end - begin));
}

Owned sliceSubject(const RegexSubject& subject, ssize begin, ssize end) { return sliceText(subject.object, begin, end); }

Owned newMatch(PatternObject* pattern, const RegexSubject& subject, const std::vector<ssize>& marks) {
    ssize groups = pattern->groups + 1;
    size_t bytes = offsetof(MatchObject, marks) + static_cast<size_t>(2 * groups + 1) * sizeof(ssize);
    auto* m = static_cast<MatchObject*>(allocateGcVarObject(regexMatchType, bytes, 2 * groups));
    if (!m) return nullptr;
    m->string = newRef(subject.object).pointer;
    m->regs = nullptr;
    m->pattern = newRef(pattern).pointer;
    m->pos = subject.pos;
    m->endPos = subject.endPos;
    m->groups = groups;
    std::copy(marks.begin(), marks.end(), m->marks);
    m->lastIndex = 0;
    for (ssize g = 1; g < groups; ++g) {
        if (marks[static_cast<size_t>(2 * g)] < 0) continue;
        if (!m->lastIndex || closesLater(*pattern->program, marks, g, m->lastIndex)) m->lastIndex = g;
    }
    recordCells(m);
    gcTrack(m);
    return Owned(m);
}

}
