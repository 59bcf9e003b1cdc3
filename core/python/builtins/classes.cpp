// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

// The class statement, and questions about classes.

namespace memtape {

namespace {

// The bases with those that are no types replaced by what their __mro_entries__ gives.
Owned resolveBases(Object* bases) {
    Held<ListObject> resolved;
    TupleObject* given = asTuple(bases);
    for (ssize i = 0; i < given->count; ++i) {
        Object* base = given->items[i];
        Held<> entries;
        if (!isType(base)) {
            bool failed = false;
            Held<> method(findAttr(base, names::dunderMroEntries, &failed));
            if (failed) return nullptr;
            if (method) {
                entries = call(method, bases);
                if (!entries) return nullptr;
                if (!isTuple(entries)) return raise(exc::TypeError, "__mro_entries__ must return a tuple");
            }
        }
        if (!entries) {
            if (resolved && !listAppend(resolved, base)) return nullptr;
            continue;
        }
        if (!resolved) {
            resolved = newList(0);
            for (ssize k = 0; k < i; ++k)
                if (!resolved || !listAppend(resolved, given->items[k])) return nullptr;
        }
        for (ssize k = 0; k < asTuple(entries)->count; ++k)
            if (!listAppend(resolved, asTuple(entries)->items[k])) return nullptr;
    }
    return resolved ? listToTuple(resolved) : newRef(bases);
}

// The most derived of the metaclass and those of the bases.
Type* winningMetaclass(Type* metaclass, TupleObject* bases) {
    Type* winner = metaclass;
    for (ssize i = 0; i < bases->count; ++i) {
        Type* type = bases->items[i]->type;
        if (isSubtype(winner, type)) continue;
        if (isSubtype(type, winner)) {
            winner = type;
            continue;
        }
        raise(exc::TypeError,
              "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
        return nullptr;
    }
    return winner;
}

Owned buildClass(Object*, Args args) {
    if (args.count < 2) return raise(exc::TypeError, "__build_class__: not enough arguments");
    Object *function = args[0], *name = args[1];
    if (!isFunction(function)) return raise(exc::TypeError, "__build_class__: func must be a function");
    if (!isStr(name)) return raise(exc::TypeError, "__build_class__: name is not a string");
    Held<> originalBases(newTupleOf(args.values + 2, static_cast<ssize>(args.count - 2)));
    if (!originalBases) return nullptr;
    Held<> bases(resolveBases(originalBases));
    if (!bases) return nullptr;

    Held<> keywords, metaclass;
    if (args.keywordCount() > 0) {
        keywords = Owned(newDict());
        if (!keywords) return nullptr;
        for (size_t i = 0; i < args.keywordCount(); ++i) {
            if (strEqualsText(args.keywordName(i), "metaclass")) metaclass = newRef(args.keywordValue(i));
            else if (!dictSet(keywords, args.keywordName(i), args.keywordValue(i))) return nullptr;
        }
        if (dictLength(keywords) == 0) keywords.reset();
    }
    bool isClass = true;
    if (metaclass) isClass = isType(metaclass);
    else metaclass = newRef(asTuple(bases)->count == 0 ? types::Type : asTuple(bases)->items[0]->type);
    if (isClass) {
        Type* winner = winningMetaclass(static_cast<Type*>(metaclass.get()), asTuple(bases));
        if (!winner) return nullptr;
        if (winner != metaclass.get()) metaclass = newRef(winner);
    }

    Held<> space;
    bool failed = false;
    Held<> prepare(findAttr(metaclass, names::dunderPrepare, &failed));
    if (failed) return nullptr;
    if (!prepare) {
        space = Owned(newDict());
    } else {
        Held<> arguments(packTuple(name, bases.get()));
        if (!arguments) return nullptr;
        space = callWithTuple(prepare, arguments, keywords);
    }
    if (!space) return nullptr;
    if (!isMapping(space)) {
        return raise(exc::TypeError, "{}.__prepare__() must return a mapping, not {}",
                     isClass ? static_cast<Type*>(metaclass.get())->name : "<metaclass>", space->type->name);
    }
    Held<> cell(vmHooks.runClassBody(function, space));
    if (!cell) return nullptr;
    if (bases.get() != originalBases.get()) {
        if (!setItem(space, names::dunderOrigBases, originalBases)) return nullptr;
    }
    Held<> arguments(packTuple(name, bases.get(), space.get()));
    if (!arguments) return nullptr;
    Held<> made(callWithTuple(metaclass, arguments, keywords));
    if (!made) return nullptr;
    if (isType(made) && isCell(cell)) {
        Object* inCell = static_cast<CellObject*>(cell.get())->contents;
        if (inCell != made) {
            if (!inCell) {
                Ref<> classRepr(reprOf(made));
                if (!classRepr) return nullptr;
                return raise(exc::RuntimeError, "__class__ not set defining {!r} as {}. Was __classcell__ propagated to type.__new__?", name,
                             classRepr.get());
            }
            Ref<> madeRepr(reprOf(made)), cellRepr(reprOf(inCell));
            if (!madeRepr || !cellRepr) return nullptr;
            return raise(exc::TypeError, "__class__ set to {} defining {!r} as {}", cellRepr.get(), name, madeRepr.get());
        }
    }
    return made.release();
}

Owned isinstanceOf(Object*, Args args) {
    int result = isInstanceOf(args[0], args[1]);
    return result < 0 ? Owned(nullptr) : newBool(result);
}

Owned issubclassOf(Object*, Args args) {
    int result = isSubclassOf(args[0], args[1]);
    return result < 0 ? Owned(nullptr) : newBool(result);
}

}

const MethodDef classFunctions[] = {
    {"__build_class__", buildClass, NativeKind::Keywords},
    {"isinstance", isinstanceOf, 2, 2},
    {"issubclass", issubclassOf, 2, 2},
    {},
};

}
