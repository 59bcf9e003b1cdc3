// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/runtime/sys_async.h"

#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"

namespace memtape {

namespace {

const StructSequenceField hookFields[] = {{"firstiter"}, {"finalizer"}, {}};
const StructSequenceDef hooksDefinition{"asyncgen_hooks", nullptr, hookFields, 2};
Type* hooksType = nullptr;
RuntimeCache hooksTypeCache([] { hooksType = nullptr; });

Owned getAsyncHooks(Object*) {
    if (!hooksType) hooksType = newStructSequenceType(hooksDefinition);
    if (!hooksType) return nullptr;
    auto orNone = [](Object* hook) { return newRef(hook ? hook : None).pointer; };
    Object* values[] = {orNone(interpreter.asyncFirstIter), orNone(interpreter.asyncFinalizer)};
    return newStructSequence(hooksType, values);
}

bool setHook(Object*& hook, Object* given) {
    if (!given) return true;
    Object* old = hook;
    hook = isNone(given) ? nullptr : newRef(given).pointer;
    vmHooks.asyncHooksChanged();
    xdecref(old);
    return true;
}

bool isHook(Object* given, const char* name) {
    if (!given || isNone(given) || isCallable(given)) return true;
    return raise(exc::TypeError, "callable {} expected, got {}", name, given->type->name);
}

Owned setAsyncHooks(Object*, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("set_asyncgen_hooks", args, "| firstiter finalizer", out)) return nullptr;
    if (!isHook(out[1], "finalizer") || !isHook(out[0], "firstiter")) return nullptr;
    if (!setHook(interpreter.asyncFinalizer, out[1]) || !setHook(interpreter.asyncFirstIter, out[0])) return nullptr;
    return newNone();
}

Owned getOriginDepth(Object*) { return newInt(interpreter.coroutineOriginDepth); }

Owned setOriginDepth(Object*, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("set_coroutine_origin_tracking_depth", args, "depth", out)) return nullptr;
    int64_t depth;
    Ref<> number(numberIndex(out[0]));
    if (!number || !intToInt64(number, &depth)) return nullptr;
    if (depth < 0) return raise(exc::ValueError, "depth must be >= 0");
    if (depth > INT32_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int");
    interpreter.coroutineOriginDepth = static_cast<int>(depth);
    return newNone();
}

}

const MethodDef sysAsyncFunctions[] = {
    {"get_asyncgen_hooks", getAsyncHooks},
    {"set_asyncgen_hooks", setAsyncHooks, NativeKind::Keywords},
    {"get_coroutine_origin_tracking_depth", getOriginDepth},
    {"set_coroutine_origin_tracking_depth", setOriginDepth, NativeKind::Keywords},
    {},
};

}
