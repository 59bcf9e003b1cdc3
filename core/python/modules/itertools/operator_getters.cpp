// SPDX-License-Identifier: GPL-3.0-or-later

// operator.itemgetter, attrgetter and methodcaller.

#include <cstddef>
#include <string>
#include <vector>

#include "core/python/modules/itertools/operator_types.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// CPython's layouts; it keeps caches and entry points in what is unused here.
struct GetterObject : Object {
    ssize count;
    Object* wanted; // itemgetter: the key, or a tuple where there are several; attrgetter: a tuple of names, those with dots as tuples
    void* unused;
};
struct ItemGetterObject : GetterObject {
    void* unusedToo;
};
struct CallerObject : Object {
    Object *name, *args, *keywords; // keywords: dict or null
    void* unused[3];
};
static_assert(sizeof(GetterObject) == 40 && sizeof(ItemGetterObject) == 48 && sizeof(CallerObject) == 64);

GetterObject* getter(Object* o) { return static_cast<GetterObject*>(o); }
CallerObject* caller(Object* o) { return static_cast<CallerObject*>(o); }

Owned makeGetter(Type* type, ssize count, Owned wanted) {
    Ref<> held = wanted;
    if (!held) return nullptr;
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    getter(made.pointer)->count = count;
    getter(made.pointer)->wanted = held.releaseRaw();
    recordCells(made.pointer);
    return made;
}

// One wanted thing gives itself, several give a tuple.
template <class F> Owned gather(Object* wantedTuple, F get) {
    Held<> wanted(Held<>::share(wantedTuple));
    TupleObject* list = asTuple(wanted);
    if (list->count == 1) return get(list->items[0]);
    Held<TupleObject> result(newTuple(list->count));
    if (!result) return nullptr;
    for (ssize i = 0; i < list->count; i++) {
        Owned item = get(list->items[i]);
        if (!item) return nullptr;
        result->items[i] = item.pointer;
        recordCell(result, CellKind::Item, static_cast<uint32_t>(i), item.pointer);
    }
    return result.release();
}

Owned itemCreate(Type* type, Args args) {
    if (!checkNoKeywords("itemgetter", args) || !checkArgCount("itemgetter", args.count, 1, -1)) return nullptr;
    if (args.count == 1) return makeGetter(type, 1, newRef(args[0]));
    return makeGetter(type, static_cast<ssize>(args.count), newTupleOf(args.values, static_cast<ssize>(args.count)));
}

Owned itemCall(Object* o, Args args) {
    if (!checkNoKeywords("itemgetter", args) || !checkArgCount("itemgetter", args.count, 1, 1)) return nullptr;
    Object* from = args[0];
    if (getter(o)->count == 1) {
        Held<> key(Held<>::share(getter(o)->wanted));
        return getItem(from, key);
    }
    return gather(getter(o)->wanted, [from](Object* key) { return getItem(from, key); });
}

// The arguments as they were given, in a tuple.
Owned shownItems(Object* o) { return getter(o)->count == 1 ? packTuple(getter(o)->wanted) : newRef(getter(o)->wanted); }

Owned shownNames(Object* o) {
    TupleObject* names = asTuple(getter(o)->wanted);
    Ref<TupleObject> shown = newTuple(names->count);
    if (!shown) return nullptr;
    for (ssize i = 0; i < names->count; i++) {
        Object* name = names->items[i];
        Owned whole = newRef(name);
        if (isTuple(name)) {
            std::string text;
            for (ssize k = 0; k < asTuple(name)->count; k++) text += (k ? "." : "") + strToUtf8(asTuple(name)->items[k]);
            whole = newStr(text);
        }
        if (!whole) return nullptr;
        shown->items[i] = whole.pointer;
    }
    recordCells(shown);
    return shown.release();
}

Owned shownRepr(Object* o, const char* name, Owned arguments) {
    Held<> shown(arguments);
    if (!shown) return nullptr;
    int entered = reprEnter(o);
    if (entered) {
        const FormatArg part[] = {name};
        return entered > 0 ? formatMessage("{}(...)", part, 1) : Owned(nullptr);
    }
    std::string text = std::string(name) + "(";
    TupleObject* list = asTuple(shown);
    bool good = true;
    for (ssize i = 0; i < list->count && good; i++) {
        if (i) text += ", ";
        good = appendRepr(text, list->items[i]);
    }
    reprLeave(o);
    return good ? newStr(text + ")") : Owned(nullptr);
}

Owned itemRepr(Object* o) { return shownRepr(o, "operator.itemgetter", shownItems(o)); }
Owned reduceWith(Object* o, Owned arguments) {
    Ref<> shown = arguments;
    return shown ? packTuple(static_cast<Object*>(o->type), shown.get()) : Owned(nullptr);
}
Owned itemReduce(Object* o) { return reduceWith(o, shownItems(o)); }
Owned attrReduce(Object* o) { return reduceWith(o, shownNames(o)); }

Owned attrCreate(Type* type, Args args) {
    if (!checkNoKeywords("attrgetter", args) || !checkArgCount("attrgetter", args.count, 1, -1)) return nullptr;
    Held<TupleObject> all(newTuple(static_cast<ssize>(args.count)));
    if (!all) return nullptr;
    for (size_t i = 0; i < args.count; i++) {
        if (!isStr(args[i])) return raise(exc::TypeError, "attribute name must be a string");
        // "a.b.c" is walked name by name.
        std::string text = strToUtf8(args[i]);
        std::vector<Ref<>> parts;
        for (size_t start = 0;;) {
            size_t dot = text.find('.', start);
            parts.push_back(internStr(std::string_view(text).substr(start, dot == std::string::npos ? dot : dot - start)));
            if (!parts.back()) return nullptr;
            if (dot == std::string::npos) break;
            start = dot + 1;
        }
        if (parts.size() == 1) {
            all->items[i] = newRef(parts[0].get()).pointer;
        } else {
            std::vector<Object*> raw;
            for (Ref<>& p : parts) raw.push_back(p);
            Owned path = newTupleOf(raw.data(), static_cast<ssize>(raw.size()));
            if (!path) return nullptr;
            all->items[i] = path.pointer;
        }
    }
    recordCells(all);
    return makeGetter(type, static_cast<ssize>(args.count), all.release());
}

Owned walkAttributes(Object* o, Object* wanted) {
    if (!isTuple(wanted)) return getAttr(o, wanted);
    Held<> at(Held<>::share(o));
    for (ssize i = 0; i < asTuple(wanted)->count; i++) {
        Owned next = getAttr(at, asTuple(wanted)->items[i]);
        if (!next) return nullptr;
        at = next;
    }
    return at.release();
}

Owned attrCall(Object* o, Args args) {
    if (!checkNoKeywords("attrgetter", args) || !checkArgCount("attrgetter", args.count, 1, 1)) return nullptr;
    Object* from = args[0];
    return gather(getter(o)->wanted, [from](Object* wanted) { return walkAttributes(from, wanted); });
}
Owned attrRepr(Object* o) { return shownRepr(o, "operator.attrgetter", shownNames(o)); }

Owned callerCreate(Type* type, Args args) {
    if (args.count < 1) return raise(exc::TypeError, "methodcaller needs at least one argument, the method name");
    if (!isStr(args[0])) return raise(exc::TypeError, "method name must be a string");
    Object* name = newRef(args[0]).pointer;
    if (isExactStr(name)) internInPlace(name);
    Held<> heldName{Owned(name)};
    Held<TupleObject> all(newTuple(static_cast<ssize>(args.count))); // the name first, as CPython keeps them
    if (!all) return nullptr;
    for (size_t i = 0; i < args.count; i++) all->items[i] = newRef(i ? args[i] : name).pointer;
    recordCells(all.get());
    Held<> keywords;
    if (args.keywordCount()) {
        keywords = Owned(newDict());
        if (!keywords) return nullptr;
        for (size_t i = 0; i < args.keywordCount(); i++)
            if (!dictSet(keywords, args.keywordName(i), args.keywordValue(i))) return nullptr;
    }
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    CallerObject* c = caller(made.pointer);
    c->name = heldName.release().pointer;
    c->args = all.release().pointer;
    c->keywords = keywords.release().pointer;
    recordCells(c);
    return made;
}

Owned callerCall(Object* o, Args args) {
    if (!checkNoKeywords("methodcaller", args) || !checkArgCount("methodcaller", args.count, 1, 1)) return nullptr;
    CallerObject* c = caller(o);
    Held<> all(Held<>::share(c->args));
    Object** given = asTuple(all)->items + 1;
    const ssize count = asTuple(all)->count - 1;
    if (!c->keywords) return callMethod(args[0], c->name, given, static_cast<size_t>(count));
    Held<> keywords(Held<>::share(c->keywords)), positional(newTupleOf(given, count));
    Held<> method(positional ? getAttr(args[0], c->name) : Owned(nullptr));
    return method ? callWithTuple(method, positional, keywords) : Owned(nullptr);
}

Owned callerRepr(Object* o) {
    CallerObject* c = caller(o);
    int entered = reprEnter(o);
    if (entered) return entered > 0 ? newStr("operator.methodcaller(...)") : Owned(nullptr);
    std::string text = "operator.methodcaller(";
    bool good = appendRepr(text, c->name);
    for (ssize i = 1; good && i < asTuple(c->args)->count; i++) {
        text += ", ";
        good = appendRepr(text, asTuple(c->args)->items[i]);
    }
    ssize position = 0;
    Object *key, *value;
    while (good && c->keywords && dictNext(c->keywords, &position, &key, &value)) {
        text += ", " + strToUtf8(key) + "=";
        good = appendRepr(text, value);
    }
    reprLeave(o);
    return good ? newStr(text + ")") : Owned(nullptr);
}

// Keywords come back through a partial of the type.
Owned callerReduce(Object* o) {
    CallerObject* c = caller(o);
    Held<> type(newRef(o->type)), all(newRef(c->args)), keywords(Held<>::share(c->keywords));
    if (!keywords || dictLength(keywords) == 0) return packTuple(type.get(), all.get());
    Held<> positional(newTupleOf(asTuple(all)->items + 1, asTuple(all)->count - 1));
    if (!positional) return nullptr;
    Ref<> moduleName(internStr("functools"));
    Held<> module(moduleName ? vmHooks.importModule(moduleName) : Owned(nullptr));
    Held<> partial(module ? getAttr(module, "partial") : Owned(nullptr));
    Held<> first(partial ? packTuple(type.get(), asTuple(all)->items[0]) : Owned(nullptr));
    Held<> constructor(first ? callWithTuple(partial, first, keywords) : Owned(nullptr));
    return constructor ? packTuple(constructor.get(), positional.get()) : Owned(nullptr);
}

Owned callSignature(Object*) { return newStr("(obj, /)"); }
constexpr GetSetDef signatureOfCall[] = {{"__text_signature__", callSignature}, {}};
constexpr Field getterFields[] = {{"wanted", offsetof(GetterObject, wanted)}, {}};
constexpr Field callerFields[] = {
    {"name", offsetof(CallerObject, name)}, {"args", offsetof(CallerObject, args)}, {"kwargs", offsetof(CallerObject, keywords)}, {}};
constexpr MethodDef itemMethods[] = {{"__reduce__", itemReduce}, {}};
constexpr MethodDef callerMethods[] = {{"__reduce__", callerReduce}, {}};
constexpr MethodDef attrMethods[] = {{"__reduce__", attrReduce}, {}};

}

void defineItemGetterType(Type* t) {
    t->name = "operator.itemgetter";
    t->doc = "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\n"
             "After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])";
    t->basicSize = sizeof(ItemGetterObject);
    t->flags = HaveGc | HaveVectorcall;
    t->fields = getterFields;
    t->methods = itemMethods;
    t->getsets = signatureOfCall;
    t->create = itemCreate;
    t->call = itemCall;
    t->repr = itemRepr;
}

void defineAttrGetterType(Type* t) {
    t->name = "operator.attrgetter";
    t->doc =
        "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\n"
        "After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).";
    t->basicSize = sizeof(GetterObject);
    t->flags = HaveGc | HaveVectorcall;
    t->fields = getterFields;
    t->methods = attrMethods;
    t->getsets = signatureOfCall;
    t->create = attrCreate;
    t->call = attrCall;
    t->repr = attrRepr;
}

void defineMethodCallerType(Type* t) {
    t->name = "operator.methodcaller";
    t->doc = "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\n"
             "After g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).";
    t->basicSize = sizeof(CallerObject);
    t->flags = HaveGc | HaveVectorcall;
    t->fields = callerFields;
    t->methods = callerMethods;
    t->getsets = signatureOfCall;
    t->create = callerCreate;
    t->call = callerCall;
    t->repr = callerRepr;
}

}
