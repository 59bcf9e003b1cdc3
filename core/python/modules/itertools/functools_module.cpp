// SPDX-License-Identifier: GPL-3.0-or-later

// _functools: what functools (python/functools.py) has in native code.

#include "core/python/modules/itertools/functools_types.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"

namespace memtape {

namespace {

Type* keyType = nullptr;
RuntimeCache functoolsTypes([] { keyType = nullptr; });

Owned reduceFunction(Object*, Args args) {
    Object *function = args[0], *iterable = args[1];
    Held<> result(args.count > 2 ? newRef(args[2]) : Owned(nullptr));
    Held<> iterator(getIter(iterable));
    if (!iterator) {
        if (errorMatches(exc::TypeError)) {
            clearError();
            raise(exc::TypeError, "reduce() arg 2 must support iteration");
        }
        return nullptr;
    }
    for (;;) {
        Held<> item(nextOf(iterator));
        if (!item) {
            if (errorOccurred()) return nullptr;
            break;
        }
        if (!result) {
            result = item.release();
            continue;
        }
        Owned next = call(function, result, item);
        if (!next) return nullptr;
        result = next;
        if (!checkBreaker()) return nullptr;
    }
    if (!result) return raise(exc::TypeError, "reduce() of empty iterable with no initial value");
    return result.release();
}

Owned cmpToKey(Object*, Args args) {
    Object* p[1] = {};
    if (!parseArgs("cmp_to_key", args, "mycmp", p)) return nullptr;
    return newKeyMaker(keyType, p[0]);
}

constexpr MethodDef functions[] = {{"reduce", reduceFunction, 2, 3}, {"cmp_to_key", cmpToKey, NativeKind::Keywords}, {}};

}

Owned makeFunctoolsModule() {
    Ref<> m = newModule("_functools");
    if (!m || !addFunctions(m, functions)) return nullptr;
    Type* partial = makeModuleType(definePartialType);
    keyType = makeModuleType(defineKeyType);
    Type* link = makeModuleType(defineLruLinkType);
    Type* wrapper = makeModuleType(defineLruCacheType);
    if (!partial || !keyType || !link || !wrapper) return nullptr;
    Ref<> mark = call(types::Object);
    if (!mark) return nullptr;
    setLruTypes(wrapper, link, mark);
    if (!addToModule(m, "_kwd_mark", mark.release())) return nullptr; // the module keeps it alive
    if (!addToModule(m, "partial", newRef(partial)) || !addToModule(m, "_lru_cache_wrapper", newRef(wrapper))) return nullptr;
    return m.release();
}

}
