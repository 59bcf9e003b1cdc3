// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/regex_object.h"
#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Failure raiseNoGroup() { return raise(exc::IndexError, "no such group"); }

// The number that a name or a number means; −1: IndexError pending.
ssize groupNumber(MatchObject* self, Object* given) {
    ssize number = -1;
    if (given->type->index) {
        number = indexAsSize(given, nullptr);
        if (number == -1 && errorOccurred()) clearError();
    } else {
        Object* found = dictFind(asPattern(self->pattern)->groupIndex, given);
        if (found) number = groupIndexValue(found);
        else clearError();
    }
    if (number < 0 || number >= self->groups) return raiseNoGroup();
    return number;
}

Owned groupOf(MatchObject* self, Object* given, Object* absent) {
    ssize number = groupNumber(self, given);
    return number < 0 ? Owned(nullptr) : matchGroup(self, number, absent);
}

Owned matchGroupMethod(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    if (args.count == 0) return matchGroup(self, 0, None);
    if (args.count == 1) return groupOf(self, args[0], None);
    Ref<TupleObject> all = newTuple(static_cast<ssize>(args.count));
    for (size_t i = 0; all && i < args.count; ++i) {
        all->items[i] = groupOf(self, args[i], None).pointer;
        if (!all->items[i]) return nullptr;
    }
    if (all) recordCells(all);
    return all.release();
}

Owned matchItem(Object* self, Object* key) { return groupOf(asMatch(self), key, None); }

Owned matchGroups(Object* o, Args args) {
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

Owned matchGroupDict(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    Object* out[1] = {None};
    if (!parseArgs("groupdict", args, "| default", out)) return nullptr;
    Ref<DictObject> dict = newDict();
    ssize position = 0;
    Object *key, *value;
    while (dict && dictNext(asPattern(self->pattern)->groupIndex, &position, &key, &value)) {
        Ref<> text = matchGroup(self, groupIndexValue(value), out[0]);
        if (!text || !dictSet(dict, key, text)) return nullptr;
    }
    return dict.release();
}

Owned markOf(Object* o, Args args, int which) {
    MatchObject* self = asMatch(o);
    ssize number = args.count ? groupNumber(self, args[0]) : 0;
    return number < 0 ? Owned(nullptr) : newInt(self->marks[2 * number + which]);
}
Owned matchStart(Object* self, Args args) { return markOf(self, args, 0); }
Owned matchEnd(Object* self, Args args) { return markOf(self, args, 1); }

Owned spanOf(MatchObject* self, ssize number) {
    Ref<> begin = newInt(self->marks[2 * number]), end = newInt(self->marks[2 * number + 1]);
    return begin && end ? packTuple(begin.get(), end.get()) : Owned(nullptr);
}
Owned matchSpan(Object* o, Args args) {
    ssize number = args.count ? groupNumber(asMatch(o), args[0]) : 0;
    return number < 0 ? Owned(nullptr) : spanOf(asMatch(o), number);
}

Owned matchExpand(Object* o, Args args) {
    MatchObject* self = asMatch(o);
    Object* out[1] = {};
    if (!parseArgs("expand", args, "template", out)) return nullptr;
    RegexTemplate parsed;
    PatternObject* pattern = asPattern(self->pattern);
    if (!readTemplate(pattern, out[0], parsed)) return nullptr;
    RegexSubject subject;
    subject.object = self->string;
    std::vector<ssize> marks(self->marks, self->marks + 2 * self->groups);
    Ref<ListObject> list = newList(0);
    return list && expandTemplate(parsed, subject, marks, list) ? joinParts(pattern, list) : Owned(nullptr);
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
Owned posGet(Object* o) { return newInt(asMatch(o)->pos); }
Owned endPosGet(Object* o) { return newInt(asMatch(o)->endPos); }
Owned lastIndexGet(Object* o) { return asMatch(o)->lastIndex ? newInt(asMatch(o)->lastIndex) : newNone(); }
Owned lastGroupGet(Object* o) {
    MatchObject* self = asMatch(o);
    return self->lastIndex ? newRef(asTuple(asPattern(self->pattern)->groupNames)->items[self->lastIndex]) : newNone();
}

Owned matchRepr(Object* o) {
    MatchObject* self = asMatch(o);
    Ref<> whole = matchGroup(self, 0, None);
    std::string text;
    if (!whole || !appendRepr(text, whole)) return nullptr;
    return newStr("<re.Match object; span=(" + std::to_string(self->marks[0]) + ", " + std::to_string(self->marks[1]) + "), match=" + text + ">");
}

Owned selfCopy(Object* self) { return newRef(self); }
Owned selfDeepCopy(Object* self, Object*) { return newRef(self); }

const Field matchFields[] = {
    {"string", offsetof(MatchObject, string)}, {"regs", offsetof(MatchObject, regs)}, {"pattern", offsetof(MatchObject, pattern)}, {}};
const MemberDef matchMembers[] = {
    {"string", MemberKind::Object, offsetof(MatchObject, string)}, {"re", MemberKind::Object, offsetof(MatchObject, pattern)}, {}};
const GetSetDef matchGetSets[] = {
    {"regs", regsGet}, {"pos", posGet}, {"endpos", endPosGet}, {"lastindex", lastIndexGet}, {"lastgroup", lastGroupGet}, {}};
const MethodDef matchMethods[] = {
    {"group", matchGroupMethod, 0, -1},
    {"start", matchStart, 0, 1},
    {"end", matchEnd, 0, 1},
    {"span", matchSpan, 0, 1},
    {"groups", matchGroups, NativeKind::Keywords},
    {"groupdict", matchGroupDict, NativeKind::Keywords},
    {"expand", matchExpand, NativeKind::Keywords},
    {"__copy__", selfCopy},
    {"__deepcopy__", selfDeepCopy},
    {"__class_getitem__", classGetItem, NativeBinding::Class},
    {},
};

}

Owned matchGroup(MatchObject* match, ssize group, Object* absent) {
    ssize begin = match->marks[2 * group], end = match->marks[2 * group + 1];
    return begin < 0 ? newRef(absent) : sliceText(match->string, begin, end);
}

void defineMatchType(Type* t) {
    t->name = "re.Match";
    t->doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.";
    t->basicSize = offsetof(MatchObject, marks) + sizeof(ssize); // CPython's struct ends with the first mark
    t->itemSize = sizeof(ssize);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = matchFields;
    t->repr = matchRepr;
    t->subscript = matchItem;
    t->members = matchMembers;
    t->getsets = matchGetSets;
    t->methods = matchMethods;
}

}
