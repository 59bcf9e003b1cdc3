// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape::sre {

namespace {

// −1: IndexError pending.
ssize numberOf(MatchObject* self, Object* given) {
    ssize number = groupNumber(asPattern(self->pattern), given, self->groups);
    if (number >= 0) return number;
    if (!errorOccurred()) return raise(exc::IndexError, "no such group");
    return -1;
}

Owned groupOf(MatchObject* self, Object* given, Object* absent) {
    ssize number = numberOf(self, given);
    return number < 0 ? Owned(nullptr) : matchGroup(self, number, absent);
}

Owned groupMethod(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    if (!checkNoKeywords("group", args)) return nullptr;
    if (args.count == 0) return matchGroup(self, 0, None);
    if (args.count == 1) return groupOf(self, args[0], None);
    Held<TupleObject> all(newTuple(static_cast<ssize>(args.count)));
    for (size_t i = 0; all && i < args.count; ++i) {
        all->items[i] = groupOf(self, args[i], None).pointer;
        if (!all->items[i]) return nullptr;
    }
    if (all) recordCells(all);
    return all.release();
}

Owned itemOfMatch(Object* self, Object* key) { return groupOf(asMatch(self), key, None); }

Owned groupsMethod(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    Object* out[1] = {None};
    if (!parseArgs("groups", args, "| default", out)) return nullptr;
    Ref<TupleObject> all = newTuple(self->groups - 1);
    for (ssize g = 1; all && g < self->groups; ++g) {
        all->items[g - 1] = matchGroup(self, g, out[0]).pointer;
        if (!all->items[g - 1]) return nullptr;
    }
    if (all && self->groups > 1) recordCells(all);
    return all.release();
}

Owned groupDictMethod(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    Object* out[1] = {None};
    if (!parseArgs("groupdict", args, "| default", out)) return nullptr;
    Held<DictObject> dict(newDict());
    ssize position = 0;
    Object *key, *value;
    Object* index = asPattern(self->pattern)->groupIndex;
    while (dict && index && dictNext(index, &position, &key, &value)) {
        Held<> name(newRef(key)); // the dict is the caller's of _sre.compile: what hashing runs may change it
        Held<> text(groupOf(self, name, out[0]));
        if (!text || !dictSet(dict, name, text)) return nullptr;
    }
    return dict.release();
}

Owned markMethod(Object* o, Args args, int which) {
    MatchObject* self = asMatch(o);
    ssize number = args.count ? numberOf(self, args[0]) : 0;
    return number < 0 ? Owned(nullptr) : newInt(self->marks[2 * number + which]);
}
Owned startMethod(Object* self, Args args) { return markMethod(self, args, 0); }
Owned endMethod(Object* self, Args args) { return markMethod(self, args, 1); }

Owned spanOf(MatchObject* self, ssize number) {
    Ref<> from = newInt(self->marks[2 * number]), to = newInt(self->marks[2 * number + 1]);
    return from && to ? packTuple(from.get(), to.get()) : Owned(nullptr);
}
Owned spanMethod(Object* o, Args args) {
    ssize number = args.count ? numberOf(asMatch(o), args[0]) : 0;
    return number < 0 ? Owned(nullptr) : spanOf(asMatch(o), number);
}

Owned expandMethod(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    Object* out[1] = {};
    if (!parseArgs("expand", args, "template", out)) return nullptr;
    Held<> parsed(readTemplate(asPattern(self->pattern), out[0]));
    if (!parsed) return nullptr;
    return parsed->type == templateType ? expandTemplate(asTemplate(parsed), self) : parsed.release();
}

Owned regsGet(Object* o) {
    MatchObject* self = asMatch(o);
    if (!self->regs) {
        Ref<TupleObject> all = newTuple(self->groups);
        for (ssize g = 0; all && g < self->groups; ++g) {
            all->items[g] = spanOf(self, g).pointer;
            if (!all->items[g]) return nullptr;
        }
        if (!all) return nullptr;
        recordCells(all);
        setField(self, self->regs, Owned(all.releaseRaw()));
    }
    return newRef(self->regs);
}
Owned lastIndexGet(Object* o) { return asMatch(o)->lastIndex >= 0 ? newInt(asMatch(o)->lastIndex) : newNone(); }
Owned lastGroupGet(Object* o) {
    MatchObject* self = asMatch(o);
    Object* names = asPattern(self->pattern)->indexGroup;
    bool named = names && self->lastIndex >= 0 && self->lastIndex < asTuple(names)->count;
    return named ? newRef(asTuple(names)->items[self->lastIndex]) : newNone();
}

Owned reprOfMatch(Object* o) {
    MatchObject* self = asMatch(o);
    Ref<> whole = matchGroup(self, 0, None);
    std::string text;
    if (!whole || !appendRepr(text, whole)) return nullptr;
    return newStr("<" + std::string(o->type->name) + " object; span=(" + std::to_string(self->marks[0]) + ", " + std::to_string(self->marks[1]) +
                  "), match=" + text + ">");
}

Owned selfCopy(Object* self) { return newRef(self); }
Owned selfDeepCopy(Object* self, Object*) { return newRef(self); }

const Field fields[] = {{"string", offsetof(MatchObject, string)}, {"regs", offsetof(MatchObject, regs)}, {"re", offsetof(MatchObject, pattern)}, {}};
const MemberDef members[] = {{"string", MemberKind::Object, offsetof(MatchObject, string)},
                             {"re", MemberKind::Object, offsetof(MatchObject, pattern)},
                             {"pos", MemberKind::Ssize, offsetof(MatchObject, pos)},
                             {"endpos", MemberKind::Ssize, offsetof(MatchObject, endPos)},
                             {}};
const GetSetDef getsets[] = {{"regs", regsGet}, {"lastindex", lastIndexGet}, {"lastgroup", lastGroupGet}, {}};
const MethodDef methods[] = {
    {"group", groupMethod, NativeKind::Keywords},
    {"start", startMethod, 0, 1},
    {"end", endMethod, 0, 1},
    {"span", spanMethod, 0, 1},
    {"groups", groupsMethod, NativeKind::Keywords},
    {"groupdict", groupDictMethod, NativeKind::Keywords},
    {"expand", expandMethod, NativeKind::Keywords},
    {"__copy__", selfCopy},
    {"__deepcopy__", selfDeepCopy},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

}

ssize groupNumber(PatternObject* pattern, Object* given, ssize groups) {
    ssize number = -1;
    if (given->type->index) {
        number = indexAsSize(given, nullptr);
        if (number == -1 && errorOccurred()) clearError();
    } else if (pattern->groupIndex) {
        Object* found = dictFind(pattern->groupIndex, given);
        if (found && isInt(found)) {
            int overflow;
            number = intValue(found, &overflow);
            if (overflow) number = -1;
        }
    }
    return number < groups ? number : -1;
}

Owned matchGroup(MatchObject* match, ssize group, Object* absent) {
    ssize from = match->marks[2 * group], to = match->marks[2 * group + 1];
    return from < 0 ? newRef(absent) : sliceText(match->string, from, to);
}

Owned newMatch(const Subject& subject) {
    ssize groups = subject.pattern->groups + 1;
    size_t bytes = sizeof(MatchObject) + static_cast<size_t>(2 * groups) * sizeof(ssize);
    auto* m = static_cast<MatchObject*>(allocateGcVarObject(matchType, bytes, 2 * groups));
    if (!m) return nullptr;
    m->string = newRef(subject.string).pointer;
    m->regs = nullptr;
    m->pattern = newRef(subject.pattern).pointer;
    m->pos = subject.pos;
    m->endPos = subject.end;
    m->lastIndex = subject.lastIndex;
    m->groups = groups;
    bool wrong = false;
    for (ssize g = 0; g < groups; ++g) {
        ssize from, to;
        if (!subject.group(g, &from, &to)) from = to = -1;
        m->marks[2 * g] = from;
        m->marks[2 * g + 1] = to;
        wrong |= from > to;
    }
    recordCells(m);
    gcTrack(m);
    Ref<> made = Owned(m);
    // No code of re's compiler marks the end of a group before its beginning.
    if (wrong) return raise(exc::SystemError, "The span of capturing group is wrong, please report a bug for the re module.");
    return made.release();
}

void defineMatchType(Type* t) {
    t->name = "re.Match";
    t->doc = "Where a pattern was found. It is always true.";
    t->basicSize = sizeof(MatchObject); // one mark included, as in CPython
    t->itemSize = sizeof(ssize);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = fields;
    t->repr = reprOfMatch;
    t->subscript = itemOfMatch;
    t->members = members;
    t->getsets = getsets;
    t->methods = methods;
}

}
