// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/mapping_proxy.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::sre {

Type *patternType = nullptr, *matchType = nullptr, *scannerType = nullptr, *templateType = nullptr;

namespace {

std::vector<Program*> programs; // of the patterns that are alive

RuntimeCache programCache([] {
    for (Program* program : programs) delete program;
    programs.clear();
});

void dropProgram(Program* program) {
    auto found = std::find(programs.rbegin(), programs.rend(), program);
    if (found == programs.rend()) return;
    programs.erase(std::next(found).base());
    delete program;
}

// ---- finding matches

// (string, pos=0, endpos=sys.maxsize)
bool readArguments(const char* name, Args args, Object** string, ssize* pos, ssize* endPos) {
    Object* out[3] = {};
    if (!parseArgs(name, args, "string | pos endpos", out) || !sizeArgument(out[1], pos) || !sizeArgument(out[2], endPos)) return false;
    *string = out[0];
    return true;
}

template <class Find> Owned findOne(const char* name, Object* self, Args args, Find find) {
    Object* string;
    ssize pos = 0, endPos = PTRDIFF_MAX;
    Subject subject;
    if (!readArguments(name, args, &string, &pos, &endPos) || !subject.open(asPattern(self), string, pos, endPos)) return nullptr;
    Outcome outcome = find(subject);
    if (outcome == Outcome::Error) return nullptr;
    return outcome == Outcome::Found ? newMatch(subject) : newNone();
}
Owned patternMatch(Object* self, Args args) {
    return findOne("match", self, args, [](Subject& s) { return s.matchAt(s.pos, Reach::Some, false); });
}
Owned patternFullMatch(Object* self, Args args) {
    return findOne("fullmatch", self, args, [](Subject& s) { return s.matchAt(s.pos, Reach::WholeText, false); });
}
Owned patternSearch(Object* self, Args args) {
    return findOne("search", self, args, [](Subject& s) { return s.searchFrom(s.pos, false); });
}

// A group of the match that was found; one that took no part is empty.
Owned groupOrEmpty(const Subject& subject, ssize group) {
    ssize from, to;
    if (!subject.group(group, &from, &to)) from = to = 0;
    return subject.slice(from, std::max(from, to));
}

Owned patternFindAll(Object* o, Args args) {
    PatternObject* self = asPattern(o);
    Object* string;
    ssize pos = 0, endPos = PTRDIFF_MAX;
    Subject subject;
    if (!readArguments("findall", args, &string, &pos, &endPos) || !subject.open(self, string, pos, endPos)) return nullptr;
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    for (Walk walk{subject, subject.pos};;) {
        Outcome outcome = walk.search();
        if (outcome == Outcome::Error) return nullptr;
        if (outcome == Outcome::None) return list.release();
        Ref<> item;
        if (self->groups <= 1) {
            item = groupOrEmpty(subject, self->groups);
        } else {
            Ref<TupleObject> all = newTuple(self->groups);
            for (ssize g = 0; all && g < self->groups; ++g) {
                all->items[g] = groupOrEmpty(subject, g + 1).pointer;
                if (!all->items[g]) return nullptr;
            }
            if (all) recordCells(all);
            item = all.release();
        }
        if (!item || !listAppendStealing(list.get(), item.releaseRaw())) return nullptr;
    }
}

Owned scannerOf(const char* name, Object* self, Args args) {
    Object* string;
    ssize pos = 0, endPos = PTRDIFF_MAX;
    return readArguments(name, args, &string, &pos, &endPos) ? newScanner(asPattern(self), string, pos, endPos) : Owned(nullptr);
}
Owned patternScanner(Object* self, Args args) { return scannerOf("scanner", self, args); }
Owned patternFindIter(Object* self, Args args) {
    Ref<> scanner = scannerOf("finditer", self, args);
    Ref<> search = scanner ? Ref<>(getAttr(scanner, "search")) : Ref<>();
    return search ? newCallableIterator(search, None) : Owned(nullptr);
}

// ---- the object itself

Owned selfCopy(Object* self) { return newRef(self); }
Owned selfDeepCopy(Object* self, Object*) { return newRef(self); }
Owned groupIndexGet(Object* self) {
    Object* index = asPattern(self)->groupIndex;
    return index ? newMappingProxy(index) : Owned(newDict());
}

Owned reprOfPattern(Object* o) {
    static const struct {
        uint32_t flag;
        const char* name;
    } names[] = {
        {FlagIgnoreCase, "re.IGNORECASE"}, {FlagLocale, "re.LOCALE"},   {FlagMultiline, "re.MULTILINE"}, {FlagDotAll, "re.DOTALL"},
        {FlagUnicode, "re.UNICODE"},       {FlagVerbose, "re.VERBOSE"}, {FlagDebug, "re.DEBUG"},         {FlagAscii, "re.ASCII"},
    };
    constexpr ssize mostShown = 200; // characters of the pattern's repr
    PatternObject* self = asPattern(o);
    uint32_t flags = static_cast<uint32_t>(self->flags);
    if (self->isBytes == 0 && (flags & (FlagLocale | FlagUnicode | FlagAscii)) == FlagUnicode) flags &= ~uint32_t{FlagUnicode};
    std::string shown, options;
    auto option = [&](const std::string& text) { options += (options.empty() ? ", " : "|") + text; };
    for (const auto& row : names)
        if (flags & row.flag) option(row.name), flags &= ~row.flag;
    if (flags) {
        char hex[16];
        std::snprintf(hex, sizeof hex, "0x%x", flags);
        option(hex);
    }
    Ref<> text = reprOf(self->pattern);
    if (text && asStr(text)->length > mostShown) text = strSubstring(text, 0, mostShown);
    if (!text || !appendStr(shown, text)) return nullptr;
    return newStr("re.compile(" + shown + options + ")");
}

Owned comparePatterns(Object* a, Object* b, Comparison op) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || b->type != patternType) return notImplemented();
    PatternObject *x = asPattern(a), *y = asPattern(b);
    int equal = a == b;
    if (!equal && x->flags == y->flags && x->isBytes == y->isBytes && x->count == y->count &&
        std::memcmp(x->code, y->code, static_cast<size_t>(x->count) * codeWordSize) == 0)
        equal = richCompareBool(x->pattern, y->pattern, Comparison::Eq);
    return equal < 0 ? Owned(nullptr) : newBool((equal != 0) == (op == Comparison::Eq));
}
int64_t hashOfPattern(Object* o) {
    PatternObject* self = asPattern(o);
    int64_t hash = hashOf(self->pattern);
    if (hash == -1) return -1;
    hash ^= hashBytes(self->code, static_cast<size_t>(self->count) * codeWordSize) ^ self->flags ^ self->isBytes ^ self->count;
    return hash == -1 ? -2 : hash;
}

void dealloc(Object* o) {
    gcUntrack(o);
    Dying dying(o);
    clearWeakReferences(o);
    dropProgram(asPattern(o)->program);
    dropFields(o);
    freeObject(o);
}

const Field fields[] = {{"groupindex", offsetof(PatternObject, groupIndex)},
                        {"indexgroup", offsetof(PatternObject, indexGroup)},
                        {"pattern", offsetof(PatternObject, pattern)},
                        {}};
const MemberDef members[] = {{"pattern", MemberKind::Object, offsetof(PatternObject, pattern)},
                             {"flags", MemberKind::Int32, offsetof(PatternObject, flags)},
                             {"groups", MemberKind::Ssize, offsetof(PatternObject, groups)},
                             {}};
const GetSetDef getsets[] = {{"groupindex", groupIndexGet}, {}};
const MethodDef methods[] = {
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

// ---- _sre.compile

bool readCode(Object* list, std::vector<uint32_t>& words) {
    words.reserve(static_cast<size_t>(asList(list)->count));
    for (ssize i = 0; i < asList(list)->count; ++i) {
        Object* item = asList(list)->items[i];
        if (!isInt(item)) return raise(exc::TypeError, "an integer is required");
        if (intSign(item) < 0) return raise(exc::OverflowError, "can't convert negative value to unsigned int");
        int overflow;
        int64_t word = intValue(item, &overflow);
        if (overflow || word > UINT32_MAX) return raise(exc::OverflowError, "regular expression code size limit exceeded");
        words.push_back(static_cast<uint32_t>(word));
    }
    return true;
}

bool wantType(const char* name, Object* given, bool is, const char* type) {
    return is || raise(exc::TypeError, "compile() argument '{}' must be {}, not {}", name, type, given->type->name);
}

}

Owned makePattern(Object*, Args args) {
    Object* out[6] = {};
    if (!parseArgs("compile", args, "pattern flags code groups groupindex indexgroup", out)) return nullptr;
    auto [pattern, flagsGiven, list, groupsGiven, groupIndex, indexGroup] = out;
    int flags = 0;
    ssize groups = 0;
    if (!intArgument(flagsGiven, &flags)) return nullptr;
    if (!wantType("code", list, isList(list), "list") || !sizeArgument(groupsGiven, &groups) ||
        !wantType("groupindex", groupIndex, isDict(groupIndex), "dict") || !wantType("indexgroup", indexGroup, isTuple(indexGroup), "tuple"))
        return nullptr;
    std::vector<uint32_t> words;
    if (!readCode(list, words)) return nullptr;
    int isBytes = isNone(pattern) ? -1 : isStr(pattern) ? 0 : 1;
    const uint8_t* data;
    size_t size;
    if (isBytes > 0 && !bufferOf(pattern, &data, &size))
        return raise(exc::TypeError, "expected string or bytes-like object, got '{}'", pattern->type->name);

    ssize count = static_cast<ssize>(words.size());
    bool badGroups = groups < 0 || groups > maxGroups;
    std::unique_ptr<Program> program = badGroups ? nullptr : translate(words, static_cast<uint32_t>(groups));
    if (!program) return errorOccurred() ? Owned(nullptr) : raise(exc::RuntimeError, "invalid SRE code");
    auto* made = static_cast<PatternObject*>(allocateGcVarObject(patternType, patternSize + static_cast<size_t>(count) * codeWordSize, count));
    if (!made) return nullptr;
    made->groups = groups;
    made->groupIndex = dictLength(groupIndex) ? newRef(groupIndex).pointer : nullptr;
    made->indexGroup = dictLength(groupIndex) ? newRef(indexGroup).pointer : nullptr;
    made->pattern = newRef(pattern).pointer;
    made->flags = flags;
    made->weakrefs = nullptr;
    made->isBytes = isBytes;
    made->program = program.get();
    programs.push_back(program.release());
    std::copy(words.begin(), words.end(), made->code);
    return finishObject(made);
}

void definePatternType(Type* t) {
    t->name = "re.Pattern";
    t->doc = "Compiled regular expression object.";
    t->basicSize = patternSize;
    t->itemSize = codeWordSize;
    t->flags = HaveGc | DisallowInstantiation;
    t->weaklistOffset = offsetof(PatternObject, weakrefs);
    t->fields = fields;
    t->dealloc = dealloc;
    t->repr = reprOfPattern;
    t->hash = hashOfPattern;
    t->richCompare = comparePatterns;
    t->members = members;
    t->getsets = getsets;
    t->methods = methods;
}

}
