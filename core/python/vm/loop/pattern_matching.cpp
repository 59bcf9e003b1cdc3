// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/loop/eval_helpers.h"

namespace memtape {

Owned matchKeys(Object* subject, Object* keys) {
    ssize count = asTuple(keys)->count;
    if (count == 0) return newRef(emptyTuple);
    Held<> seen(newSet(nullptr));
    Held<> get(getAttr(subject, names::get));
    Held<> dummy(call(types::Object));
    Held<ListObject> values(newList(0));
    if (!seen || !get || !dummy || !values) return nullptr;
    for (ssize i = 0; i < count; ++i) {
        Object* key = asTuple(keys)->items[i];
        int known = setContains(seen, key);
        if (known < 0) return nullptr;
        if (known) return raise(exc::ValueError, "mapping pattern checks duplicate key ({!r})", key);
        if (!setAdd(seen, key)) return nullptr;
        Ref<> value = call(get, key, dummy);
        if (!value) return nullptr;
        if (value.get() == dummy.get()) return newRef(None);
        if (!listAppend(values, value)) return nullptr;
    }
    return listToTuple(values);
}

namespace {

// One attribute of a class pattern, noted so that no name is asked for twice. Null without exception: it has no such attribute.
Owned matchAttribute(Object* subject, Object* type, Object* name, Object* seen) {
    int known = setContains(seen, name);
    if (known < 0) return nullptr;
    if (known) return raise(exc::TypeError, "{}() got multiple sub-patterns for attribute {!r}", static_cast<Type*>(type)->name, name);
    if (!setAdd(seen, name)) return nullptr;
    bool failed = false;
    return findAttr(subject, name, &failed);
}

}

Owned matchClass(Object* subject, Object* type, uint32_t count, Object* keywordNames) {
    if (!isType(type)) return raise(exc::TypeError, "called match pattern must be a class");
    int matches = isInstanceOf(subject, type);
    if (matches <= 0) return nullptr;
    const char* typeName = static_cast<Type*>(type)->name;
    Held<> seen(newSet(nullptr));
    Held<ListObject> attributes(newList(0));
    if (!seen || !attributes) return nullptr;
    if (count) {
        bool failed = false;
        Held<> matchArgs(findAttr(type, names::dunderMatchArgs, &failed));
        if (failed) return nullptr;
        bool matchSelf = false;
        if (matchArgs) {
            if (!isExactTuple(matchArgs)) return raise(exc::TypeError, "{}.__match_args__ must be a tuple (got {})", typeName, matchArgs->type->name);
        } else {
            matchArgs = newRef(emptyTuple);
            matchSelf = hasFlag(static_cast<Type*>(type), MatchSelf);
        }
        ssize allowed = matchSelf ? 1 : asTuple(matchArgs)->count;
        if (allowed < static_cast<ssize>(count)) {
            return raise(exc::TypeError, "{}() accepts {} positional sub-pattern{} ({} given)", typeName, allowed, allowed == 1 ? "" : "s", count);
        }
        if (matchSelf) {
            if (!listAppend(attributes, subject)) return nullptr;
        } else {
            for (uint32_t i = 0; i < count; ++i) {
                Object* name = asTuple(matchArgs)->items[i];
                if (!isExactStr(name)) return raise(exc::TypeError, "__match_args__ elements must be strings (got {})", name->type->name);
                Ref<> value = matchAttribute(subject, type, name, seen);
                if (!value) return nullptr;
                if (!listAppend(attributes, value)) return nullptr;
            }
        }
    }
    for (ssize i = 0; i < asTuple(keywordNames)->count; ++i) {
        Ref<> value = matchAttribute(subject, type, asTuple(keywordNames)->items[i], seen);
        if (!value) return nullptr;
        if (!listAppend(attributes, value)) return nullptr;
    }
    return listToTuple(attributes);
}

}
