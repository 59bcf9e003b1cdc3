// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/regex_object.h"
#include "core/python/modules/text/regex_syntax.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/item_equals.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/mapping_proxy.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/text/utf8.h"

namespace memtape {

Type *regexPatternType = nullptr, *regexMatchType = nullptr, *regexScannerType = nullptr;

namespace {

struct ScannerObject : Object {
    Object *pattern, *string;
    ssize pos, endPos, at;
    bool mustAdvance;
};
ScannerObject* scanner(Object* o) { return static_cast<ScannerObject*>(o); }

bool sizeArgument(Object* given, ssize* out) {
    if (!given) return true;
    ssize value = indexAsSize(given, nullptr);
    if (value == -1 && errorOccurred()) return false;
    *out = value;
    return true;
}

// (string, pos=0, endpos=sys.maxsize)
bool subjectArguments(const char* name, PatternObject* self, Args args, RegexSubject& subject) {
    Object* out[3] = {};
    ssize pos = 0, endPos = PTRDIFF_MAX;
    return parseArgs(name, args, "string | pos endpos", out) && sizeArgument(out[1], &pos) && sizeArgument(out[2], &endPos) &&
           openSubject(self, out[0], pos, endPos, subject);
}

Owned matchOnce(const char* name, Object* self, Args args, RegexMode mode) {
    RegexSubject subject;
    if (!subjectArguments(name, asPattern(self), args, subject)) return nullptr;
    std::vector<ssize> marks;
    int found = runRegex(asPattern(self), subject, subject.pos, mode, false, marks);
    if (found < 0) return nullptr;
    return found ? newMatch(asPattern(self), subject, marks) : newNone();
}

Owned patternMatch(Object* self, Args args) { return matchOnce("match", self, args, RegexMode::Match); }
Owned patternSearch(Object* self, Args args) { return matchOnce("search", self, args, RegexMode::Search); }
Owned patternFullMatch(Object* self, Args args) { return matchOnce("fullmatch", self, args, RegexMode::FullMatch); }

// A group of a match; groups that took no part are empty text.
Owned partOrEmpty(const RegexSubject& subject, const std::vector<ssize>& marks, ssize group) {
    ssize begin = marks[static_cast<size_t>(2 * group)], end = marks[static_cast<size_t>(2 * group + 1)];
    return begin < 0 ? sliceSubject(subject, 0, 0) : sliceSubject(subject, begin, end);
}

Owned patternFindAll(Object* o, Args args) {
    PatternObject* self = asPattern(o);
    RegexSubject subject;
    if (!subjectArguments("findall", self, args, subject)) return nullptr;
    Held<ListObject> list(newList(0));
    RegexWalk walk{self, subject, subject.pos, false, {}};
    for (;;) {
        int found = list ? walk.next() : -1;
        if (found < 0) return nullptr;
        if (!found) return list.release();
        Ref<> item;
        if (self->groups <= 1) {
            item = partOrEmpty(subject, walk.marks, self->groups);
        } else {
            Ref<TupleObject> all = newTuple(self->groups);
            for (ssize g = 0; all && g < self->groups; ++g) {
                all->items[g] = partOrEmpty(subject, walk.marks, g + 1).pointer;
                if (!all->items[g]) all.reset();
            }
            if (all) recordCells(all);
            item = all.release();
        }
        if (!item || !listAppend(list, item)) return nullptr;
    }
}

Owned newScanner(PatternObject* self, const RegexSubject& subject) {
    auto* made = newPlainObject<ScannerObject>(regexScannerType);
    if (!made) return nullptr;
    made->pattern = newRef(self).pointer;
    made->string = newRef(subject.object).pointer;
    made->pos = made->at = subject.pos;
    made->endPos = subject.endPos;
    return finishObject(made);
}

Owned scannerStep(Object* o, RegexMode mode) {
    ScannerObject* self = scanner(o);
    PatternObject* pattern = asPattern(self->pattern);
    RegexSubject subject;
    if (self->at < 0) return newNone();
    if (!openSubject(pattern, self->string, self->pos, self->endPos, subject)) return nullptr;
    std::vector<ssize> marks;
    int found = runRegex(pattern, subject, self->at, mode, self->mustAdvance, marks);
    if (found < 0) return nullptr;
    if (!found) {
        self->at = -1;
        return newNone();
    }
    self->at = marks[1];
    self->mustAdvance = marks[0] == marks[1];
    return newMatch(pattern, subject, marks);
}
Owned scannerSearch(Object* self) { return scannerStep(self, RegexMode::Search); }
Owned scannerMatch(Object* self) { return scannerStep(self, RegexMode::Match); }

Owned patternScanner(Object* o, Args args) {
    RegexSubject subject;
    return subjectArguments("scanner", asPattern(o), args, subject) ? newScanner(asPattern(o), subject) : Owned(nullptr);
}

Owned patternFindIter(Object* o, Args args) {
    RegexSubject subject;
    if (!subjectArguments("finditer", asPattern(o), args, subject)) return nullptr;
    Ref<> made = newScanner(asPattern(o), subject);
    Ref<> search = made ? Ref<>(getAttr(made, "search")) : Ref<>();
    return search ? newCallableIterator(search, None) : Owned(nullptr);
}

Owned patternSplit(Object* o, Args args) {
    PatternObject* self = asPattern(o);
    Object* out[2] = {};
    ssize most = 0;
    RegexSubject subject;
    if (!parseArgs("split", args, "string | maxsplit", out) || !sizeArgument(out[1], &most) || !openSubject(self, out[0], 0, PTRDIFF_MAX, subject))
        return nullptr;
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    RegexWalk walk{self, subject, 0, false, {}};
    ssize last = 0;
    for (ssize n = 0; most <= 0 || n < most; ++n) {
        if (most < 0) break;
        int found = walk.next();
        if (found < 0) return nullptr;
        if (!found) break;
        Ref<> before = sliceSubject(subject, last, walk.marks[0]);
        if (!before || !listAppend(list, before)) return nullptr;
        for (ssize g = 1; g <= self->groups; ++g) {
            bool took = walk.marks[static_cast<size_t>(2 * g)] >= 0;
            Ref<> part = took ? partOrEmpty(subject, walk.marks, g) : newNone();
            if (!part || !listAppend(list, part)) return nullptr;
        }
        last = walk.marks[1];
    }
    Ref<> rest = sliceSubject(subject, last, subject.length);
    return rest && listAppend(list, rest) ? list.release() : Owned(nullptr);
}

// The new text and how often something was replaced.
Owned substitute(const char* name, Object* o, Args args, ssize* replaced) {
    PatternObject* self = asPattern(o);
    Object* out[3] = {};
    ssize most = 0;
    RegexSubject subject;
    if (!parseArgs(name, args, "repl string | count", out) || !sizeArgument(out[2], &most)) return nullptr;
    RegexTemplate parsed;
    bool isFunction = isCallable(out[0]);
    if (!isFunction && !readTemplate(self, out[0], parsed)) return nullptr;
    if (!openSubject(self, out[1], 0, PTRDIFF_MAX, subject)) return nullptr;
    Held<> keepString(newRef(out[1]));
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    RegexWalk walk{self, subject, 0, false, {}};
    ssize last = 0;
    while (most <= 0 || *replaced < most) {
        if (most < 0) break;
        int found = walk.next();
        if (found < 0) return nullptr;
        if (!found) break;
        if (last < walk.marks[0]) {
            Ref<> before = sliceSubject(subject, last, walk.marks[0]);
            if (!before || !listAppend(list, before)) return nullptr;
        }
        if (isFunction) {
            Held<> match(newMatch(self, subject, walk.marks));
            Held<> made(match ? call(out[0], match.get()) : Owned(nullptr));
            if (!made) return nullptr;
            if (!isNone(made) && !listAppend(list, made)) return nullptr;
        } else if (!expandTemplate(parsed, subject, walk.marks, list)) {
            return nullptr;
        }
        last = walk.marks[1];
        ++*replaced;
    }
    if (last < subject.length) {
        Ref<> rest = sliceSubject(subject, last, subject.length);
        if (!rest || !listAppend(list, rest)) return nullptr;
    }
    return joinParts(self, list);
}

Owned patternSub(Object* self, Args args) {
    ssize replaced = 0;
    return substitute("sub", self, args, &replaced);
}
Owned patternSubn(Object* self, Args args) {
    ssize replaced = 0;
    Ref<> text = substitute("subn", self, args, &replaced);
    Ref<> count = text ? Ref<>(newInt(replaced)) : Ref<>();
    return count ? packTuple(text.get(), count.get()) : Owned(nullptr);
}

Owned selfCopy(Object* self) { return newRef(self); }
Owned selfDeepCopy(Object* self, Object*) { return newRef(self); }

Owned groupIndexGet(Object* self) { return newMappingProxy(asPattern(self)->groupIndex); }
Owned groupsGet(Object* self) { return newInt(asPattern(self)->groups); }
Owned flagsGet(Object* self) { return newInt(asPattern(self)->flags); }

Owned patternRepr(Object* o) {
    static const struct {
        uint32_t flag;
        const char* name;
    } names[] = {
        {RegexFlag::IgnoreCase, "re.IGNORECASE"}, {RegexFlag::Locale, "re.LOCALE"},   {RegexFlag::Multiline, "re.MULTILINE"},
        {RegexFlag::DotAll, "re.DOTALL"},         {RegexFlag::Verbose, "re.VERBOSE"}, {RegexFlag::Debug, "re.DEBUG"},
        {RegexFlag::Ascii, "re.ASCII"},
    };
    PatternObject* self = asPattern(o);
    std::string shown, flags;
    if (!appendRepr(shown, self->pattern)) return nullptr;
    // CPython cuts a long pattern's repr at 200 characters.
    std::u32string units = regexUnits(Ref<>(newStr(shown)));
    if (units.size() > 200) shown = utf8::encoded(units.substr(0, 200));
    for (const auto& row : names)
        if (self->flags & row.flag) flags += std::string(flags.empty() ? ", " : "|") + row.name;
    return newStr("re.compile(" + shown + flags + ")");
}

Owned patternCompare(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || b->type != a->type) return newRef(NotImplemented);
    bool same = a == b || (asPattern(a)->flags == asPattern(b)->flags && asPattern(a)->isBytes == asPattern(b)->isBytes);
    int equal = same ? itemEquals(asPattern(a)->pattern, asPattern(b)->pattern) : 0;
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
}
int64_t patternHash(Object* o) {
    int64_t hash = hashOf(asPattern(o)->pattern);
    if (hash == -1) return -1;
    hash ^= asPattern(o)->flags ^ (asPattern(o)->isBytes ? 1 : 0);
    return hash == -1 ? -2 : hash;
}

void patternDealloc(Object* o) {
    if (asPattern(o)->program) releaseRegex(asPattern(o)->program);
    asPattern(o)->program = nullptr;
    gcUntrack(o);
    clearWeakReferences(o);
    dropFields(o);
    freeObject(o);
}

const Field patternFields[] = {{"groupindex", offsetof(PatternObject, groupIndex)},
                               {"indexgroup", offsetof(PatternObject, groupNames)},
                               {"pattern", offsetof(PatternObject, pattern)},
                               {}};
const MemberDef patternMembers[] = {{"pattern", MemberKind::Object, offsetof(PatternObject, pattern)}, {}};
const GetSetDef patternGetSets[] = {{"groupindex", groupIndexGet}, {"groups", groupsGet}, {"flags", flagsGet}, {}};
const MethodDef patternMethods[] = {
    {"match", patternMatch, NativeKind::Keywords},
    {"fullmatch", patternFullMatch, NativeKind::Keywords},
    {"search", patternSearch, NativeKind::Keywords},
    {"sub", patternSub, NativeKind::Keywords},
    {"subn", patternSubn, NativeKind::Keywords},
    {"findall", patternFindAll, NativeKind::Keywords},
    {"split", patternSplit, NativeKind::Keywords},
    {"finditer", patternFindIter, NativeKind::Keywords},
    {"scanner", patternScanner, NativeKind::Keywords},
    {"__copy__", selfCopy},
    {"__deepcopy__", selfDeepCopy},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

const Field scannerFields[] = {{"pattern", offsetof(ScannerObject, pattern)}, {"string", offsetof(ScannerObject, string)}, {}};
const MemberDef scannerMembers[] = {{"pattern", MemberKind::Object, offsetof(ScannerObject, pattern)}, {}};
const MethodDef scannerMethods[] = {{"search", scannerSearch}, {"match", scannerMatch}, {}};

}

void definePatternType(Type* t) {
    t->name = "re.Pattern";
    t->doc = "Compiled regular expression object.";
    t->basicSize = sizeof(PatternObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->weaklistOffset = offsetof(PatternObject, weakrefs);
    t->fields = patternFields;
    t->dealloc = patternDealloc;
    t->repr = patternRepr;
    t->hash = patternHash;
    t->richCompare = patternCompare;
    t->members = patternMembers;
    t->getsets = patternGetSets;
    t->methods = patternMethods;
}

void defineScannerType(Type* t) {
    t->name = "_sre.SRE_Scanner";
    t->basicSize = sizeof(ScannerObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = scannerFields;
    t->members = scannerMembers;
    t->methods = scannerMethods;
}

}
