// SPDX-License-Identifier: GPL-3.0-or-later

// The type parameters in the arguments of an alias or a union (list[T], T | int), and what becomes of the arguments when types take their places.

#include "core/python/objects/classes/type_repr.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// An attribute of something that is no class, by its text; null where there is none.
Owned findText(Object* o, const char* name, bool* failed) {
    Ref<> key(internStr(name));
    if (!key) return *failed = true, nullptr;
    return findAttr(o, key, failed);
}

ssize placeOf(Object* parameters, Object* parameter) {
    for (ssize i = 0; i < asTuple(parameters)->count; ++i)
        if (asTuple(parameters)->items[i] == parameter) return i;
    return -1;
}

bool appendAll(ListObject* out, Object* tuple) {
    for (ssize i = 0; i < asTuple(tuple)->count; ++i)
        if (!listAppend(out, asTuple(tuple)->items[i])) return false;
    return true;
}

// The arguments given in brackets, where *tuple[int, str] counts as the two in it.
Owned unpackGiven(Object* given) {
    Held<> items(isTuple(given) ? newRef(given) : packTuple(given));
    Held<ListObject> out(newList(0));
    if (!items || !out) return nullptr;
    for (ssize i = 0; i < asTuple(items)->count; ++i) {
        Object* item = asTuple(items)->items[i];
        bool failed = false;
        Held<> inner(isType(item) ? Owned(nullptr) : findText(item, "__typing_unpacked_tuple_args__", &failed));
        if (failed) return nullptr;
        const bool unpacks = inner && isTuple(inner) && !(asTuple(inner)->count && asTuple(inner)->items[asTuple(inner)->count - 1] == Ellipsis);
        if (!(unpacks ? appendAll(out, inner) : listAppend(out, item))) return nullptr;
    }
    return listToTuple(out);
}

// Each parameter may look at all arguments first: fill in a default, gather several into one.
Owned prepareGiven(Object* self, Object* parameters, Object* given) {
    Held<> items(unpackGiven(given));
    for (ssize i = 0; items && i < asTuple(parameters)->count; ++i) {
        bool failed = false;
        Held<> prepare(findText(asTuple(parameters)->items[i], "__typing_prepare_subst__", &failed));
        if (failed) return nullptr;
        if (!prepare || isNone(prepare)) continue;
        Held<> prepared(call(prepare, self, items.get()));
        if (!prepared) return nullptr;
        items = sequenceToTuple(prepared);
    }
    return items.release();
}

// An argument that has parameters itself, as list[T] in dict[str, list[T]]: subscripted with what stands for them.
Owned substituteInside(Object* argument, Object* parameters, Object* items) {
    bool failed = false;
    Held<> inner(findAttr(argument, names::dunderParameters, &failed));
    if (failed) return nullptr;
    if (!inner || !isTuple(inner) || asTuple(inner)->count == 0) return newRef(argument);
    Held<ListObject> chosen(newList(0));
    if (!chosen) return nullptr;
    for (ssize i = 0; i < asTuple(inner)->count; ++i) {
        Object* parameter = asTuple(inner)->items[i];
        const ssize place = placeOf(parameters, parameter);
        Object* with = place >= 0 ? asTuple(items)->items[place] : parameter;
        const bool isSeveral = place >= 0 && parameter->type->iter && isTuple(with); // a TypeVarTuple
        if (!(isSeveral ? appendAll(chosen, with) : listAppend(chosen, with))) return nullptr;
    }
    Held<> key(listToTuple(chosen));
    return key ? getItem(argument, key) : Owned(nullptr);
}

// What an argument becomes, appended to `out`.
bool appendSubstituted(ListObject* out, Object* argument, Object* parameters, Object* items) {
    if (isType(argument)) return listAppend(out, argument);
    bool failed = false;
    Held<> unpacked(findText(argument, "__typing_is_unpacked_typevartuple__", &failed));
    const int unpacks = unpacked ? isTrue(unpacked) : 0;
    if (failed || unpacks < 0) return false;
    Held<> substitute(findAttr(argument, names::dunderTypingSubst, &failed));
    if (failed) return false;
    const ssize place = substitute ? placeOf(parameters, argument) : -1;
    Held<> value(place >= 0 ? call(substitute, asTuple(items)->items[place]) : substituteInside(argument, parameters, items));
    if (!value) return false;
    if (unpacks && isTuple(value)) return appendAll(out, value);
    return listAppend(out, value);
}

}

Owned typeParametersOf(Object* args) {
    // In order of first appearance: what can be substituted, and the parameters of aliases among the arguments.
    TupleObject* list = asTuple(args);
    Held<ListObject> found(newList(0));
    if (!found) return nullptr;
    auto add = [&](Object* o) {
        for (ssize i = 0; i < found->count; ++i)
            if (found->items[i] == o) return true;
        return listAppend(found.get(), o);
    };
    for (ssize i = 0; i < list->count; ++i) {
        Object* item = list->items[i];
        if (isType(item)) continue;
        bool failed = false;
        Held<> subst(findAttr(item, names::dunderTypingSubst, &failed));
        if (failed) return nullptr;
        if (subst) {
            if (!add(item)) return nullptr;
            continue;
        }
        Held<> parameters(findAttr(item, names::dunderParameters, &failed));
        if (failed) return nullptr;
        if (!parameters || !isTuple(parameters)) continue;
        for (ssize j = 0; j < asTuple(parameters)->count; ++j)
            if (!add(asTuple(parameters)->items[j])) return nullptr;
    }
    return listToTuple(found.get());
}

Owned substituteParameters(Object* self, Object* args, Object* parameters, Object* given) {
    const ssize wanted = asTuple(parameters)->count;
    if (wanted == 0) return raise(exc::TypeError, "{!r} is not a generic class", self);
    Held<> items(prepareGiven(self, parameters, given));
    if (!items) return nullptr;
    const ssize count = asTuple(items)->count;
    if (count != wanted)
        return raise(exc::TypeError, "Too {} arguments for {!r}; actual {}, expected {}", count > wanted ? "many" : "few", self, count, wanted);
    Held<ListObject> out(newList(0));
    if (!out) return nullptr;
    for (ssize i = 0; i < asTuple(args)->count; ++i)
        if (!appendSubstituted(out, asTuple(args)->items[i], parameters, items)) return nullptr;
    return listToTuple(out);
}

}
