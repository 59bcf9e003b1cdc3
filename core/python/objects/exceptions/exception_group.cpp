// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

bool isExceptionGroup(const Object* o) { return isInstance(o, exc::BaseExceptionGroup); }

namespace {

GroupExceptionObject* asGroup(Object* o) { return static_cast<GroupExceptionObject*>(o); }
TupleObject* members(Object* group) { return asTuple(asGroup(group)->exceptions); }

Owned groupNew(Type* type, Args args) {
    if (args.count != 2) return raise(exc::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", args.count);
    Object *message = args[0], *given = args[1];
    if (!isStr(message)) {
        return raise(exc::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {}", isNone(message) ? "None" : message->type->name);
    }
    if (!isSequence(given)) return raise(exc::TypeError, "second argument (exceptions) must be a sequence");
    Held<TupleObject> exceptions(sequenceToTuple(given));
    if (!exceptions) return {};
    if (exceptions->count == 0) return raise(exc::ValueError, "second argument (exceptions) must be a non-empty sequence");

    bool hasBaseException = false; // one that no `except Exception` would take
    for (ssize i = 0; i < exceptions->count; ++i) {
        Object* e = exceptions->items[i];
        if (!isException(e)) return raise(exc::ValueError, "Item {} of second argument (exceptions) is not an exception", i);
        int ordinary = isInstanceOf(e, exc::Exception);
        if (ordinary < 0) return {};
        if (!ordinary) hasBaseException = true;
    }
    if (type == exc::ExceptionGroup) {
        if (hasBaseException) return raise(exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    } else if (type == exc::BaseExceptionGroup) {
        if (!hasBaseException) type = exc::ExceptionGroup;
    } else if (hasBaseException) {
        int ordinary = isSubclassOf(type, exc::Exception);
        if (ordinary < 0) return {};
        if (ordinary) return raise(exc::TypeError, "Cannot nest BaseExceptions in '{}'", type->name);
    }
    Ref<> made = baseExceptionNew(type, args);
    if (!made) return {};
    setField(made.get(), asGroup(made)->message, newRef(message));
    setField(made.get(), asGroup(made)->exceptions, Owned(exceptions.release()));
    return made.release();
}

bool groupInit(Object* self, Args args) { return checkNoKeywords(self->type->name, args) && baseExceptionInit(self, args); }

Owned groupStr(Object* self) {
    std::string text;
    if (!appendStr(text, asGroup(self)->message)) return {};
    ssize count = members(self)->count;
    text += " (" + std::to_string(count) + (count > 1 ? " sub-exceptions)" : " sub-exception)");
    return newStr(text);
}

Owned groupDerive(Object* self, Object* exceptions) { return call(exc::BaseExceptionGroup, asGroup(self)->message, exceptions); }

// A group like `original` with some of its exceptions: its own derive() makes it, the rest is copied. None: there are none.
Owned subset(Object* original, ListObject* exceptions) {
    if (exceptions->count == 0) return newNone();
    Held<> name(internStr("derive"));
    if (!name) return {};
    Held<> group(callMethod(original, name, exceptions));
    if (!group) return {};
    if (!isExceptionGroup(group)) return raise(exc::TypeError, "derive must return an instance of BaseExceptionGroup");
    BaseExceptionObject* from = asException(original);
    if (from->traceback) setTraceback(group, from->traceback);
    setContext(group, from->context);
    setCause(group, from->cause);
    bool failed = false;
    Held<> notes(findAttr(original, names::dunderNotes, &failed));
    if (failed) return {};
    if (notes && isSequence(notes)) { // a copy, so that the parts have notes of their own
        Held<> copy(sequenceToList(notes));
        if (!copy || !memtape::setAttr(group, names::dunderNotes, copy)) return {};
    }
    return group.release();
}

// How a split tells what belongs to the match.
struct Matcher {
    enum class Kind { ByType, ByPredicate, ByIdentity } kind;
    Object* value = nullptr;
    const std::vector<Object*>* objects = nullptr; // sorted

    int matches(Object* e) const { // 1, 0, -1
        switch (kind) {
        case Kind::ByType: return exceptionMatches(e, value);
        case Kind::ByPredicate: {
            Held<> answer(call(value, e));
            return answer ? isTrue(answer) : -1;
        }
        case Kind::ByIdentity: return !isExceptionGroup(e) && std::binary_search(objects->begin(), objects->end(), e);
        }
        return 0;
    }
};

bool makeMatcher(Object* value, Matcher* out) {
    out->value = value;
    out->kind = Matcher::Kind::ByType;
    if (isExceptionClass(value)) return true;
    if (isExactTuple(value)) {
        bool allClasses = true;
        for (ssize i = 0; i < asTuple(value)->count; ++i) allClasses &= isExceptionClass(asTuple(value)->items[i]);
        if (allClasses) return true;
    } else if (isCallable(value) && !isType(value)) {
        out->kind = Matcher::Kind::ByPredicate;
        return true;
    }
    return raise(exc::TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

// Null: nothing there (or, on failure, both).
struct Parts {
    Held<> match, rest;
};

bool splitRecursive(Object* e, const Matcher& matcher, bool wantRest, Parts& out) {
    int matched = matcher.matches(e);
    if (matched < 0) return false;
    if (matched) {
        out.match = newRef(e);
        return true;
    }
    if (!isExceptionGroup(e)) {
        if (wantRest) out.rest = newRef(e);
        return true;
    }
    Held<ListObject> matchList(newList(0)), restList(newList(0));
    if (!matchList || !restList) return false;
    for (ssize i = 0; i < members(e)->count; ++i) {
        if (!enterNative(" in exceptiongroup_split_recursive")) return false;
        Parts parts;
        bool fine = splitRecursive(members(e)->items[i], matcher, wantRest, parts);
        leaveNative();
        if (!fine) return false;
        if (parts.match && !isNone(parts.match) && !listAppend(matchList, parts.match)) return false;
        if (parts.rest && !isNone(parts.rest) && !listAppend(restList, parts.rest)) return false;
    }
    out.match = subset(e, matchList);
    if (!out.match) return false;
    if (wantRest) {
        out.rest = subset(e, restList);
        if (!out.rest) return false;
    }
    return true;
}

Object* orNone(const Held<>& o) { return o ? o.get() : None; }

Owned groupSplit(Object* self, Object* condition) {
    Matcher matcher;
    if (!makeMatcher(condition, &matcher)) return {};
    Parts parts;
    if (!splitRecursive(self, matcher, true, parts)) return {};
    return packTuple(orNone(parts.match), orNone(parts.rest));
}

Owned groupSubgroup(Object* self, Object* condition) {
    Matcher matcher;
    if (!makeMatcher(condition, &matcher)) return {};
    Parts parts;
    if (!splitRecursive(self, matcher, false, parts)) return {};
    return newRef(orNone(parts.match));
}

// ---- except* ------------------------------------------------------------------------------------------------------

bool collectLeaves(Object* e, std::vector<Object*>& out) {
    if (!isExceptionGroup(e)) {
        out.push_back(e);
        return wantRoom(out.size() * sizeof(Object*)); // a group may hold the same one again and again
    }
    if (!enterNative(" in collect_exception_group_leaf_ids")) return false;
    bool fine = true;
    for (ssize i = 0; fine && i < members(e)->count; ++i) fine = collectLeaves(members(e)->items[i], out);
    leaveNative();
    return fine;
}

// `group` with those of its leaves that occur in `kept`, in the shape that it has. None: none of them.
Owned projection(Object* group, ListObject* kept) {
    std::vector<Object*> leaves;
    for (ssize i = 0; i < kept->count; ++i) {
        if (!collectLeaves(kept->items[i], leaves)) return {};
    }
    std::sort(leaves.begin(), leaves.end());
    Matcher matcher{Matcher::Kind::ByIdentity, nullptr, &leaves};
    Parts parts;
    if (!splitRecursive(group, matcher, false, parts)) return {};
    return newRef(orNone(parts.match));
}

// Parts of a group that nobody has touched since it was split, as opposed to exceptions raised by a clause.
bool sameMetadata(Object* a, Object* b) {
    if (!isExceptionGroup(a) || !isExceptionGroup(b)) return false;
    BaseExceptionObject *x = asException(a), *y = asException(b);
    return x->notes == y->notes && x->traceback == y->traceback && x->context == y->context && x->cause == y->cause;
}

const MethodDef groupMethods[] = {
    {"__class_getitem__", classGetItem, NativeBinding::Class}, {"derive", groupDerive}, {"split", groupSplit}, {"subgroup", groupSubgroup}, {},
};
const MemberDef groupMembers[] = {
    {"message", MemberKind::Object, offsetof(GroupExceptionObject, message)},
    {"exceptions", MemberKind::Object, offsetof(GroupExceptionObject, exceptions)},
    {},
};
const Field groupFields[] = {
    MEMTAPE_EXCEPTION_FIELDS, {"message", offsetof(GroupExceptionObject, message)}, {"exceptions", offsetof(GroupExceptionObject, exceptions)}, {}};

}

Owned newExceptionGroup(std::string_view message, Object* exceptions) {
    Held<> text(newStr(message));
    if (!text) return {};
    return call(exc::BaseExceptionGroup, text, exceptions);
}

bool matchExceptionGroup(Object* e, Object* matchType, Object** match, Object** rest) {
    *match = *rest = nullptr;
    if (isNone(e)) {
        *match = *rest = None;
        return true;
    }
    if (exceptionMatches(e, matchType)) {
        if (isExceptionGroup(e)) {
            *match = newRef(e).pointer;
        } else {
            Held<> only(packTuple(e));
            *match = only ? newExceptionGroup("", only).pointer : nullptr;
            if (!*match) return false;
        }
        *rest = None;
        return true;
    }
    if (!isExceptionGroup(e)) {
        *match = None;
        *rest = newRef(e).pointer;
        return true;
    }
    Held<> pair(callMethod(e, names::split, matchType));
    if (!pair) return false;
    if (!isExactTuple(pair)) return raise(exc::TypeError, "{}.split must return a tuple, not {}", e->type->name, pair->type->name);
    TupleObject* tuple = asTuple(pair);
    if (tuple->count < 2) {
        return raise(exc::TypeError, "{}.split must return a 2-tuple, got tuple of size {}", e->type->name, tuple->count);
    }
    // CPython goes on with whatever the first two are.
    for (ssize i = 0; i < 2; ++i) {
        Object* part = tuple->items[i];
        if (!isNone(part) && !isException(part))
            return raise(exc::TypeError, "{}.split must return exceptions or None, not {}", e->type->name, part->type->name);
    }
    *match = newRef(tuple->items[0]).pointer;
    *rest = newRef(tuple->items[1]).pointer;
    return true;
}

Owned prepareReraiseStar(Object* original, Object* raisedList) {
    ListObject* list = asList(raisedList);
    if (list->count == 0) return newNone();
    if (!isExceptionGroup(original)) return newRef(list->items[0]); // a lone exception: at most one clause has run
    Held<ListObject> raised(newList(0)), reraised(newList(0));
    if (!raised || !reraised) return {};
    for (ssize i = 0; i < list->count; ++i) {
        Object* e = list->items[i];
        if (isNone(e)) continue;
        if (!listAppend(sameMetadata(e, original) ? reraised : raised, e)) return {};
    }
    Held<> again(projection(original, reraised));
    if (!again) return {};
    if (raised->count == 0) return again.release();
    if (!isNone(again) && !listAppend(raised, again)) return {};
    if (raised->count > 1) return newExceptionGroup("", raised);
    return newRef(raised->items[0]);
}

void describeBaseExceptionGroup(Type* t) {
    t->create = groupNew;
    t->init = groupInit;
    t->str = groupStr;
    t->methods = groupMethods;
    t->members = groupMembers;
    t->fields = groupFields;
    // The one builtin exception with two bases.
    Owned bases = packTuple(static_cast<Object*>(exc::BaseExceptionGroup), static_cast<Object*>(exc::Exception));
    bases.pointer->refcount = immortalRefcount;
    exc::ExceptionGroup->bases = asTuple(bases.pointer);
    // CPython makes it as a class statement would, so its instances can be referred to weakly.
    exc::ExceptionGroup->flags |= ManagedWeakref;
    exc::ExceptionGroup->weaklistOffset = -32;
}

}
