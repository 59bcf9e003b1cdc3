// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/threads/thread_hook.h"

#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"

namespace memtape {

namespace {

Type* argsType = nullptr;
RuntimeCache argsTypeCache([] { argsType = nullptr; });

const StructSequenceField argsFields[] = {
    {"exc_type", "Exception type"}, {"exc_value", "Exception value"}, {"exc_traceback", "Exception traceback"}, {"thread", "Thread"}, {}};
const StructSequenceDef argsDefinition{"_thread._ExceptHookArgs", "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
                                       argsFields, 4};

// sys.stderr, or the one that there was when the thread was made; null: nowhere.
Owned errorStream(Object* thread) {
    Object* stream = dictFindText(interpreter.sysDict, "stderr");
    if (stream && !isNone(stream)) return newRef(stream);
    if (isNone(thread)) return nullptr;
    Held<> kept(getAttr(thread, "_stderr"));
    if (!kept) clearError();
    return kept && !isNone(kept) ? kept.release() : Owned(nullptr);
}

}

Owned threadExceptHook(Object*, Object* given) {
    if (!argsType || given->type != argsType) return raise(exc::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
    Object** part = asTuple(given)->items;
    Object *type = part[0], *value = part[1], *thread = part[3];
    if (type == exc::SystemExit) return newNone();
    Held<> stream(errorStream(thread));
    if (!stream) return newNone();
    std::string text = "Exception in thread ";
    Held<> name;
    if (!isNone(thread)) {
        name = getAttr(thread, "_name");
        if (!name) clearError();
    }
    if (!name || !appendStr(text, name)) {
        clearError();
        text += std::to_string(currentThread().ident);
    }
    text += ":\n";
    if (isException(value)) {
        Held<> formatted(vmHooks.formatException(value));
        if (!formatted) return nullptr;
        text += strToUtf8(formatted);
    }
    Held<> line(newStr(text));
    Ref<> written = line ? Ref<>(callMethod(stream, names::write, line)) : Ref<>();
    if (!written) return nullptr;
    Ref<> flushed = callMethod(stream, names::flush);
    return flushed ? newNone() : Owned(nullptr);
}

Owned threadExceptHookArgs() {
    argsType = newStructSequenceType(argsDefinition);
    return argsType ? newRef(argsType) : Owned(nullptr);
}

}
