// SPDX-License-Identifier: GPL-3.0-or-later

// protocol.h: calls. What is called decides how, by its type's `call` slot; arguments are never gathered into a tuple on the way.

#include <cstdlib>
#include <cstring>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/held_items.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/model/type_parts.h"
#include "core/python/objects/protocol/native_call.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/slot_calls.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Owned call(Object* callable, Args args) {
    Type* type = callable->type;
    if (type == types::Function) return type->call(callable, args);
    if (type == types::Method) {
        auto* m = static_cast<MethodObject*>(callable);
        PrependedArgs all(m, args); // whoever calls has the method, and so its parts
        while (isMethod(m->func)) m = asMethod(m->func);
        return call(m->func, all.args());
    }
    CallFunc slot = type->call;
    if (!slot) [[unlikely]]
        return raise(exc::TypeError, "'{}' object is not callable", type->name);
    if (type == types::NativeFunction || isType(callable)) return slot(callable, args);
    if (!enterNative(" while calling a Python object")) return nullptr;
    Owned result = slot(callable, args);
    leaveNative();
    return result;
}

Owned call(Object* callable) { return call(callable, Args{}); }
// An argument that could not be made is null here, and its exception pending.

Owned call(Object* callable, Object* a) { return a ? call(callable, Args{&a, 1, nullptr}) : nullptr; }
Owned call(Object* callable, Object* a, Object* b) {
    if (!a || !b) return nullptr;
    Object* list[] = {a, b};
    return call(callable, Args{list, 2, nullptr});
}
Owned call(Object* callable, Object* a, Object* b, Object* c) {
    if (!a || !b || !c) return nullptr;
    Object* list[] = {a, b, c};
    return call(callable, Args{list, 3, nullptr});
}

Owned callWithTuple(Object* callable, Object* tuple, Object* dictOrNull) {
    TupleObject* positional = asTuple(tuple);
    ssize keywords = dictOrNull ? dictLength(dictOrNull) : 0;
    if (!keywords) return call(callable, Args{positional->items, static_cast<size_t>(positional->count), nullptr});
    // The values stay alive through the dict, which a callee cannot reach: it is the caller's own.
    size_t total = static_cast<size_t>(positional->count + keywords);
    auto** values = static_cast<Object**>(std::malloc(total * sizeof(Object*)));
    if (!values) return raiseMemoryError();
    if (positional->count) std::memcpy(values, positional->items, static_cast<size_t>(positional->count) * sizeof(Object*));
    Owned result = nullptr;
    Held<TupleObject> names(newTuple(keywords));
    bool allText = true;
    if (names) {
        ssize position = 0, i = 0;
        Object *key, *value;
        while (dictNext(dictOrNull, &position, &key, &value)) {
            allText = allText && isStr(key);
            names->items[i] = newRef(key).pointer;
            values[positional->count + i++] = newRef(value).pointer;
        }
        recordCells(names);
        HeldItems held;
        held.hold(values + positional->count, keywords);
        if (!allText) raise(exc::TypeError, "keywords must be strings");
        else result = call(callable, Args{values, static_cast<size_t>(positional->count), names});
        held.release();
        for (ssize k = 0; k < keywords; k++) decref(values[positional->count + k]);
    }
    std::free(values);
    return result;
}

Owned callMethod(Object* self, Object* name, const Object* const* args, size_t count) {
    Args given{const_cast<Object* const*>(args), count, nullptr};
    bool unbound;
    Held<> method(methodOf(self, name, &unbound));
    if (!method) return nullptr;
    if (!unbound) return call(method, given);
    PrependedArgs all(self, given);
    return call(method, all.args());
}

Owned callMethod(Object* self, Object* name, Object* a) { return a ? callMethod(self, name, &a, 1) : nullptr; }
Owned callMethod(Object* self, Object* name, Object* a, Object* b) {
    if (!a || !b) return nullptr;
    Object* list[] = {a, b};
    return callMethod(self, name, list, 2);
}

bool isCallable(Object* o) { return o && o->type->call; }

}
